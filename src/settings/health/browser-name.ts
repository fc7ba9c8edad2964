/** Brands by what their user agent says, the special ones before those they are built on. */
const BRANDS: readonly (readonly [name: string, said: RegExp])[] = [
  ['Edge', /\bEdg\/(\d+)/],
  ['Coc Coc', /\bcoc_coc_browser\/(\d+)/],
  ['Opera', /\bOPR\/(\d+)/],
  ['Firefox', /\bFirefox\/(\d+)/],
  ['Chrome', /Chrome\/(\d+)/],
];

/** `Edge 156` of a user agent; the agent itself where it is none we know. */
export function browserName(userAgent: string): string {
  for (const [name, said] of BRANDS) {
    const version = said.exec(userAgent)?.[1];
    if (version !== undefined) return `${name} ${version}`;
  }
  return userAgent;
}
