import type { PageFacts } from 'page-reader';
import type { DeadlineChip } from '../../messages/requests.ts';
import { boxOf } from '../page-obstacles.ts';
import type { Box } from '../placement.ts';
import type { Origin, RowSight } from './row-sight.ts';

/** A row of the list that reaches into the viewport. */
export interface Seen {
  readonly row: Element;
  readonly text: string;
  /** In the viewport of its own document, and where that begins in the tab's. */
  readonly box: Box;
  readonly origin: Origin;
  readonly facts: PageFacts;
  readonly chip: DeadlineChip;
}

type Listed = Pick<Seen, 'row' | 'origin' | 'facts'>;
type Reaching = Listed & Pick<Seen, 'box'>;

export interface Look {
  readonly sight: RowSight;
  /** Of the tab's viewport, in CSS pixels. */
  readonly height: number;
  readonly elementOf: (facts: PageFacts) => Element | null;
  readonly chipOf: (facts: PageFacts) => DeadlineChip | null;
}

/** The rows that are seen and have a chip, from top to bottom. */
export function seenRows(rows: readonly PageFacts[], { sight, height, elementOf, chipOf }: Look): readonly Seen[] {
  const listed = rows.flatMap((facts): Listed | readonly [] => {
    const row = elementOf(facts);
    const origin = row && sight.originOf(row.ownerDocument);
    return row === null || origin === null ? [] : { row, origin, facts };
  });
  const seen = runsOf(listed).flatMap((run) =>
    reaching(run, height).flatMap((one): Seen | readonly [] => {
      const chip = chipOf(one.facts);
      const text = one.row.textContent ?? '';
      return chip !== null && prints(text, one.facts) ? { ...one, text, chip } : [];
    }),
  );
  return withoutCopies(seen, sight).sort((a, b) => inTab(a).top - inTab(b).top);
}

/** Rows beside each other in the tree. Of more than one list, none goes on where another ends. */
function runsOf(rows: readonly Listed[]): readonly (readonly Listed[])[] {
  const runs: Listed[][] = [];
  for (const one of rows) {
    const run = runs.at(-1);
    if (run?.[0]?.row.parentNode === one.row.parentNode) run?.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** Those of a run that reach into the viewport. Most of a long list is far from it, and need not be asked. */
function reaching(run: readonly Listed[], height: number): readonly Reaching[] {
  const isInOrder = run[0] !== undefined && flows(run[0].row);
  const found: Reaching[] = [];
  for (const one of isInOrder ? run.slice(firstSeen(run)) : run) {
    const box = boxOf(one.row);
    const top = one.origin.top + box.top;
    if (top < height && top + box.height > 0) found.push({ ...one, box });
    else if (isInOrder && top >= height) break;
  }
  return found;
}

/**
 * Rows lie in the order of the document, but for those with a place of their own: grids that draw only what is seen use
 * them again for what is scrolled into sight, wherever they stand.
 */
function flows(row: Element): boolean {
  return !/absolute|fixed/.test(getComputedStyle(row).position);
}

/** Index of the first row that is not above the viewport. */
function firstSeen(run: readonly Listed[]): number {
  let low = 0;
  let high = run.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = run[middle];
    if (one !== undefined && one.origin.top + one.row.getBoundingClientRect().bottom <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * A library that holds columns fast may draw rows twice, beside themselves, each cut off so that they look like one: the one
 * of which more is seen stands for both.
 */
function withoutCopies(seen: readonly Seen[], sight: RowSight): Seen[] {
  return [...seen]
    .sort((a, b) => widthSeen(b, sight) - widthSeen(a, sight))
    .filter((one, i, all) => all.findIndex((other) => isCopy(one, other)) === i);
}

function isCopy(a: Seen, b: Seen): boolean {
  return a.facts.code === b.facts.code && Math.abs(inTab(a).top - inTab(b).top) < a.box.height / 2;
}

function widthSeen({ row, box }: Seen, sight: RowSight): number {
  const { left, right } = sight.extentOf(row);
  return Math.min(right, box.left + box.width) - Math.max(left, box.left);
}

/** A code may be printed over several lines and nodes. */
function prints(text: string, { code }: PageFacts): boolean {
  return code !== undefined && (text.includes(code) || squeezed(text).includes(squeezed(code)));
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '').toUpperCase();
}

/** Where a row is in the tab's viewport. */
export function inTab({ box, origin }: Reaching): Box {
  return { ...box, left: origin.left + box.left, top: origin.top + box.top };
}
