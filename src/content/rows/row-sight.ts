import { elementAround } from '../element-around.ts';
import type { Tree } from '../page-obstacles.ts';

/** Where a document's viewport begins in the tab's, in CSS pixels. */
export interface Origin {
  readonly left: number;
  readonly top: number;
}

const TAB: Origin = { left: 0, top: 0 };
/** Moved at most: neither turned nor mirrored, which leaves it the size that it has. */
const UPRIGHT = /^(none|matrix\(1, 0, 0, 1, .*)$/;

/** From where to where something can be seen, in CSS pixels of its own document's viewport. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** How rows in frames and shadow roots are seen in the tab, as of one moment. */
export class RowSight {
  readonly #tab: Document;
  readonly #origins = new Map<Document, Origin | null>();
  /** By what the rows of a list have around them. */
  readonly #extents = new Map<Element, Extent>();

  constructor(tab: Document) {
    this.#tab = tab;
  }

  /** Null for a document that is shown no more, or not as it is: turned, mirrored, made larger or smaller. */
  originOf(document: Document): Origin | null {
    const known = this.#origins.get(document);
    if (known !== undefined) return known;
    const origin = document === this.#tab ? TAB : this.#originInside(document);
    this.#origins.set(document, origin);
    return origin;
  }

  /** What is left of a row's width by the boxes around it that scroll or cut off, and by the viewport. */
  extentOf(row: Element): Extent {
    const around = elementAround(row);
    if (around === null) return { left: 0, right: row.clientWidth };
    const known = this.#extents.get(around);
    if (known !== undefined) return known;
    const outer = this.extentOf(around);
    const extent = cutsOff(around) ? cut(outer, around) : outer;
    this.#extents.set(around, extent);
    return extent;
  }

  /**
   * Nothing lies over an element at a point of the tab, neither in its own tree nor over the frames and hosts around it.
   * `ground`: may be seen there instead, where the element itself does not reach so far.
   */
  hits(element: Element, [x, y]: readonly [number, number], ground = element): boolean {
    const origin = this.originOf(element.ownerDocument);
    if (origin === null || !element.isConnected) return false;
    const tree = element.getRootNode() as Tree;
    const found = tree.elementFromPoint(x - origin.left, y - origin.top);
    if (found !== ground && !element.contains(found)) return false;
    const around = hostOrFrame(tree);
    return around === null || this.hits(around, [x, y]);
  }

  #originInside(document: Document): Origin | null {
    const frame = frameOf(document);
    const around = frame === null ? null : this.originOf(frame.ownerDocument);
    const view = document.defaultView;
    if (frame === null || around === null || view === null || !isUpright(frame)) return null;
    const { left, top, width, height } = frame.getBoundingClientRect();
    const style = getComputedStyle(frame);
    const edge = (side: string) => numberOf(style, `border-${side}-width`) + numberOf(style, `padding-${side}`);
    // A frame is laid out in parts of a pixel; its document in whole ones, those of the screen and those of its own.
    const most = 1 + 1 / view.devicePixelRatio;
    const isAsItIs =
      Math.abs(width - edge('left') - edge('right') - view.innerWidth) < most &&
      Math.abs(height - edge('top') - edge('bottom') - view.innerHeight) < most;
    return isAsItIs ? { left: around.left + left + edge('left'), top: around.top + top + edge('top') } : null;
  }
}

/** What a body says of its overflow is the viewport's. */
function cutsOff(element: Element): boolean {
  return element.localName !== 'body' && getComputedStyle(element).overflowX !== 'visible';
}

function cut({ left, right }: Extent, box: Element): Extent {
  const from = box.getBoundingClientRect().left + box.clientLeft;
  return { left: Math.max(left, from), right: Math.min(right, from + box.clientWidth) };
}

/** The trees that an element stands in, the innermost first; none for what stands in the tab's own document. */
export function treesAround(element: Element): readonly Tree[] {
  const tree = element.getRootNode() as Tree;
  const around = hostOrFrame(tree);
  return around === null ? [] : [tree, ...treesAround(around)];
}

function hostOrFrame(tree: Tree): Element | null {
  return 'host' in tree ? tree.host : frameOf(tree);
}

/** The frame that shows a document now; null if none does. */
function frameOf(document: Document): HTMLIFrameElement | null {
  const frame = document.defaultView?.frameElement as HTMLIFrameElement | null | undefined;
  return frame?.contentDocument === document ? frame : null;
}

function isUpright(frame: Element): boolean {
  for (let element: Element | null = frame; element !== null; element = elementAround(element)) {
    const { transform, rotate, scale, offsetPath } = getComputedStyle(element);
    if (!UPRIGHT.test(transform) || [rotate, scale, offsetPath].some((way) => way !== 'none')) return false;
  }
  return true;
}

/** CSS pixels of a computed length. */
function numberOf(style: CSSStyleDeclaration, property: string): number {
  return Number.parseFloat(style.getPropertyValue(property));
}
