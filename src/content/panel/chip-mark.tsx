import type { DeadlineChip } from '../../messages/requests.ts';

/** One shape a state, on a 12-unit grid: the state can be told without its colour. */
const SHAPES: Readonly<Record<DeadlineChip['mark'], string>> = {
  neutral: 'M3 6h.01M6 6h.01M9 6h.01',
  running: 'M6 1.5a4.5 4.5 0 1 0 .01 0M6 3.6V6l1.8 1.2',
  today: 'M6 1.2 10.8 6 6 10.8 1.2 6ZM6 4v2.4M6 8.2h.01',
  late: 'M6 1.4 11 10.4H1ZM6 4.8v2.4M6 8.8h.01',
  paused: 'M4 2.5v7M8 2.5v7',
  returned: 'M1.8 6.4 4.8 9.4 10.4 3',
  unknown: 'M6 1.5a4.5 4.5 0 1 0 .01 0M4 6h4',
  doubt: 'M4.2 4.2a1.9 1.9 0 1 1 2.6 1.8c-.6.3-.8.6-.8 1.2M6 9.6h.01',
};

/** The shape of a deadline's state. */
export function ChipMark({ mark }: Pick<DeadlineChip, 'mark'>) {
  return (
    <svg class="chip-mark" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d={SHAPES[mark]} />
    </svg>
  );
}
