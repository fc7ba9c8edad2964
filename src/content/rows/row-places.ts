import type { DeadlineChip } from '../../messages/requests.ts';
import type { Box } from '../placement.ts';
import { RowPlans } from './row-plan.ts';
import type { Origin, RowSight } from './row-sight.ts';
import { columnOrder, type Size, seenSlots } from './row-slot.ts';
import { inTab, type Seen } from './seen-rows.ts';

/** The mark alone, where the words find no room. */
const MARK: Size = { width: 20, height: 18 };

/** A place for a chip in the tab's viewport. */
interface Slot extends Box {
  readonly cell: Element;
}

export interface Placed extends Seen {
  /** Where its chip is; null where the row has no room for one, or none that nothing of the page lies over. */
  readonly slot: Slot | null;
  /** Where it would be rather, but for what of the page lies there. */
  readonly covered: readonly Slot[];
  readonly bare: boolean;
  /** Its row says something else by now. */
  readonly gone: boolean;
}

export interface Chipped extends Placed {
  readonly slot: Slot;
}

/** Finds each row's chip a place of its own. */
export class RowPlaces {
  readonly #plans = new RowPlans();
  readonly #sizeOf: (row: Seen) => Size | undefined;

  /** `sizeOf`: what a row's chip needs with its words; undefined where that is not known. */
  constructor(sizeOf: (row: Seen) => Size | undefined) {
    this.#sizeOf = sizeOf;
  }

  /** `former`: what was placed before; nothing has come to lie over these chips. */
  place(seen: readonly Seen[], former: readonly Placed[], sight: RowSight): readonly Placed[] {
    const beside = Math.max(...seen.map(dueColumn));
    const full = seen.map((row) => this.#slotsOf(row, this.#sizeOf(row) ?? MARK, sight));
    const columns = columnOrder(full, beside);
    const known = new Map(former.map((placed) => [placed.row, placed]));
    return seen.map((row, i) => {
      const placed = known.get(row.row);
      const old = isKept(placed, row) && isShown(placed) ? placed.slot : null;
      const covered: Slot[] = [];
      for (const [slot, bare] of this.#choices(row, full[i] ?? [], columns, beside, sight)) {
        const isFree = (old !== null && isSame(old, slot)) || isOpen(row, slot, sight);
        if (isFree) return { ...row, slot, covered, bare, gone: false };
        covered.push(slot);
      }
      return { ...row, slot: null, covered, bare: true, gone: false };
    });
  }

  /** The best first; all that have room for words before those for the mark alone, which are looked for only when asked. */
  *#choices(
    row: Seen,
    full: readonly (Box | null)[],
    columns: readonly number[],
    beside: number,
    sight: RowSight,
  ): Iterable<readonly [Slot, boolean]> {
    for (const slot of inOrder(row, full, columns)) yield [slot, false];
    const bare = this.#slotsOf(row, MARK, sight);
    for (const slot of inOrder(row, bare, columnOrder([bare], beside))) yield [slot, true];
  }

  /** As `freeSlots`, those that can be seen as the list is scrolled now. */
  #slotsOf({ row, box, text }: Seen, chip: Size, sight: RowSight): readonly (Box | null)[] {
    const { left, right } = sight.extentOf(row);
    return seenSlots(this.#plans.slotsIn(this.#plans.of(row, box, text), chip), left - box.left, right - box.left);
  }
}

/** The slots of a row, in the tab's viewport. */
function inOrder(seen: Seen, slots: readonly (Box | null)[], columns: readonly number[]): readonly Slot[] {
  const { left, top } = inTab(seen);
  return columns.flatMap((column) => {
    const [slot, cell] = [slots[column], seen.row.children[column]];
    return slot == null || cell === undefined ? [] : { ...slot, cell, left: left + slot.left, top: top + slot.top };
  });
}

/** Which cell of a row prints the day it is due; -1 if none does. */
function dueColumn({ row, facts }: Seen): number {
  const day = facts.due?.slice(0, 10).split('-').reverse().join('/');
  return day === undefined ? -1 : [...row.children].findIndex((cell) => cell.textContent?.includes(day));
}

/**
 * Nothing lies over the row at this place: no fixed head, no menu, no edge of a box that scrolls, and no other of its own
 * cells, which may be sticky.
 */
export function isOpen({ row }: Seen, { cell, left, top, width, height }: Slot, sight: RowSight): boolean {
  return sight.hits(cell, [left, top], row) && sight.hits(cell, [left + width, top + height], row);
}

/** What was drawn for this row, or not drawn for want of room, still holds: word for word and in its place. */
export function isKept(placed: Placed | undefined, { row, text, box, origin, chip }: Seen): placed is Placed {
  if (placed === undefined || placed.gone || placed.row !== row || placed.text !== text) return false;
  return isSame(placed.box, box) && isSamePoint(placed.origin, origin) && spelled(placed.chip) === spelled(chip);
}

export function hasChip(placed: Placed): placed is Chipped {
  return placed.slot !== null;
}

/** Its chip can be seen. */
export function isShown(placed: Placed): placed is Chipped {
  return hasChip(placed) && !placed.gone;
}

export function spelled({ mark, text }: DeadlineChip): string {
  return `${mark} ${text}`;
}

export function isSame(a: Box, b: Box): boolean {
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;
}

export function isSamePoint(a: Origin | null, b: Origin): boolean {
  return a?.left === b.left && a.top === b.top;
}
