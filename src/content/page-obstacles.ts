import { HOST_TAG } from './host.ts';
import type { Box } from './placement.ts';
import { shadowDoor } from './shadow-door.ts';

/**
 * What a person presses on a page, and what a portal tells in passing: only how it looks and where it is matters here, never
 * what it says. The fewest first: there may be more buttons in a list than are looked at.
 */
const OBSTACLES = [
  '[role=alert],[role=status],[role=button],[role=menuitem],[role=tab],' +
    'input[type=submit],input[type=button],input[type=image],select',
  'button,a[class*=btn],a[class*=button],[class*=pagin] :is(a,li)',
];

const MOST = 400;
/** Larger than any button: a whole card or row that is clickable must not push the pill off the screen. */
const LARGEST = { width: 520, height: 90 };

/** What elements of the page stand in: its document, that of a frame that is a part of it, or a shadow root. */
export type Tree = Document | ShadowRoot;

/** False for a frame's document that is shown no more, and for a shadow root that was taken out of the page. */
export function isShown(tree: Tree): boolean {
  return tree.isConnected && (tree.ownerDocument ?? (tree as Document)).defaultView !== null;
}

/** Where visible buttons and messages of a part of the page are to be seen: their rectangles in the tab's viewport. */
export function visibleControls(tree: Tree): readonly Box[] {
  const area = areaOf(tree.ownerDocument ?? (tree as Document));
  const boxes: Box[] = [];
  let asked = 0;
  for (const element of obstacles(tree)) {
    asked += 1;
    if (asked > MOST) break;
    // Most of a long list is far below; its boxes are not even looked at in full.
    if (element.getBoundingClientRect().top >= area.height) continue;
    const box = boxInTab(element, area);
    if (!reaches(box, area) || box.width > LARGEST.width || box.height > LARGEST.height) continue;
    if (element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) boxes.push(box);
  }
  return boxes;
}

function* obstacles(tree: Tree): Iterable<Element> {
  for (const kinds of OBSTACLES) yield* tree.querySelectorAll(kinds);
}

const FIELD =
  'input:not([type=submit],[type=button],[type=image],[type=reset]),textarea,select,iframe,' +
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
function areaOf({ defaultView, documentElement }: Document): Box {
  const frame = defaultView?.frameElement;
  if (!frame) return { left: 0, top: 0, width: documentElement.clientWidth, height: documentElement.clientHeight };
  const box = boxInTab(frame);
  return { ...box, left: box.left + frame.clientLeft, top: box.top + frame.clientTop };
}

function reaches({ left, top, width, height }: Box, area: Box): boolean {
  const across = left < area.left + area.width && left + width > area.left;
  return across && top < area.top + area.height && top + height > area.top && width > 1 && height > 1;
}
