/** Parts of an address that name one dossier, one user or one moment rather than a kind of page. */
const ID_LIKE = /^(?:\d+|[0-9a-f]{8,}(?:-[0-9a-f]+)*|(?=.*\d{3})[\w.%-]+|.*%.*|.{41,})$/i;
/** Liferay keeps the page's name in the query. */
const PAGE_NAME = 'p_p_id';

/**
 * A calm regular expression for pages of this kind, over path, query and hash route: ids stand open, no number and no
 * search word is kept. Null where the address does not tell pages apart: the root of a site, or a page whose query
 * may be what names it.
 */
export function addressPattern(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { pathname, searchParams, hash } = new URL(url);
  const route = hash.startsWith('#/') ? (hash.split('?')[0] ?? '') : '';
  const name = searchParams.get(PAGE_NAME);
  const path = patternOf(pathname);
  if (route !== '') {
    const query = searchParams.size > 0 ? '\\?[^#]*' : '';
    return route === '#/' ? null : `^${path}${query}${patternOf(route)}(?:[?]|$)`;
  }
  if (name !== null && !ID_LIKE.test(name)) return `^${path}\\?[^#]*${PAGE_NAME}=${escaped(name)}(?:&|#|$)`;
  const isNamedByQuery = [...searchParams.values()].some((value) => !ID_LIKE.test(value) && value !== '');
  return pathname === '/' || isNamedByQuery ? null : `^${path}(?:[?#]|$)`;
}

function patternOf(path: string): string {
  return path
    .split('/')
    .map((part) => (ID_LIKE.test(part) ? '[^/?#]+' : escaped(part)))
    .join('/');
}

function escaped(text: string): string {
  return text.replace(/[.?$^|()[\]{}*+\\]/g, '\\$&');
}
