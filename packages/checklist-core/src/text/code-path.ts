/** A place in data as one would write it in code: `days[3].date`; empty for the whole. */
export function codePath(path: readonly (string | number)[]): string {
  return path.reduce<string>((before, key) => {
    if (typeof key === 'number') return `${before}[${key}]`;
    return before === '' ? key : `${before}.${key}`;
  }, '');
}
