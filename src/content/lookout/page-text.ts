import { isOfSameSite } from 'page-reader/dom';
import type { Tree } from '../page-obstacles.ts';
import { shadowDoor } from '../shadow-door.ts';

/** What stands on a page, hidden or not, and the parts of it whose changes the document does not tell. */
export interface PageText {
  readonly text: string;
  readonly roots: readonly Node[];
}

/*
 * The first element that a script looks at costs a page half a millisecond: the browser makes all that can be asked of
 * elements. So the text is taken, and what may hold more of it is looked for, without one.
 */

/** An XHTML page would have to be asked for by namespace; it is looked at in the usual way. */
const BODY_TEXT = 'string(/html/body)';
/** Only these can be given a shadow root: in practice while there is nothing else in them. Spans and headings hold phrases. */
const MAY_HOLD_MORE = 'iframe,:is(article,aside,div,section):empty';
/** And the elements of a site's own, which have a hyphen in their name. */
const OF_SITE = '//*[contains(name(),"-")]';

// Of XPathResult, which is not asked itself.
const STRING = 2;
const SNAPSHOT = 7;

/** The text of a page: its body, shadow roots and frames of the same site included. */
export function pageText(document: Document): PageText {
  const isHtml = document.contentType === 'text/html';
  const own = isHtml ? document.evaluate(BODY_TEXT, document, null, STRING).stringValue : textOf(document);
  const roots = rootsIn(document);
  return { text: [own, ...roots.map(textOf)].join(' '), roots };
}

function rootsIn(root: Tree): readonly Node[] {
  const found: Node[] = [];
  for (const each of mayHoldMore(root)) {
    const inner =
      each.shadowRoot ??
      shadowDoor(each) ??
      (each.localName === 'iframe' ? documentIn(each as HTMLIFrameElement) : null);
    if (inner !== null) found.push(inner, ...rootsIn(inner));
  }
  return found;
}

/** No path leads through a shadow root: all that is in one is looked at. */
function mayHoldMore(root: Tree): readonly Element[] {
  if (!('evaluate' in root)) return [...root.querySelectorAll('*')];
  const ofSite = root.evaluate(OF_SITE, root, null, SNAPSHOT);
  const found = [...root.querySelectorAll(MAY_HOLD_MORE)];
  for (let i = 0; i < ofSite.snapshotLength; i += 1) found.push(ofSite.snapshotItem(i) as Element);
  return found;
}

/** A browser makes a whole world of its own for whoever looks into a frame: not into one that is blank or another site's. */
function documentIn(frame: HTMLIFrameElement): Document | null {
  return isOfSameSite(frame) ? frame.contentDocument : null;
}

/** A document has no text of its own. */
function textOf(root: Node): string {
  return root.textContent ?? (root as Document).body?.textContent ?? '';
}
