import type { PageNode } from './page-node.ts';
import type { PageCell, PageTable } from './page-table.ts';

/*
 * A grid that pins columns may lay them out as tables of their own, side by side in boxes of their own: first the heads,
 * then as many tables of rows (Kendo). Together they are one table. Its parts are joined from the left, each to the one
 * before it, so that what was joined is known to be old as soon as one part is.
 */

/** What a table is a part of. */
export interface Pinned {
  readonly table: PageNode;
  /** How many columns each head has, from the left. */
  readonly widths: readonly number[];
  /** How many of the heads have their rows by now. */
  readonly done: number;
  /** The part left of it, whose columns are in this one too. */
  readonly left: PageTable | undefined;
}

/** True if the heads of a grid stand in tables side by side, which are to be read one by one. */
export function isParted(heads: readonly PageNode[]): boolean {
  const tables = new Set(heads.map(tableAround));
  return tables.size > 1 && [...tables].every((table) => table !== null && tablesBeside(table) > 1);
}

function tableAround(row: PageNode): PageNode | null {
  let node: PageNode | null = row;
  while (node !== null && node.tag !== 'table') node = node.parent;
  return node;
}

/** A head without rows that stands beside another table, joined to the heads left of it; null if it stands alone. */
export function pinnedHead(
  table: PageNode,
  headers: readonly (string | undefined)[],
  before: PageTable | undefined,
): PageTable | null {
  if (tablesBeside(table) < 2) return null;
  const left = before?.rows.length === 0 && isBeside(before.pinned, table) ? before : undefined;
  const offset = left?.headers.length ?? 0;
  const isSaid = offset > 0 && headers.findIndex((header) => header !== undefined) >= offset;
  const own = Array.from(isSaid ? headers.slice(offset) : headers, (header = '') => header);
  return {
    headers: [...(left?.headers ?? []), ...own],
    rows: [],
    turns: false,
    pinned: { table, widths: [...(left?.pinned?.widths ?? []), own.length], done: 0, left },
  };
}

/** The rows of a part, joined to those left of it; null if they are no part of the table before them. */
export function pinnedRows(
  table: PageNode,
  rows: readonly (readonly PageCell[])[],
  before: PageTable | undefined,
): PageTable | null {
  const { headers = [], pinned } = before ?? {};
  if (before === undefined || pinned === undefined || tablesBeside(table) !== pinned.widths.length) return null;
  const { widths, done } = pinned;
  const left = widths.slice(0, done).reduce((sum, one) => sum + one, 0);
  const columns = rows.flatMap((cells) => cells.map(({ column }) => column));
  // Cells that say their column say the one of the whole grid.
  const isSaid = left > 0 && Math.min(...columns) >= left;
  const width = Math.max(-1, ...columns) + 1 - (isSaid ? left : 0);
  if (width !== widths[done]) return null;
  const part = { headers, turns: false, pinned: { table, widths, done: done + 1, left: undefined } };
  if (done === 0) return { ...part, rows };
  if (!isBeside(pinned, table) || !isAlongside(before.rows, left, rows, width)) return null;
  const all = rows.map((cells, i) => besideCells(before.rows[i] ?? [], cells, isSaid ? 0 : left));
  return { ...part, rows: all, pinned: { ...part.pinned, left: before } };
}

/** As many rows, and a row over all columns of one part is one in the other too: a group's name, or its sum. */
function isAlongside(
  left: readonly (readonly PageCell[])[],
  leftWidth: number,
  right: readonly (readonly PageCell[])[],
  rightWidth: number,
): boolean {
  if (left.length !== right.length) return false;
  return left.every((cells, i) => isWhole(cells, leftWidth) === isWhole(right[i] ?? [], rightWidth));
}

function isWhole(cells: readonly PageCell[], width: number): boolean {
  return width === 1 || cells.length > 1;
}

/** Without the parts of tables that were joined. */
export function withoutParts(tables: readonly PageTable[]): readonly PageTable[] {
  const parts = new Set(tables.map(({ pinned }) => pinned?.left));
  return parts.size > 1 ? tables.filter((table) => !parts.has(table)) : tables;
}

/** Rows that were joined, by their right part: as long as both parts stay, so does the row. */
const joinedRows = new WeakMap<readonly PageCell[], { left: readonly PageCell[]; cells: readonly PageCell[] }>();

function besideCells(left: readonly PageCell[], right: readonly PageCell[], offset: number): readonly PageCell[] {
  const known = joinedRows.get(right);
  if (known?.left === left) return known.cells;
  const cells = [...left, ...right.map(({ column, node }) => ({ column: column + offset, node }))];
  joinedRows.set(right, { left, cells });
  return cells;
}

/** How many boxes side by side begin with a table each, the one around this table among them. */
function tablesBeside(table: PageNode): number {
  const boxes = table.parent?.parent?.children ?? [];
  return boxes.filter(({ children }) => children.find(({ tag }) => tag !== '#text')?.tag === 'table').length;
}

function isBeside(pinned: Pinned | undefined, table: PageNode): boolean {
  return pinned !== undefined && pinned.table !== table && pinned.table.parent?.parent === table.parent?.parent;
}
