import { boxOf } from '../page-obstacles.ts';
import type { Box } from '../placement.ts';
import { freeSlots, type RowPlan, type Size } from './row-slot.ts';

/** What shows something without holding text. */
const PICTURES = 'img, svg, canvas, i, input, select, textarea, button, [role="button"]';

type Slots = readonly (Box | null)[];

interface Known {
  readonly text: string;
  readonly left: number;
  readonly plan: RowPlan;
}

/**
 * Remembers where the ink of rows is, and so where there is room, for as long as they say the same in the same size, and
 * are not scrolled sideways: then sticky cells lie elsewhere in them.
 */
export class RowPlans {
  readonly #known = new WeakMap<Element, Known>();
  /** By plan, then by the size of the chip. */
  readonly #slots = new WeakMap<RowPlan, Map<string, Slots>>();

  /** `box`: where the row is now; `text`: what it says now. */
  of(row: Element, box: Box, text: string): RowPlan {
    const known = this.#known.get(row);
    if (known?.text === text && known.left === box.left && isAsLarge(known.plan, box)) return known.plan;
    const plan = planOf(row, box);
    this.#known.set(row, { text, left: box.left, plan });
    return plan;
  }

  /** As `freeSlots`. */
  slotsIn(plan: RowPlan, chip: Size): Slots {
    const known = this.#slots.get(plan) ?? new Map<string, Slots>();
    this.#slots.set(plan, known);
    const size = `${chip.width} ${chip.height}`;
    const slots = known.get(size) ?? freeSlots(plan, chip);
    known.set(size, slots);
    return slots;
  }
}

function isAsLarge(a: Size, b: Size): boolean {
  return a.width === b.width && a.height === b.height;
}

function planOf(row: Element, { left, top, width, height }: Box): RowPlan {
  const own = (box: Box): Box => ({
    left: box.left - left,
    top: box.top - top,
    width: box.width,
    height: box.height,
  });
  const cells = [...row.children].map((cell) => own(boxOf(cell)));
  const ink = [...row.querySelectorAll(PICTURES)].map((picture) => own(boxOf(picture)));
  const range = row.ownerDocument.createRange();
  const texts = row.ownerDocument.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    if (text.nodeValue?.trim() === '') continue;
    range.selectNodeContents(text);
    for (const line of range.getClientRects()) ink.push(own(line));
  }
  return { width, height, cells, ink };
}
