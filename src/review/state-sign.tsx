import type { StagedRow } from './worker/requests.ts';

const PATHS: Readonly<Record<StagedRow['state'], string>> = {
  new: 'M3.5 8.6l3 3 6-7',
  changed: 'M3 5.5h7v7H3zM6 5.5V3h7v7h-3',
  duplicate: 'M4 6.2h8M4 9.8h8',
  rejected: 'M8 2.4l6 10.8H2zM8 6.4v3M8 11.3v.2',
};

/** A small sign beside the word, so that nothing is told by colour alone. */
export function StateSign({ state }: { readonly state: StagedRow['state'] }) {
  return (
    <svg class="sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={PATHS[state]} />
    </svg>
  );
}
