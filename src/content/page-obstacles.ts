import { HOST_TAG } from './host.ts';
import type { Box } from './placement.ts';
import { shadowDoor } from './shadow-door.ts';

/** Elements that may be one of those below: the browser keeps lists of them by their names. */
const NAMES: readonly string[] = ['input', 'a', 'button'];

/** What a person presses on a page. Only how it looks and where it is matters here, never what it says. */
const CONTROLS =
  'button, input[type="submit"], input[type="button"], input[type="image"], [role="button"], [role="menuitem"], ' +
  'a[class*="btn"], a[class*="button"]';

/** What a portal tells in passing, wherever on the page it does so. */
const MESSAGES = '[role="alert"], [role="status"]';
const OBSTACLES = `${CONTROLS}, ${MESSAGES}`;

const MOST = 400;
/** Larger than any button: a whole card or row that is clickable must not push the pill off the screen. */
const LARGEST = { width: 520, height: 90 };

/** Rectangles of the page's visible buttons and messages that reach into the viewport. */
export function visibleControls(document: Document): readonly Box[] {
  const view = { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight };
  const boxes: Box[] = [];
  let asked = 0;
  for (const element of candidates(document)) {
    if (!element.matches(OBSTACLES) || element.localName === HOST_TAG) continue;
    asked += 1;
    if (asked > MOST) break;
    // Most of a long list is far below; its boxes are not even looked at in full.
    if (element.getBoundingClientRect().top >= view.height) continue;
    const box = boxOf(element);
    if (!reaches(box, view) || box.width > LARGEST.width || box.height > LARGEST.height) continue;
    if (element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) boxes.push(box);
  }
  return boxes;
}

/** The fewest first: there may be more buttons in a list than are looked at. */
function* candidates(document: Document): Iterable<Element> {
  for (const element of document.querySelectorAll('[role]')) if (!NAMES.includes(element.localName)) yield element;
  for (const name of NAMES) yield* document.getElementsByTagName(name);
}

/**
 * The field that the official is in, be it in a shadow root or a frame of the page; or null. Focus in our own panel is no
 * field of the page.
 */
export function focusedField(tree: Document | ShadowRoot): Element | null {
  const active = tree.activeElement;
  if (active === null || active.localName === HOST_TAG) return null;
  const inside = active.shadowRoot ?? shadowDoor(active) ?? (active as Partial<HTMLIFrameElement>).contentDocument;
  if (inside) return focusedField(inside);
  // An editor in a frame of another site is a field too.
  return active.matches('input, textarea, select, iframe, [contenteditable=""], [contenteditable="true"]') &&
    !active.matches('input[type="button"], input[type="submit"], input[type="reset"], input[type="image"]')
    ? active
    : null;
}

/** In the viewport of the element's own document. */
export function boxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
}

/** In the tab's viewport, for what stands in frames that are neither turned nor zoomed. */
export function boxInTab(element: Element): Box {
  const box = boxOf(element);
  const frame = element.ownerDocument.defaultView?.frameElement;
  if (!frame) return box;
  const around = boxInTab(frame);
  return { ...box, left: around.left + frame.clientLeft + box.left, top: around.top + frame.clientTop + box.top };
}

function reaches(box: Box, view: { readonly width: number; readonly height: number }): boolean {
  const inside = box.left < view.width && box.top < view.height && box.left + box.width > 0 && box.top + box.height > 0;
  return inside && box.width > 1 && box.height > 1;
}
