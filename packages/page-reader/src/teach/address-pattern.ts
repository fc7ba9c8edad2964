import routes from './route-words.json' with { type: 'json' };

/** Parts of an address that name one dossier, one user or one moment rather than a kind of page. */
const ID_LIKE = /^(?:\d+|[0-9a-f]{8,}(?:-[0-9a-f]+)*|(?=.*\d{3})[\w.%-]+|.*%.*|.{41,})$/i;
/** Words that pages are named by, without tone marks, spaces and hyphens. */
const WORDS: ReadonlySet<string> = new Set(routes.words);
const LONGEST_WORD = Math.max(...routes.words.map((word) => word.length));
const FILE_ENDING = /\.(?:aspx?|html?|jspx?|php|do|action)$/;
/** Liferay keeps the page's name in the query: portlet and application. */
const PAGE_NAME = 'p_p_id';
const PORTLET = /^([a-z]+)_WAR_([a-z]+)$/i;

/**
 * A calm regular expression for pages of this kind, over path, query and hash route. Of its words only those of a closed
 * list are kept; all others stand open, for an address may hold a number, a search word or somebody's name. Null where
 * the address then does not tell pages apart: the root of a site, a page whose last word is not on the list, or one
 * whose query may be what names it.
 */
export function addressPattern(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { pathname, search, searchParams, hash } = new URL(url);
  const route = hash.startsWith('#/') ? (hash.split('?')[0] ?? '') : '';
  const name = searchParams.get(PAGE_NAME);
  const path = patternOf(pathname);
  if (route !== '') {
    const query = search === '' ? '' : '\\?[^#]*';
    return endsKnown(route.slice(1)) ? `^${path}${query}#${patternOf(route.slice(1))}(?:[?]|$)` : null;
  }
  if (name !== null && isPortlet(name)) return `^${path}\\?[^#]*${PAGE_NAME}=${name}(?:&|#|$)`;
  // By hand: a content script of Firefox cannot iterate what belongs to the page's own realm.
  const values = search.split(/[?&]/).map((pair) => pair.split('=')[1] ?? '');
  const isNamedByQuery = values.some((value) => !ID_LIKE.test(value) && value !== '');
  return isNamedByQuery || !endsKnown(pathname) ? null : `^${path}(?:[?#]|$)`;
}

function patternOf(path: string): string {
  return path
    .split('/')
    .map((part) => (part === '' || isRoute(part) ? escaped(part) : '[^/?#]+'))
    .join('/');
}

/** Whether the last part that is no id is made of words of the list. */
function endsKnown(path: string): boolean {
  const last = path.split('/').findLast((part) => part !== '' && !ID_LIKE.test(part));
  return last !== undefined && isRoute(last);
}

/** Both its names are made of words of the list. */
function isPortlet(name: string): boolean {
  const halves = PORTLET.exec(name)?.slice(1) ?? [];
  return halves.length > 0 && halves.every((half) => isRoute(half.toLowerCase().replace(/portlet$/, '')));
}

function isRoute(part: string): boolean {
  const letters = part.toLowerCase().replace(FILE_ENDING, '').replace(/[-_]/g, '');
  /** Whether the first n letters can be divided into words of the list. */
  const divides = [true];
  for (let end = 1; end <= letters.length; end += 1) {
    divides[end] = false;
    for (let start = Math.max(0, end - LONGEST_WORD); start < end; start += 1) {
      divides[end] ||= divides[start] === true && WORDS.has(letters.slice(start, end));
    }
  }
  return letters !== '' && divides[letters.length] === true;
}

function escaped(text: string): string {
  return text.replace(/[.?$^|()[\]{}*+\\]/g, '\\$&');
}
