import type { Box } from '../placement.ts';

/** Where the ink of one row of a list is, in CSS pixels from the row's own top left corner. */
export interface RowPlan {
  readonly width: number;
  readonly height: number;
  readonly cells: readonly Box[];
  /** Text, pictures and controls: nothing of ours lies on them. */
  readonly ink: readonly Box[];
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between a chip and the sides of its cell, where they leave so much; the upper or lower edge of its row; and the ink. */
const INSET = 5;
const LEDGE = 7;
const AIR = 2;
/** A row of more chips' heights than this has room above and below its middle. */
const ROOMY = 2.2;

/**
 * The free place for a chip in each cell of a row, or null: at its far end before its near one, and low before high, as
 * pages write from the top left.
 */
export function freeSlots(plan: RowPlan, chip: Size): readonly (Box | null)[] {
  const middle = (plan.height - chip.height) / 2;
  const heights = plan.height < chip.height * ROOMY ? [middle] : [plan.height - chip.height - LEDGE, LEDGE, middle];
  return plan.cells.map((cell) => {
    const ends = [INSET, AIR].flatMap((inset) => {
      const near = cell.left + inset;
      const far = cell.left + cell.width - inset - chip.width;
      return far < near ? [] : [far, near];
    });
    const places = ends.flatMap((left) => heights.map((top) => ({ left, top, ...chip })));
    return places.find((place) => !plan.ink.some((ink) => touches(place, ink))) ?? null;
  });
}

/** The slots of a row of which nothing is cut off: `from` and `to` in CSS pixels from the row's left edge. */
export function seenSlots(slots: readonly (Box | null)[], from: number, to: number): readonly (Box | null)[] {
  return slots.map((slot) => (slot !== null && slot.left >= from && slot.left + slot.width <= to ? slot : null));
}

/**
 * The columns of a list in which rows have room, the best for all of them first, so that chips stand below each other and
 * stay there while the list is scrolled: rather one in which all have room than one in which most have; then the nearer to
 * `beside` (the index of a column) the better, and rather after it.
 */
export function columnOrder(rows: readonly (readonly (Box | null)[])[], beside: number): readonly number[] {
  const columns = Math.max(0, ...rows.map((slots) => slots.length));
  const roomy = rows.filter((slots) => slots.some((slot) => slot !== null)).length;
  const roomIn = (column: number) => rows.filter((slots) => slots[column] != null).length;
  const rank = (column: number) => {
    const room = roomIn(column);
    const tier = room === roomy ? 0 : room * 2 > roomy ? 1 : 2;
    return tier * columns + Math.abs(column - beside) + (column < beside ? 0.5 : 0);
  };
  return Array.from({ length: columns }, (_, column) => column)
    .filter((column) => roomIn(column) > 0)
    .sort((a, b) => rank(a) - rank(b));
}

function touches(place: Box, ink: Box): boolean {
  return (
    place.left < ink.left + ink.width + AIR &&
    ink.left < place.left + place.width + AIR &&
    place.top < ink.top + ink.height + AIR &&
    ink.top < place.top + place.height + AIR
  );
}
