import { HOST_TAG } from './host.ts';
import type { Box, Obstacle } from './placement.ts';
import { shadowDoor } from './shadow-door.ts';
import { viewportOf } from './viewport.ts';

/**
 * What a person presses on a page, and what a portal tells in passing: only how it looks and where it is matters here, never
 * what it says.
 */
const OBSTACLES =
  'button,[role=button],[type=button],[type=submit],[type=image],[role=alert],[role=status],[aria-live]:not(:empty),' +
  '[role=menuitem],[role=tab],select,a[class*=btn],a[class*=button],[class*=pagin] :is(a,li)';
/** Stays where it is while what is around it is scrolled. A column that does is scrolled up and down all the same. */
const STAYS = /^(fixed|sticky (?!auto auto))/;
/** Pages make buttons of these, too, but most are words in a text, or cells of a list. */
const OTHERS = 'a,label,:is([onclick],[tabindex="0"]):not(td,th,tr,li,[role])';
/** Edge and ground of words in a text: they have none. */
const WORDS = /^none rgba\(0, 0, 0, 0\)( n|$)/;
/** So many painted ones in sight are a list, which is scrolled from under the pill. */
const MANY = 9;

/** Of each. There may be more in a long list; what belongs to the whole page stands at its end. */
const MOST = 1_000;
/** Larger than any button: a whole card or row that is clickable must not push the pill off the screen. */
const LARGEST_WIDTH = 520;
const LARGEST_HEIGHT = 90;

/** What elements of the page stand in: its document, that of a frame that is a part of it, or a shadow root. */
export type Tree = Document | ShadowRoot;

interface InSight extends Box {
  readonly element: Element;
}

/** False for a frame's document that is shown no more, and for a shadow root that was taken out of the page. */
export function isShown(tree: Tree): boolean {
  return tree.isConnected && (tree.ownerDocument ?? (tree as Document)).defaultView !== null;
}

/**
 * Where visible buttons and messages of a part of the page are to be seen: their rectangles in the tab's viewport. What else
 * is pressed is minor; and words count only where nobody scrolls them from under the pill.
 */
export function visibleControls(tree: Tree): readonly Obstacle[] {
  const document = tree.ownerDocument ?? (tree as Document);
  const area = areaOf(document);
  const inSight = (kinds: string) =>
    [...tree.querySelectorAll(kinds)].slice(-MOST).flatMap((element) => {
      const box = boxInTab(element, area);
      const isSeen = reaches(box, area) && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      return isSeen ? { ...box, element } : [];
    });
  const others = inSight(OTHERS);
  const painted = new Set(others.filter(isPainted));
  return [
    ...inSight(OBSTACLES),
    ...others.map((other) => ({
      ...other,
      minor: () => (painted.size < MANY && painted.has(other)) || isPinned(other),
    })),
  ];
}

function isPainted({ element }: InSight): boolean {
  const { borderTopStyle, background } = getComputedStyle(element);
  return !WORDS.test(`${borderTopStyle} ${background}`);
}

/** In a bar that stays where it is, or where all that it could be scrolled in has come to its end. */
function isPinned({ element }: InSight): boolean {
  const { body } = element.ownerDocument;
  for (let at: Element | null = element; at !== null && at !== body; at = at.parentElement) {
    const { overflowY, position, top, bottom } = getComputedStyle(at);
    if (/auto|scroll/.test(overflowY) && !isAtEnd(at)) return false;
    if (STAYS.test(`${position} ${top} ${bottom}`)) return true;
  }
  return isAtEnd(viewportOf(element.ownerDocument));
}

function isAtEnd({ scrollHeight, scrollTop, clientHeight }: Element): boolean {
  return scrollHeight - scrollTop - clientHeight < 2;
}

const FIELD =
  'input:not([type=button],[type=submit],[type=image],[type=reset]),textarea,select,iframe,' +
  '[contenteditable=""],[contenteditable=true]';

/**
 * The field that the official is in, be it in a shadow root or a frame of the page; or null. Focus in our own panel is no
 * field of the page.
 */
export function focusedField(tree: Tree): Element | null {
  const active = tree.activeElement;
  if (active === null || active.localName === HOST_TAG) return null;
  const inside = active.shadowRoot ?? shadowDoor(active) ?? (active as Partial<HTMLIFrameElement>).contentDocument;
  if (inside) return focusedField(inside);
  // An editor in a frame of another site is a field too.
  return active.matches(FIELD) ? active : null;
}

/** In the viewport of the element's own document. */
export function boxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
}

/** In the tab's viewport. `area`: where its document is seen in there. */
export function boxInTab(element: Element, area = areaOf(element.ownerDocument)): Box {
  const box = boxOf(element);
  return { ...box, left: area.left + box.left, top: area.top + box.top };
}

/** Where a document is seen in the tab's viewport, for frames that are neither turned nor zoomed. */
export function areaOf(document: Document): Box {
  const frame = document.defaultView?.frameElement;
  const { clientWidth: width, clientHeight: height } = viewportOf(document);
  if (!frame) return { left: 0, top: 0, width, height };
  const box = boxInTab(frame);
  return { ...box, left: box.left + frame.clientLeft, top: box.top + frame.clientTop };
}

/** Whether something as large as a button is to be seen in there. */
function reaches({ left, top, width, height }: Box, area: Box): boolean {
  const across = left < area.left + area.width && left + width > area.left;
  const along = top < area.top + area.height && top + height > area.top;
  return across && along && width > 1 && height > 1 && width < LARGEST_WIDTH && height < LARGEST_HEIGHT;
}
