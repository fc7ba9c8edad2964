/** The id-like parts of an address, in order: if they differ, it may be another dossier's page. Never kept, never sent. */
export function idsIn(url: string): string {
  const { pathname, search, hash } = new URL(url);
  return (`${pathname}${search}${hash}`.match(/[\w.%-]*\d{3}[\w.%-]*/g) ?? []).join(' ');
}
