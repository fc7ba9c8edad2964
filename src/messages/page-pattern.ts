/** Parts of an address that name one dossier, one user or one moment rather than a kind of page. */
const ID_LIKE = /^(?:\d+|[0-9a-f]{8,}(?:-[0-9a-f]+)*|(?=.*\d{3})[\w.%-]+|.*[%@+,].*)$/i;

/** Liferay keeps the page's name in the query; everything else there is state. */
const KEPT_PARAMETERS = ['p_p_id', 'mvcPath', 'mvcRenderCommandName'];

/** What `pagePattern` gives: the origin and four hexadecimal digits. */
export const PAGE_PATTERN = /^https?:\/\/[\w.:[\]-]+\/#[0-9a-f]{4}$/;

/**
 * Where the official's own correction of a page is kept: the origin and a mark of path and hash route, ids left out, so
 * that a correction made on one dossier holds for its siblings. No word of the address is in it: a path may hold a name.
 */
export function pagePattern(url: string): string {
  const { origin, pathname, searchParams, hash } = new URL(url);
  const kept = KEPT_PARAMETERS.map((name) => searchParams.get(name));
  const route = hash.split('?')[0] ?? '';
  return `${origin}/#${mark(starred(pathname) + kept.join('?') + (route.startsWith('#/') ? starred(route) : ''))}`;
}

function starred(path: string): string {
  return path
    .split('/')
    .map((part) => (ID_LIKE.test(part) ? '*' : part))
    .join('/');
}

/**
 * FNV-1a folded to 16 bits: the pages of a site hardly ever share one, and every one of them fits far more names than
 * anybody could tell apart by it.
 */
function mark(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return ((hash ^ (hash >>> 16)) & 0xffff).toString(16).padStart(4, '0');
}
