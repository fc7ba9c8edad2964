import { type PageContext, type PageKind, type PageNode, type PageReading, readPage } from 'page-reader';
import { elementOf, LiveTree } from 'page-reader/dom';
import {
  type Choice,
  headingOf,
  type LessonContext,
  type Refusal,
  readTaught,
  refusalAt,
  type Spot,
  spotsOf,
  type TaughtKey,
} from 'page-reader/teach';
import { elementAround } from '../element-around.ts';
import type { Box } from '../placement.ts';
import { shadowDoor } from '../shadow-door.ts';
import { viewportOf } from '../viewport.ts';
import { elementAtPoint, framesAround, isPageItself, isScroller, onScreen, windowOf } from './frame-place.ts';

const DIALOGS = 'dialog[open], [role="dialog"], [role="alertdialog"], .modal-dialog, .v-dialog';
/** A dialog smaller than this share of the screen, either way, is a question or a notice and shows no dossier. */
const LEAST_SHARE = 0.25;
/** How far beside its words a place may still be pressed, in CSS pixels. */
const REACH = 5;

/** The live page as it is taught: what can be pointed at, and where that stands on the screen. Only reads. */
export class LessonPage {
  readonly #document: Document;
  readonly #context: Omit<PageContext, 'kind'>;
  readonly #tree: LiveTree;
  readonly #dialog: Element | null;

  /** `onRoot`: called with each document in a frame, and each shadow root, that is a part of the page. */
  constructor(
    document: Document,
    context: Omit<PageContext, 'kind'>,
    onRoot: (root: Document | ShadowRoot) => void = () => {},
  ) {
    this.#document = document;
    this.#context = context;
    this.#tree = new LiveTree({ onRoot, shadowOf: shadowDoor });
    this.#dialog = topmostDialog(document);
  }

  /** The page shows its dossier in a dialog, whose address is that of the page below it. */
  get isDialog(): boolean {
    return this.#dialog !== null;
  }

  get #root(): PageNode {
    return this.#tree.nodeOf(this.#dialog ?? this.#document.body ?? this.#document.documentElement);
  }

  /** The page changed: look at it anew. */
  renew(): void {
    this.#tree.forget();
  }

  /** What kind the reader takes this page for. */
  get kindFound(): PageKind {
    return readPage(this.#tree.nodeOf(this.#document.body), this.#context).kind;
  }

  get heading(): string | null {
    return headingOf(this.#root);
  }

  spots(kind: PageKind, key: TaughtKey, taught: readonly Choice[]): readonly Spot[] {
    return spotsOf(this.#root, this.#as(kind), key, taught);
  }

  read(kind: PageKind, taught: readonly Choice[]): PageReading {
    return readTaught(this.#root, this.#as(kind), taught);
  }

  /** Why what stands at this point of the screen, none of the spots, is not taken; null where there is nothing at all. */
  refusalAt(x: number, y: number, kind: PageKind): Refusal | null {
    const element = this.elementAt(x, y);
    const node = element === null ? null : this.#seenBy(element);
    return node === null ? null : refusalAt(this.#root, this.#as(kind), node);
  }

  /** The node below the root that stands for an element, or for the closest one around it that the reader sees. */
  #seenBy(element: Element): PageNode | null {
    const root = this.#root;
    const path: PageNode[] = [];
    for (let at: PageNode | null = this.#tree.nodeOf(element); at !== root; at = at.parent) {
      if (at === null) return null;
      path.unshift(at);
    }
    let seen: PageNode | null = null;
    for (const node of path) {
      if ((seen ?? root).children.includes(node)) seen = node;
      // A frame's body stands right in the frame.
      else if (node.tag !== 'html') break;
    }
    return seen;
  }

  /** The page's own element at a point, below whatever is ours. */
  elementAt(x: number, y: number): Element | null {
    return elementAtPoint(this.#document, x, y);
  }

  /** Where a spot stands on the screen now; parts of it that were scrolled away have no box. */
  boxesOf(spot: Spot): readonly Box[] {
    return spot.nodes.flatMap((node, at) => {
      const element = elementOf(node);
      if (element === null || !element.isConnected) return [];
      // A column's cells are shown whole, a single value by its words.
      const box = spot.nodes.length > 1 || at > 0 ? element.getBoundingClientRect() : wordsBox(element, spot.print);
      return onScreen(box, element) ?? [];
    });
  }

  /** Index of the spot at a point of the screen: of several the smallest; null if there is none. */
  spotAt(spots: readonly Spot[], x: number, y: number): number | null {
    const at = spots.flatMap((spot, index) =>
      this.boxesOf(spot)
        .filter((box) => isIn(box, x, y))
        .map(({ width, height }) => ({ index, size: width * height })),
    );
    return at.sort((a, b) => a.size - b.size)[0]?.index ?? null;
  }

  /** Brings a spot into view, as the reader of a long page would scroll to it. */
  show(spot: Spot): void {
    const element = spot.nodes[0] === undefined ? null : elementOf(spot.nodes[0]);
    if (element === null) return;
    const rect = element.getBoundingClientRect();
    const box = onScreen(rect, element);
    // What is cut off is lower than it is.
    const isWhole = box !== null && box.height >= rect.height && box.top >= 0;
    if (!isWhole || box.top + box.height > viewportOf(this.#document).clientHeight)
      element.scrollIntoView({ block: 'center', inline: 'nearest' });
  }

  /** Scrolls what lies below a point, as the wheel would if our layer did not lie over it. */
  scrollAt(x: number, y: number, by: { readonly left: number; readonly top: number }): boolean {
    const element = this.elementAt(x, y);
    if (element === null) return false;
    for (let at: Element | null = element; at !== null && !isPageItself(at); at = elementAround(at)) {
      const { overflowY } = getComputedStyle(at);
      if (at.scrollHeight > at.clientHeight && isScroller(overflowY)) {
        at.scrollBy(by);
        return true;
      }
    }
    const isFramed = framesAround(element).length > 0;
    if (isFramed) windowOf(element)?.scrollBy(by);
    return isFramed;
  }

  #as(kind: PageKind): LessonContext {
    return { ...this.#context, kind };
  }
}

function isIn({ left, top, width, height }: Box, x: number, y: number): boolean {
  return x >= left - REACH && x <= left + width + REACH && y >= top - REACH && y <= top + height + REACH;
}

function topmostDialog(document: Document): Element | null {
  const { clientWidth, clientHeight } = viewportOf(document);
  const open = [...document.querySelectorAll(DIALOGS)].filter((dialog) => {
    const { width, height } = dialog.getBoundingClientRect();
    const isLarge = width >= clientWidth * LEAST_SHARE && height >= clientHeight * LEAST_SHARE;
    return isLarge && dialog.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  });
  return open.at(-1) ?? null;
}

/** The box of the words a value begins with; of the whole element where they run over several texts. */
function wordsBox(element: Element, print: string): DOMRect {
  const words = print.match(/^[^\uFFFC]+/)?.[0].trim() ?? '';
  const texts = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); words !== '' && text !== null; text = texts.nextNode()) {
    const at = text.nodeValue?.indexOf(words) ?? -1;
    if (at < 0) continue;
    const range = element.ownerDocument.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + words.length);
    return range.getBoundingClientRect();
  }
  return element.getBoundingClientRect();
}
