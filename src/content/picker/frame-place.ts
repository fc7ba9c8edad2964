import { elementAround } from '../element-around.ts';
import { HOST_TAG } from '../host.ts';
import type { Box } from '../placement.ts';
import { shadowDoor } from '../shadow-door.ts';
import { viewportOf } from '../viewport.ts';

/** The window an element is shown in: of a frame, or of the tab. */
export function windowOf({ ownerDocument }: Element): Window | null {
  return ownerDocument.defaultView;
}

/** The frames that an element stands in, the innermost first; none for what stands in the page itself. */
export function framesAround(element: Element): readonly Element[] {
  const frame = windowOf(element)?.frameElement ?? null;
  return frame === null ? [] : [frame, ...framesAround(frame)];
}

export function isPageItself({ localName }: Element): boolean {
  return localName === 'html' || localName === 'body';
}

/** Its content can be scrolled, by what `overflow` or `overflow-y` say. */
export function isScroller(overflow: string): boolean {
  return /auto|scroll/.test(overflow);
}

/**
 * A rectangle of an element's own viewport, as far as the tab's viewport shows it: parts of a page that scroll, and frames,
 * cut off what lies beyond their edges. Null where nothing of it is shown.
 */
export function onScreen(rect: Box, element: Element): Box | null {
  const shown = scrolledInto(rect, element);
  const [frame] = framesAround(element);
  if (shown === null || frame === undefined)
    return shown !== null && isSeen(shown, viewportOf(element.ownerDocument)) ? shown : null;
  const { clientWidth: width, clientHeight: height } = frame;
  const part = overlap(shown, { left: 0, top: 0, width, height });
  if (part === null) return null;
  const inside = insideOf(frame);
  return onScreen({ ...part, left: inside.left + part.left, top: inside.top + part.top }, frame);
}

/** What the scrolling parts of its page show of a rectangle; null for nothing. */
function scrolledInto(rect: Box, element: Element): Box | null {
  let shown: Box | null = plain(rect);
  let { position } = getComputedStyle(element);
  let around = elementAround(element);
  for (; shown !== null && around !== null && !isPageItself(around); around = elementAround(around)) {
    const style = getComputedStyle(around);
    if (position === 'fixed') break;
    // What is placed freely does not scroll with what it is not placed in.
    if (position === 'absolute' && style.position === 'static') continue;
    if (isScroller(style.overflow)) shown = overlap(shown, around.getBoundingClientRect());
    position = style.position;
  }
  return shown;
}

function overlap(one: Box, other: Box): Box | null {
  const left = Math.max(one.left, other.left);
  const top = Math.max(one.top, other.top);
  const width = Math.min(one.left + one.width, other.left + other.width) - left;
  const height = Math.min(one.top + one.height, other.top + other.height) - top;
  return width > 0 && height > 0 ? { left, top, width, height } : null;
}

/**
 * The page's own element at a point of the tab's viewport, below whatever is ours, and inside frames of the same site and
 * shadow roots.
 */
export function elementAtPoint(document: Document, x: number, y: number): Element | null {
  const outside = document.elementsFromPoint(x, y).find(({ localName }) => !localName.startsWith(HOST_TAG));
  const found = outside && innermost(outside, x, y);
  const inner = found?.matches('iframe,frame') ? (found as HTMLIFrameElement).contentDocument : null;
  if (found === undefined || inner === null) return found ?? null;
  const { left, top } = insideOf(found);
  return elementAtPoint(inner, x - left, y - top) ?? found;
}

function innermost(element: Element, x: number, y: number): Element {
  const root = element.shadowRoot ?? shadowDoor(element);
  // Browsers differ in whether a root also names what lies around it.
  const inner = root?.elementsFromPoint(x, y).find((each) => each.getRootNode() === root);
  return inner === undefined ? element : innermost(inner, x, y);
}

/** Where a frame's own viewport begins; a frame has a border, rarely a padding, and is hardly ever turned. */
function insideOf(frame: Element): { readonly left: number; readonly top: number } {
  const { left, top } = frame.getBoundingClientRect();
  return { left: left + frame.clientLeft, top: top + frame.clientTop };
}

function isSeen({ left, top, width, height }: Box, { clientWidth, clientHeight }: Element): boolean {
  return width > 0 && left < clientWidth && top < clientHeight && left + width > 0 && top + height > 0;
}

function plain({ left, top, width, height }: Box): Box {
  return { left, top, width, height };
}
