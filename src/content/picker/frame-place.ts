/** A rectangle of the viewport, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The window an element is shown in: of a frame, or of the tab. */
export function windowOf({ ownerDocument }: Element): Window | null {
  return ownerDocument.defaultView;
}

/** The frames that an element stands in, the innermost first; none for what stands in the page itself. */
export function framesAround(element: Element): readonly Element[] {
  const frame = windowOf(element)?.frameElement ?? null;
  return frame === null ? [] : [frame, ...framesAround(frame)];
}

/**
 * A rectangle of an element's own viewport, as far as the tab's viewport shows it: frames are shown somewhere in it, and
 * cut off what lies beyond their edges. Null where nothing of it is shown.
 */
export function onScreen(rect: Box, element: Element): Box | null {
  const [frame] = framesAround(element);
  if (frame === undefined) return isSeen(rect, element.ownerDocument.documentElement) ? plain(rect) : null;
  const left = Math.max(0, rect.left);
  const top = Math.max(0, rect.top);
  const width = Math.min(frame.clientWidth, rect.left + rect.width) - left;
  const height = Math.min(frame.clientHeight, rect.top + rect.height) - top;
  if (width <= 0 || height <= 0) return null;
  const inside = insideOf(frame);
  return onScreen({ left: inside.left + left, top: inside.top + top, width, height }, frame);
}

/** The page's own element at a point of the tab's viewport, below whatever is ours, and inside frames of the same site. */
export function elementAtPoint(document: Document, x: number, y: number): Element | null {
  const found = document.elementsFromPoint(x, y).find(({ localName }) => !localName.startsWith('than-thien'));
  const inner = found?.localName === 'iframe' ? (found as HTMLIFrameElement).contentDocument : null;
  if (found === undefined || inner === null) return found ?? null;
  const { left, top } = insideOf(found);
  return elementAtPoint(inner, x - left, y - top) ?? found;
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
