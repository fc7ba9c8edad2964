import { describe, expect, it } from 'vitest';
import type { Box } from '../placement.ts';
import { columnOrder, freeSlots, type RowPlan, seenSlots } from './row-slot.ts';

const CHIP = { width: 80, height: 18 };

function box(left: number, top: number, width: number, height: number): Box {
  return { left, top, width, height };
}

/** Three cells of 120 px, each with a line of text of the given width at the top. */
function row(height: number, ...texts: number[]): RowPlan {
  const cells = texts.map((_, i) => box(i * 120, 0, 120, height));
  const ink = texts.map((width, i) => box(i * 120 + 4, 6, width, 20));
  return { width: 360, height, cells, ink };
}

describe('where a chip finds room in a row', () => {
  it('is beside the text of a low row, never on it', () => {
    const slots = freeSlots(row(30, 20, 100, 0), CHIP);
    expect(slots[0]).toEqual({ left: 35, top: 6, ...CHIP });
    expect(slots[1]).toBeNull();
    expect(slots[2]).toEqual({ left: 275, top: 6, ...CHIP });
  });

  it('is below the text of a high one', () => {
    expect(freeSlots(row(72, 110), CHIP)[0]).toEqual({ left: 35, top: 47, ...CHIP });
  });

  it('is nowhere in a cell too narrow for it', () => {
    expect(freeSlots({ width: 60, height: 30, cells: [box(0, 0, 60, 30)], ink: [] }, CHIP)).toEqual([null]);
  });

  it('is at the near end where the far end is taken', () => {
    const plan = { width: 240, height: 30, cells: [box(0, 0, 240, 30)], ink: [box(180, 5, 55, 20)] };
    expect(freeSlots(plan, CHIP)[0]?.left).toBe(5);
  });

  it('is closer to the side of its cell where there is no room else', () => {
    expect(freeSlots(row(30, 30, 0, 0), { ...CHIP, width: 82 })[0]).toEqual({
      left: 36,
      top: 6,
      width: 82,
      height: 18,
    });
    expect(freeSlots(row(30, 31, 0, 0), { ...CHIP, width: 82 })[0]).toBeNull();
  });
});

describe('the column of the chips', () => {
  const slot = box(0, 0, 1, 1);

  it('is one in which all rows have room, if a nearer one leaves some without', () => {
    const rows = [[slot, null, slot], [slot, null, slot], [slot, slot, null], [null]];
    expect(columnOrder(rows, 1)).toEqual([0, 2, 1]);
  });

  it('is the one nearest to the due date in which most rows have room, where none has room for all', () => {
    const rows = [
      [null, null, slot],
      [slot, null, slot],
      [slot, slot, null],
    ];
    expect(columnOrder(rows, 1)).toEqual([2, 0, 1]);
  });

  it('is none of those that are cut off', () => {
    const slots = [box(0, 0, 80, 18), box(100, 0, 80, 18), null, box(200, 0, 80, 18)];
    expect(seenSlots(slots, 90, 250)).toEqual([null, slots[1], null, null]);
  });

  it('is of no matter to a row without any room', () => {
    expect(columnOrder([[null, null], [null, slot], []], 0)).toEqual([1]);
  });
});
