import type { PageFacts } from 'page-reader';
import type { DeadlineChip } from '../../messages/requests.ts';
import { boxOf } from '../page-obstacles.ts';
import { draw } from '../panel/draw.ts';
import type { Box } from '../placement.ts';
import type { RowDuties, Rows } from '../rows-door.ts';
import { RowChip } from './row-chip.tsx';
import { RowPlans } from './row-plan.ts';
import { alignedSlots, freeSlots, type Size } from './row-slot.ts';

/** Narrower tables have no room to spare. Also what a usual screen is at 200 %. */
const NARROWEST = 720;
/** The mark alone, where the words find no room. */
const MARK: Size = { width: 20, height: 18 };
/** Shares of a row in its own place at which the browser tells us that it has moved. */
const MOVES = [0, 0.5, 0.9, 0.97, 1];

interface Seen {
  readonly row: Element;
  readonly text: string;
  readonly box: Box;
  readonly facts: PageFacts;
  readonly chip: DeadlineChip;
}

interface Placed extends Seen {
  /** Where its chip belongs; null where the row has no room for one. */
  readonly slot: Box | null;
  /** Nothing of the page lies over the row there. */
  readonly open: boolean;
  readonly bare: boolean;
  /** Its row says something else by now. */
  readonly gone: boolean;
}

interface Chipped extends Placed {
  readonly slot: Box;
}

/**
 * The deadlines beside the rows of a list, in a layer of our own over the page: nothing is put into the portal's table.
 * They are for the eye only, and let every press through. A chip goes the moment its row says something else or
 * lies somewhere else; it comes back with the next reading.
 */
export class RowChips implements Rows {
  readonly #document: Document;
  readonly #layer: HTMLElement;
  readonly #duties: RowDuties;
  readonly #plans = new RowPlans();
  /** The rows that were seen when chips were drawn last, those without a chip included. */
  #placed: readonly Placed[] = [];
  #watch: IntersectionObserver | null = null;
  /** The rows that are watched, where they were. */
  #watched: readonly Placed[] = [];
  /** Sizes of chips, by what they say. */
  readonly #sizes = new Map<string, Size>();

  constructor(duties: RowDuties) {
    const { root } = duties;
    this.#document = root.ownerDocument;
    this.#duties = duties;
    this.#layer = this.#document.createElement('div');
    this.#layer.className = 'tt row-layer';
    // A screen reader has the dates in the cells, and the pill's sentence.
    this.#layer.setAttribute('aria-hidden', 'true');
    this.#layer.style.visibility = 'hidden';
    // The pill and its card lie over it.
    root.prepend(this.#layer);
  }

  /** Draws chips over the rows of a fresh reading that can be seen now; what stays as it was is left alone. */
  draw(rows: readonly PageFacts[], chipOf: (facts: PageFacts) => DeadlineChip | null): void {
    const seen = this.#hasRoom() ? this.#seen(rows, chipOf) : [];
    if (seen.length === 0) this.hide();
    if (seen.length === 0 || this.#stand(seen)) return;
    this.#measure(seen);
    this.#placed = this.#place(seen);
    this.#render(this.#placed);
    this.#layer.style.visibility = 'visible';
    this.#watchMoves();
  }

  /** Before a frame of a page that changed: a chip stays only over a row that says what it said, where it was. */
  check(): void {
    if (this.#placed.length === 0) return;
    const placed = this.#placed.map((one) => (isShown(one) && saysOther(one) ? { ...one, gone: true } : one));
    const isFirst = placed.some(({ gone }, i) => gone && this.#placed[i]?.gone === false);
    this.#placed = placed;
    if (
      placed.filter(isShown).every(({ row, box, slot }) => isSame(boxOf(row), box) && this.#hits(row, middleOf(slot)))
    ) {
      if (isFirst) this.#render(placed);
      return;
    }
    this.hide();
    this.#duties.moved();
  }

  hide(): void {
    this.#placed = [];
    this.#watched = [];
    this.#layer.style.visibility = 'hidden';
    this.#watch?.disconnect();
  }

  #hasRoom(): boolean {
    if (this.#document.documentElement.clientWidth < NARROWEST) return false;
    return ![...this.#document.querySelectorAll('dialog:modal, [aria-modal="true"]')].some((dialog) =>
      dialog.checkVisibility(),
    );
  }

  /** Rows that reach into the viewport. They lie in the order of the document, so most of them need not be asked. */
  #seen(rows: readonly PageFacts[], chipOf: (facts: PageFacts) => DeadlineChip | null): readonly Seen[] {
    const height = this.#document.documentElement.clientHeight;
    const seen: Seen[] = [];
    for (let i = this.#firstBelow(rows, 0); i < rows.length; i += 1) {
      const facts = rows[i];
      const row = facts === undefined ? null : this.#duties.elementOf(facts);
      if (facts?.code === undefined || row === null) continue;
      const box = boxOf(row);
      if (box.top >= height) break;
      const chip = chipOf(facts);
      const text = row.textContent ?? '';
      if (chip !== null && prints(text, facts.code)) seen.push({ row, text, box, facts, chip });
    }
    return seen;
  }

  /** Index of the first row whose lower edge is below `y`. */
  #firstBelow(rows: readonly PageFacts[], y: number): number {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const facts = rows[middle];
      const row = facts === undefined ? null : this.#duties.elementOf(facts);
      if (row !== null && row.getBoundingClientRect().bottom <= y) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #place(seen: readonly Seen[]): readonly Placed[] {
    const beside = Math.max(...seen.map(dueColumn));
    const plans = seen.map(({ row, box, text }) => this.#plans.of(row, box, text));
    const full = alignedSlots(
      plans.map((plan, i) => freeSlots(plan, this.#sizeOf(seen[i]))),
      beside,
    );
    const former = new Map(this.#placed.map((placed) => [placed.row, placed]));
    return seen.map((row, i) => {
      const plan = plans[i];
      const bare = full[i] == null;
      const own = full[i] ?? (plan === undefined ? null : alignedSlots([freeSlots(plan, MARK)], beside)[0]);
      if (own == null) return { ...row, slot: null, open: false, bare, gone: false };
      const slot = { ...own, left: row.box.left + own.left, top: row.box.top + own.top };
      const known = former.get(row.row);
      const wasOpen = isKept(known, row) && isShown(known) && isSame(known.slot, slot);
      return { ...row, slot, open: wasOpen || this.#isOpen(row.row, slot), bare, gone: false };
    });
  }

  #sizeOf(row: Seen | undefined): Size {
    return (row === undefined ? undefined : this.#sizes.get(spelled(row.chip))) ?? MARK;
  }

  /** Nothing lies over the row at this place: no fixed head, no menu, no edge of a box that scrolls. */
  #isOpen(row: Element, { left, top, width, height }: Box): boolean {
    return this.#hits(row, [left, top]) && this.#hits(row, [left + width, top + height]);
  }

  #hits(row: Element, [x, y]: readonly [number, number]): boolean {
    return row.contains(this.#document.elementFromPoint(x, y));
  }

  /** Every row that is seen has its chip already, and in its place; what lay over the others still does. */
  #stand(seen: readonly Seen[]): boolean {
    const placed = this.#placed;
    if (seen.length !== placed.length || !seen.every((row, i) => isKept(placed[i], row))) return false;
    return placed.every(({ row, slot, open }) => open || slot === null || !this.#isOpen(row, slot));
  }

  /** Words that have not been drawn before are drawn out of sight, to know how much room they need. */
  #measure(seen: readonly Seen[]): void {
    const fresh = seen.filter(({ chip }) => !this.#sizes.has(spelled(chip)));
    if (fresh.length === 0) return;
    this.hide();
    this.#render(
      fresh.map((row) => ({
        ...row,
        slot: { left: 0, top: 0, width: 0, height: 0 },
        open: true,
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
    const { clientWidth, clientHeight } = this.#document.documentElement;
    const shown = this.#placed.filter(isShown);
    const [first, last] = [shown[0], shown.at(-1)];
    const rows = first === undefined || last === undefined ? [] : [first, last];
    if (this.#isWatched(rows)) return;
    this.#watched = rows;
    // One root fits both rows: from the top of the first to the bottom of the last.
    const box = rows.map((placed) => placed.box);
    const top = Math.ceil(box[0]?.top ?? 0);
    const bottom = Math.ceil(clientHeight - (box[1] === undefined ? 0 : box[1].top + box[1].height));
    const left = Math.ceil(box[0]?.left ?? 0);
    const right = Math.ceil(clientWidth - (box[0] === undefined ? 0 : box[0].left + box[0].width));
    const rootMargin = [top, right, bottom, left].map((side) => `${-side}px`).join(' ');
    this.#watch?.disconnect();
    // It tells where they are as soon as it begins, too.
    const told = ({ target, boundingClientRect }: IntersectionObserverEntry) =>
      rows.some(({ row, box }) => row === target && isSame(boundingClientRect, box));
    const moved = (entries: readonly IntersectionObserverEntry[]) => {
      if (!entries.every(told)) this.check();
    };
    this.#watch = new IntersectionObserver(moved, { rootMargin, threshold: MOVES });
    for (const { row } of rows) this.#watch.observe(row);
  }

  #isWatched(rows: readonly Placed[]): boolean {
    const isSameRow = ({ row, box }: Placed, i: number) => {
      const watched = this.#watched[i];
      return row === watched?.row && isSame(box, watched.box);
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

/** Which cell of a row prints the day it is due; -1 if none does. */
function dueColumn({ row, facts }: Seen): number {
  const day = facts.due?.slice(0, 10).split('-').reverse().join('/');
  return day === undefined ? -1 : [...row.children].findIndex((cell) => cell.textContent?.includes(day));
}

/** A code may be printed over several lines and nodes. */
function prints(text: string, code: string): boolean {
  return text.includes(code) || squeezed(text).includes(squeezed(code));
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '').toUpperCase();
}

function spelled({ mark, text }: DeadlineChip): string {
  return `${mark} ${text}`;
}

function saysOther({ row, text }: Seen): boolean {
  return !row.isConnected || row.textContent !== text;
}

/** What was drawn for this row, or not drawn for want of room, still holds: word for word and in its place. */
function isKept(placed: Placed | undefined, { row, text, box, chip }: Seen): placed is Placed {
  if (placed === undefined || placed.gone || placed.row !== row || placed.text !== text) return false;
  return isSame(placed.box, box) && spelled(placed.chip) === spelled(chip);
}

function hasChip(placed: Placed): placed is Chipped {
  return placed.open && placed.slot !== null;
}

/** Its chip can be seen. */
function isShown(placed: Placed): placed is Chipped {
  return hasChip(placed) && !placed.gone;
}

function middleOf({ left, top, width, height }: Box): readonly [number, number] {
  return [left + width / 2, top + height / 2];
}

function isSame(a: Box, b: Box): boolean {
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;
}
