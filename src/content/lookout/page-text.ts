import { isOfSameSite } from 'page-reader/dom';
import type { Tree } from '../page-obstacles.ts';
import { shadowDoor } from '../shadow-door.ts';

/** What stands on a page, hidden or not, and the parts of it whose changes the document does not tell. */
export interface PageText {
  readonly text: string;
  readonly roots: readonly Node[];
  /** Something stands there that may hold more, or will. */
  readonly mayGrow: boolean;
}

/*
 * The first element that a script looks at costs a page half a millisecond: the browser makes all that can be asked of
 * elements. So the text is taken, and whether there may be more of it is asked, without one; and both by one path, because the
 * first path costs as much as all that it asks for.
 */

/** Only these can be given a shadow root: in practice while there is nothing else in them. Spans and headings hold phrases. */
const BOXES = ['div', 'section', 'article', 'aside'];
const EMPTY_BOXES_AND_FRAMES = `iframe,frame,:is(${BOXES.join()}):empty`;
/** And the elements of a site's own, which have a hyphen in their name. */
const OF_SITE = '//*[contains(name(),"-")]';
const MAY_GROW = [
  ...BOXES.map((tag) => `//${tag}[not(*)and not(text())]`),
  '//iframe',
  '/html/frameset',
  OF_SITE,
  '//*[@is]',
].join(' or ');
const LOOK = `concat(${MAY_GROW}," ",/html/body)`;

// Of XPathResult, which is not asked itself.
const STRING = 2;
const SNAPSHOT = 7;

const NONE: readonly never[] = [];

/** The text of a page: its body, shadow roots and frames of the same site included. */
export function pageText(document: Document): PageText {
  const { text, mayGrow } = isHtml(document) ? looked(document) : { text: textOf(document), mayGrow: true };
  if (!mayGrow) return { text, roots: NONE, mayGrow };
  const roots = rootsIn(document);
  return { text: [text, ...roots.map(textOf)].join(' '), roots, mayGrow };
}

function looked(document: Document): Pick<PageText, 'text' | 'mayGrow'> {
  const { stringValue } = document.evaluate(LOOK, document, null, STRING);
  const end = stringValue.indexOf(' ');
  return { text: stringValue.slice(end), mayGrow: stringValue.slice(0, end) === 'true' };
}

function rootsIn(root: Tree): readonly Node[] {
  const found: Node[] = [];
  for (const each of mayHoldMore(root)) {
    const inner =
      each.shadowRoot ??
      shadowDoor(each) ??
      (each.matches('iframe,frame') ? documentIn(each as HTMLIFrameElement) : null);
    if (inner !== null) found.push(inner, ...rootsIn(inner));
  }
  return found;
}

/** No path leads through a shadow root, and an XHTML page would have to be asked by namespace: all in these is looked at. */
function mayHoldMore(root: Tree): readonly Element[] {
  if (!isHtml(root)) return [...root.querySelectorAll('*')];
  const ofSite = root.evaluate(OF_SITE, root, null, SNAPSHOT);
  const found = [...root.querySelectorAll(EMPTY_BOXES_AND_FRAMES)];
  for (let i = 0; i < ofSite.snapshotLength; i += 1) found.push(ofSite.snapshotItem(i) as Element);
  return found;
}

function isHtml(root: Tree): root is Document {
  return 'contentType' in root && root.contentType === 'text/html';
}

/** A browser makes a whole world of its own for whoever looks into a frame: not into one that is blank or another site's. */
function documentIn(frame: HTMLIFrameElement): Document | null {
  return isOfSameSite(frame) ? frame.contentDocument : null;
}

/** A document has no text of its own. */
function textOf(root: Node): string {
  return root.textContent ?? (root as Document).body?.textContent ?? '';
}
