/** Parts of an address that name one dossier, one user or one moment rather than a kind of page. */
const ID_LIKE = /^(?:\d+|[0-9a-f]{8,}(?:-[0-9a-f]+)*|(?=.*\d{3})[\w.%-]+)$/i;

/** Liferay keeps the page's name in the query; everything else there is state. */
const KEPT_PARAMETERS = ['p_p_id', 'mvcPath', 'mvcRenderCommandName'];

/**
 * The pattern of a page for the official's own correction: origin + path + hash route, ids replaced by `*`, so that a
 * correction made on one dossier holds for its siblings. Carries no code and no number.
 */
export function pagePattern(url: string): string {
  const { origin, pathname, searchParams, hash } = new URL(url);
  const kept = KEPT_PARAMETERS.flatMap((name) => {
    const value = searchParams.get(name);
    return value === null ? [] : [`${name}=${value}`];
  });
  const query = kept.length === 0 ? '' : `?${kept.join('&')}`;
  const route = hash.split('?')[0] ?? '';
  return origin + starred(pathname) + query + (route.startsWith('#/') ? starred(route) : '');
}

/** The id-like parts of an address, in order: if they differ, it may be another dossier's page. */
export function idsIn(url: string): string {
  const { pathname, search, hash } = new URL(url);
  return (`${pathname}${search}${hash}`.match(/[\w.%-]*\d{3}[\w.%-]*/g) ?? []).join(' ');
}

function starred(path: string): string {
  return path
    .split('/')
    .map((part) => (ID_LIKE.test(part) ? '*' : part))
    .join('/');
}
