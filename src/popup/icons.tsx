/** Small signs that stand beside words, so that nothing is told by colour alone. */
export type SignName = 'check' | 'clock' | 'late' | 'pause' | 'reopen' | 'lock';

const PATHS: Readonly<Record<SignName, string>> = {
  check: 'M3.5 8.6l3 3 6-7',
  clock: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2zM8 4.8V8l2.2 1.6',
  late: 'M8 2.4l6 10.8H2zM8 6.4v3M8 11.3v.2',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  reopen: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5v2.8h-2.8',
  lock: 'M4 7.2h8v6H4zM5.6 7.2V5.4a2.4 2.4 0 0 1 4.8 0v1.8',
};

export function Sign({ name }: { readonly name: SignName }) {
  return (
    <svg class="sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
