/**
 * From where to where across the screen the content of an element can be seen or be brought into sight, in CSS pixels of
 * its document's viewport. Only across: what lies above or below may be scrolled to, be it by a script.
 */
export interface Room {
  readonly left: number;
  readonly right: number;
}

/** Nothing is seen in there: a panel that is folded up, words for those who listen. */
const SHUT: Room = { left: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY };
const OPEN: Room = { left: Number.NEGATIVE_INFINITY, right: Number.POSITIVE_INFINITY };
/** In CSS pixels. */
const SMALLEST = 2;

/**
 * The room in an element, by the room in the one it is laid out in (`roomOf`, which may know it already). `above`: the
 * element around it, be it in another document; null: there is none.
 */
export function roomIn(element: Element, above: Element | null, roomOf: (around: Element) => Room): Room {
  const { documentElement: page, body } = element.ownerDocument;
  if (element === page) {
    if (above !== null && isCutOff(above, roomOf(above))) return SHUT;
    // Of a page without a doctype the body says how far it is scrolled.
    return { ...OPEN, left: -page.scrollLeft - body.scrollLeft };
  }
  const { display, position, overflowX } = getComputedStyle(element);
  const around = position === 'absolute' ? (element as HTMLElement).offsetParent : (element.assignedSlot ?? above);
  const outer = position === 'fixed' ? { left: 0, right: page.clientWidth } : around === null ? OPEN : roomOf(around);
  // What a body hides it hides for the whole page; what has no box of its own hides nothing.
  const isBox = !/^(inline|contents)$/.test(display) && element.localName !== 'body';
  if (!isBox || !/hidden|auto|scroll/.test(overflowX)) return outer;
  const box = element.getBoundingClientRect();
  if (element.clientWidth < SMALLEST || element.clientHeight < SMALLEST || isBeyond(box, outer)) return SHUT;
  return overflowX === 'hidden'
    ? { left: Math.max(outer.left, box.left), right: Math.min(outer.right, box.right) }
    : OPEN;
}

/** Whether nobody can come to see what lies there. What has no box of its own is seen where anything is. */
export function isCutOff(element: Element, room: Room): boolean {
  const box = element.getBoundingClientRect();
  return (box.width > 0 || room === SHUT) && isBeyond(box, room);
}

function isBeyond(box: Room, room: Room): boolean {
  return box.right <= room.left || box.left >= room.right;
}
