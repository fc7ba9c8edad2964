import type { PageFacts } from 'page-reader';
import type { DeadlineChip } from '../../messages/requests.ts';
import { addStyles } from '../host.ts';
import { boxOf, type Tree } from '../page-obstacles.ts';
import { draw } from '../panel/draw.ts';
import type { Box } from '../placement.ts';
import type { RowDuties, Rows } from '../rows-door.ts';
import { viewportOf } from '../viewport.ts';
import { glideOf } from './moving-rows.ts';
import { RowChip } from './row-chip.tsx';
import {
  hasChip,
  isKept,
  isOpen,
  isSame,
  isSamePoint,
  isShown,
  type Placed,
  RowPlaces,
  spelled,
} from './row-places.ts';
import { RowSight, treesAround } from './row-sight.ts';
import type { Size } from './row-slot.ts';
import styles from './rows.css?inline';
import { inTab, type Look, type Seen, seenRows } from './seen-rows.ts';

/** Narrower tables have no room to spare. Also what a usual screen is at 200 %. */
const NARROWEST = 720;
/** More changes at once are not looked through one by one. */
const FEW = 50;
/** Shares of a row in its own place at which the browser tells us that it has moved. */
const MOVES = [0, 0.5, 0.9, 0.97, 1];

/** So often it is asked what lies over the chips, without anything being told. */
const LOOK_MS = 1_000;

/**
 * The deadlines beside the rows of a list, in a layer of our own over the page: nothing is put into the portal's table.
 * They are for the eye only, and let every press through. A chip goes the moment its row says something else or
 * lies somewhere else; it comes back with the next reading.
 */
export class RowChips implements Rows {
  readonly #document: Document;
  readonly #layer: HTMLElement;
  readonly #duties: RowDuties;
  /** As of the last look. */
  #sight: RowSight;
  /** The rows that were seen when chips were drawn last, those without a chip included. */
  #placed: readonly Placed[] = [];
  /** These rows, and what they stand in. */
  #around: ReadonlySet<Node> = new Set();
  /** Something may lie over the rows that did not when chips were drawn. */
  #stirred = false;
  #watch: IntersectionObserver | null = null;
  /** The rows that are watched, where they were. */
  #watched: readonly Placed[] = [];
  /**
   * Asks before this very frame is painted: what the page does to its rows right before a frame is told too late for a
   * frame of our own.
   */
  readonly #probe = new ResizeObserver(() => this.check());
  /** Rows are on their way to where they belong. */
  #gliding: Promise<unknown> | null = null;
  /** Sizes of chips, by what they say. */
  readonly #sizes = new Map<string, Size>();
  readonly #places = new RowPlaces(({ chip }) => this.#sizes.get(spelled(chip)));

  constructor(duties: RowDuties) {
    const { root } = duties;
    this.#document = root.ownerDocument;
    this.#duties = duties;
    this.#sight = new RowSight(this.#document);
    this.#layer = this.#document.createElement('div');
    this.#layer.className = 'tt row-layer';
    // A screen reader has the dates in the cells, and the pill's sentence.
    this.#layer.setAttribute('aria-hidden', 'true');
    this.#layer.style.visibility = 'hidden';
    addStyles(root, styles);
    // The pill and its card lie over it.
    root.prepend(this.#layer);
    this.#watchOver(duties.signal);
  }

  /** A menu that opens under the pointer, or a panel that slides in, changes nothing that a page has to tell. */
  #watchOver(signal: AbortSignal): void {
    let isAsked = false;
    const ask = () => {
      if (isAsked || this.#placed.length === 0 || this.#document.visibilityState === 'hidden') return;
      isAsked = true;
      requestAnimationFrame(() => {
        isAsked = false;
        this.#stirred = true;
        this.check();
      });
    };
    this.#document.addEventListener('pointerover', ask, { signal, capture: true, passive: true });
    const looking = setInterval(ask, LOOK_MS);
    signal.addEventListener('abort', () => {
      clearInterval(looking);
      this.#probe.disconnect();
    });
  }

  /** Draws chips over the rows of a fresh reading that can be seen now; what stays as it was is left alone. */
  draw(rows: readonly PageFacts[], chipOf: (facts: PageFacts) => DeadlineChip | null): void {
    this.#sight = new RowSight(this.#document);
    this.#evenOut();
    const seen = hasRoom(this.#document) ? seenRows(rows, this.#look(chipOf)) : [];
    // The first row may be scrolled to where it is seen.
    const inside = this.#treesOf([...rows.slice(0, 1), ...seen.map(({ facts }) => facts)]);
    for (const tree of inside) this.#listenIn(tree);
    const isClear = seen.length > 0 && inside.every(hasRoom) && !this.#waitsFor(seen, inside);
    if (!isClear) this.hide();
    if (!isClear || this.#stand(seen)) return;
    this.#measure(seen);
    this.#placed = this.#places.place(seen, this.#placed, this.#sight);
    this.#around = new Set(seen.flatMap(({ row }) => upwards(row)));
    // Before anything is written: it measures the page.
    this.#watchMoves();
    this.#render(this.#placed);
    this.#layer.style.visibility = 'visible';
  }

  /**
   * What can be known without measuring is acted on at once: the next frame may be a moment away from being painted. Other
   * words in a row of ours bring nothing that could lie over the rows; whatever else changed may have.
   */
  touch(records: readonly MutationRecord[]): void {
    if (records.some((record) => this.#movesRows(record))) {
      this.hide();
      this.#duties.moved();
      return;
    }
    this.#strike();
    const inRow = ({ target }: MutationRecord) => this.#placed.some(({ row }) => row.contains(target));
    const isFew = records.length > 0 && records.length <= FEW;
    const isQuiet = isFew && records.every((record) => isOfWords(record) && inRow(record));
    this.#stirred ||= !isQuiet;
    // An observer tells what it begins with, too.
    this.#probe.disconnect();
    if (this.#placed.length > 0) this.#probe.observe(this.#layer);
  }

  /** Before a frame of a page that changed: a chip stays only over a row that says what it said, where it was. */
  check(): void {
    const isStirred = this.#stirred;
    this.#stirred = false;
    if (this.#placed.length === 0) return;
    this.#sight = new RowSight(this.#document);
    this.#strike();
    const shown = this.#placed.filter(isShown);
    if (
      shown.every((one) => this.#isInPlace(one, boxOf(one.row))) &&
      (!isStirred || shown.every(({ row, slot }) => this.#sight.hits(slot.cell, middleOf(slot), row)))
    )
      return;
    this.hide();
    this.#duties.moved();
  }

  hide(): void {
    this.#placed = [];
    this.#around = new Set();
    this.#watched = [];
    this.#layer.style.visibility = 'hidden';
    this.#watch?.disconnect();
  }

  #look(chipOf: Look['chipOf']): Look {
    const { elementOf } = this.#duties;
    return { sight: this.#sight, height: viewportOf(this.#document).clientHeight, elementOf, chipOf };
  }

  /** What we stand in may be enlarged; slots are counted in the pixels of the tab. */
  #evenOut(): void {
    const { host } = this.#layer.getRootNode() as ShadowRoot;
    this.#layer.style.zoom = `${1 / host.currentCSSZoom}`;
  }

  /** True while rows glide somewhere; chips come when they are there. */
  #waitsFor(seen: readonly Seen[], inside: readonly Tree[]): boolean {
    const rows = seen.map(({ row }) => row);
    const gliding = glideOf(rows, [...new Set<Tree>([this.#document, ...inside])]);
    this.#gliding = gliding;
    void gliding?.then(() => this.#gliding === gliding && this.#duties.moved());
    return gliding !== null;
  }

  #movesRows({ addedNodes, removedNodes }: MutationRecord): boolean {
    return [addedNodes, removedNodes].some((nodes) => [...nodes].some((node) => this.#around.has(node)));
  }

  /** Takes the chips away whose rows say something else by now. */
  #strike(): void {
    const placed = this.#placed.map((one) => (isShown(one) && saysOther(one) ? { ...one, gone: true } : one));
    const isNews = placed.some(({ gone }, i) => gone && this.#placed[i]?.gone === false);
    this.#placed = placed;
    if (isNews) this.#render(placed);
  }

  /** The frames' documents and the shadow roots that rows stand in. */
  #treesOf(rows: readonly PageFacts[]): readonly Tree[] {
    const elements = rows.flatMap((facts) => this.#duties.elementOf(facts) ?? []);
    return [...new Set(elements.flatMap(treesAround))];
  }

  /**
   * What scrolls in there is not told outside, nor that another document comes into a frame. Idempotent: `document.open`
   * takes every listener away.
   */
  #listenIn(tree: Tree): void {
    const { moved, signal } = this.#duties;
    const options = { signal, capture: true, passive: true };
    tree.addEventListener('scroll', moved, options);
    const view = 'defaultView' in tree ? tree.defaultView : null;
    for (const type of ['resize', 'pagehide']) view?.addEventListener(type, moved, options);
  }

  /** A row lies where it lay, and so does the frame around it. `now`: where it lies in its own document's viewport. */
  #isInPlace({ row, box, origin }: Seen, now: Box): boolean {
    return isSame(now, box) && isSamePoint(this.#sight.originOf(row.ownerDocument), origin);
  }

  /** Every row that is seen has its chip already, and in its place; what lies over better ones still does. */
  #stand(seen: readonly Seen[]): boolean {
    const placed = this.#placed;
    if (seen.length !== placed.length || !seen.every((row, i) => isKept(placed[i], row))) return false;
    return placed.every((one) => !one.covered.some((slot) => isOpen(one, slot, this.#sight)));
  }

  /** Words that have not been drawn before are drawn out of sight, to know how much room they need. */
  #measure(seen: readonly Seen[]): void {
    const fresh = seen.filter(({ chip }) => !this.#sizes.has(spelled(chip)));
    if (fresh.length === 0) return;
    this.hide();
    this.#render(
      fresh.map((row) => ({
        ...row,
        slot: { cell: row.row, left: 0, top: 0, width: 0, height: 0 },
        covered: [],
        bare: false,
        gone: false,
      })),
    );
    const chips = [...this.#layer.children];
    fresh.forEach(({ chip }, i) => {
      const { width = 0, height = 0 } = chips[i]?.getBoundingClientRect() ?? {};
      this.#sizes.set(spelled(chip), { width, height });
    });
  }

  /** What moves rows without changing the tree (a panel that slides open, a late font) is noticed at both ends of the list. */
  #watchMoves(): void {
    const { clientWidth, clientHeight } = viewportOf(this.#document);
    const shown = this.#placed.filter(isShown);
    const [first, last] = [shown[0], shown.at(-1)];
    const rows = first === undefined || last === undefined ? [] : [first, last];
    if (this.#isWatched(rows)) return;
    this.#watched = rows;
    // One root fits both rows: from the top of the first to the bottom of the last.
    const box = rows.map(inTab);
    const top = Math.ceil(box[0]?.top ?? 0);
    const bottom = Math.ceil(clientHeight - (box[1] === undefined ? 0 : box[1].top + box[1].height));
    const left = Math.ceil(box[0]?.left ?? 0);
    const right = Math.ceil(clientWidth - (box[0] === undefined ? 0 : box[0].left + box[0].width));
    const rootMargin = [top, right, bottom, left].map((side) => `${-side}px`).join(' ');
    this.#watch?.disconnect();
    // It tells where they are as soon as it begins, too.
    const told = ({ target, boundingClientRect }: IntersectionObserverEntry) =>
      rows.some((placed) => placed.row === target && this.#isInPlace(placed, boundingClientRect));
    const moved = (entries: readonly IntersectionObserverEntry[]) => {
      this.#sight = new RowSight(this.#document);
      if (entries.every(told)) return;
      this.#stirred = true;
      this.check();
    };
    this.#watch = new IntersectionObserver(moved, { rootMargin, threshold: MOVES });
    for (const { row } of rows) this.#watch.observe(row);
  }

  #isWatched(rows: readonly Placed[]): boolean {
    const isSameRow = ({ row, box, origin }: Placed, i: number) => {
      const watched = this.#watched[i];
      return row === watched?.row && isSame(box, watched.box) && isSamePoint(origin, watched.origin);
    };
    return rows.length > 0 && rows.every(isSameRow);
  }

  #render(placed: readonly Placed[]): void {
    draw(
      placed
        .filter(hasChip)
        .map(({ chip, slot, bare, gone }, i) => (
          <RowChip key={i} chip={chip} left={slot.left} top={slot.top} bare={bare} gone={gone} />
        )),
      this.#layer,
    );
  }
}

/** A node and all it stands in, in its own tree. */
function upwards(node: Node): readonly Node[] {
  const all: Node[] = [];
  for (let at: Node | null = node; at !== null; at = at.parentNode) all.push(at);
  return all;
}

function saysOther({ row, text }: Seen): boolean {
  return !row.isConnected || row.textContent !== text;
}

/** Words written anew, and nothing else: no element, and nobody's looks. */
function isOfWords({ type, addedNodes, removedNodes }: MutationRecord): boolean {
  if (type !== 'childList') return type === 'characterData';
  return [...addedNodes, ...removedNodes].every(({ nodeType }) => nodeType === Node.TEXT_NODE);
}

/** No dialog waits for an answer there, and a document is wide enough for more than itself. */
function hasRoom(tree: Tree): boolean {
  if ('documentElement' in tree && viewportOf(tree).clientWidth < NARROWEST) return false;
  return ![...tree.querySelectorAll('dialog:modal, [aria-modal="true"]')].some((dialog) => dialog.checkVisibility());
}

function middleOf({ left, top, width, height }: Box): readonly [number, number] {
  return [left + width / 2, top + height / 2];
}
