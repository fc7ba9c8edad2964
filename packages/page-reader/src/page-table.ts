import { folded } from './folded.ts';
import type { PageNode } from './page-node.ts';
import { isParted, type Pinned, pinnedHead, pinnedRows } from './pinned-columns.ts';
import type { KnownPatterns } from './reader-words.ts';

/** A table with columns. Headers are folded and stand at the index of their column. */
export interface PageTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly PageCell[])[];
  /** Heads and single rows take turns: one dossier laid out, not a list. */
  readonly turns: boolean;
  /** Where it is a part of a grid with pinned columns. */
  readonly pinned?: Pinned;
}

/** The headers of a table, and which of their columns are hidden. */
interface Head {
  readonly headers: readonly string[];
  readonly hidden: readonly number[];
}

export interface PageCell {
  readonly column: number;
  readonly node: PageNode;
}

const NONE: readonly never[] = [];
const TABLE_ROLES = new Set(['table', 'grid', 'treegrid']);
const CELL_ROLES = new Set(['cell', 'gridcell', 'columnheader', 'rowheader']);

/** Official registers number their columns below their names. */
const WORDS = /\p{L}/u;

/** How offices word the heads of their tables. */
export type HeadWords = Pick<KnownPatterns, 'plainHead' | 'sorting' | 'headOfAnother'>;

/** `role`: where it has been asked for already. */
export function isTable(node: PageNode, role?: string | null): boolean {
  return node.tag === 'table' || TABLE_ROLES.has((role === undefined ? node.attribute('role') : role) ?? '');
}

/** `role`: where it has been asked for already. */
export function isCell(node: PageNode, role?: string | null): boolean {
  const { tag } = node;
  return tag === 'td' || tag === 'th' || CELL_ROLES.has((role === undefined ? node.attribute('role') : role) ?? '');
}

/**
 * The columns of a table with these rows, or null if it has no header row (then it lays out labels and values) or is laid
 * out in tables itself. A table that scrolls under a fixed head is two tables in the page: `previous`, a head without
 * rows, lends its headers. Where heads and single rows take turns, a dossier is laid out under them: every head begins a
 * table of its own.
 */
export function tablesOf(
  table: PageNode,
  rows: readonly Row[],
  previous: PageTable | undefined,
  heads: HeadWords,
): readonly PageTable[] | null {
  if (isParted(rows.filter(({ isHead }) => isHead).map(({ node }) => node))) return null;
  const isHead = rows.map((row, i) => row.isHead || (i === 0 && isPlainHead(row, rows[1], heads)));
  if (!isHead.includes(true)) {
    const part = pinnedRows(table, joined(rows), previous);
    if (part !== null) return [part];
    const headers = borrowed(previous, rows);
    return headers === null ? null : [tableOf({ headers, hidden: NONE }, rows)];
  }
  const part = isHead.includes(false) ? null : pinnedHead(table, columnHeaders(rows, heads).headers, previous);
  if (part !== null) return [part];
  const tables: PageTable[] = [];
  for (let at = isHead.indexOf(true); at < rows.length; ) {
    const body = until(isHead, at, false);
    const next = until(isHead, body, true);
    const head = columnHeaders(rows.slice(at, body), heads);
    if (new Set(head.headers).size > 1) tables.push(tableOf(head, rows.slice(body, next)));
    // One name alone is the title of a table that lays out labels and values, or a line below the last row.
    else if (tables.length === 0) return null;
    at = next;
  }
  // A head that is repeated for each group of a list takes no turns.
  const different = new Set(tables.map(({ headers }) => headers.join('|')));
  const turns = different.size > 1 && tables.every((table) => table.rows.length === 1);
  return turns ? tables.map((table) => ({ ...table, turns })) : tables;
}

function tableOf(head: Head, rows: readonly Row[]): PageTable {
  const all = joined(rows).filter((cells) => cells.length > 1);
  return { headers: head.headers, rows: all.map((cells) => underHead(cells, head)), turns: false };
}

/** A cell that is hidden without its head, or a head without its cells, stands in no column. */
function underHead(cells: readonly PageCell[], { headers, hidden }: Head): readonly PageCell[] {
  // Nearly every row ends where its heads end.
  if (cells.at(-1)?.column === headers.length - 1) return cells;
  const width = widthOf(cells);
  if (width === headers.length) return cells;
  const shown = cells.filter(({ node }) => node.visible);
  if (shown.length === headers.length) return shown.map(({ node }, column) => ({ column, node }));
  if (width !== headers.length - hidden.length) return cells;
  const open = [...headers.keys()].filter((column) => !hidden.includes(column));
  return cells.map(({ column, node }) => ({ column: open[column] ?? column, node }));
}

/** How many columns a row reaches over, if its last cell is in one alone. */
function widthOf(cells: readonly PageCell[]): number {
  return cells.reduce((width, { column }) => Math.max(width, column + 1), 0);
}

/** The cells of each row; a grid that pins columns draws them as rows of their own, under the same number. */
function joined(rows: readonly Row[]): readonly (readonly PageCell[])[] {
  const all: (readonly PageCell[])[] = [];
  const known = new Map<string, number>();
  cellsOf(rows).forEach((cells, i) => {
    const number = rows[i]?.number ?? null;
    const same = number === null ? undefined : known.get(number);
    if (same !== undefined) all[same] = [...(all[same] ?? []), ...cells];
    else if (all.push(cells) && number !== null) known.set(number, all.length - 1);
  });
  return all;
}

/** The first place from `at` on where a row is a head, or is none. */
function until(isHead: readonly boolean[], at: number, head: boolean): number {
  const found = isHead.indexOf(head, at);
  return found < 0 ? isHead.length : found;
}

function borrowed(previous: PageTable | undefined, body: readonly Row[]): readonly string[] | null {
  if (previous === undefined || previous.rows.length > 0) return null;
  const widest = Math.max(0, ...cellsOf(body).map(widthOf));
  // The fixed head may have one more cell, above the scroll bar.
  return widest === previous.headers.length || widest === previous.headers.length - 1 ? previous.headers : null;
}

/** The rows of a table, without those of tables in it, and what the first of them are by themselves. */
interface RowsSoFar {
  readonly nodes: readonly PageNode[];
  readonly rows: Row[];
}

const rowsOf = new WeakMap<PageNode, RowsSoFar>();

/** How far one is with the rows of a table that is looked at a few rows at a time. */
export function rowsSoFar(table: PageNode): RowsSoFar {
  let known = rowsOf.get(table);
  if (known === undefined) {
    const nodes: PageNode[] = [];
    collectRows(table, nodes);
    known = { nodes, rows: [] };
    rowsOf.set(table, known);
  }
  return known;
}

function collectRows(node: PageNode, rows: PageNode[]): void {
  for (const child of node.children) {
    if (child.tag === '#text') continue;
    if (isRow(child)) rows.push(child);
    // A grid may draw its head, and each of its rows, in a table that says itself that it is none.
    else if (!isTable(child) || child.attribute('role') === 'presentation') collectRows(child, rows);
  }
}

function isRow(node: PageNode): boolean {
  return node.tag === 'tr' || node.attribute('role') === 'row' || node.children.filter(isColumnHeader).length > 1;
}

function isColumnHeader(node: PageNode): boolean {
  return node.attribute('role') === 'columnheader';
}

/** What a row is by itself, whatever stands around it. */
export interface Row {
  readonly node: PageNode;
  readonly isHead: boolean;
  /** Its number in a grid that says it. */
  readonly number: string | null;
  /** Its cells where none from above stands in it. */
  readonly cells: readonly PageCell[];
  /** Some of its cells stand in the rows below it too. */
  readonly isTall: boolean;
}

/** Rows by their nodes: a list of hundreds of rows changes by a few. */
const rowsSeen = new WeakMap<PageNode, Row>();

/** True where a row was looked at before. */
export function isSeen(row: PageNode): boolean {
  return rowsSeen.has(row);
}

/** Looks at a row by itself, once. */
export function rowOf(node: PageNode): Row {
  let row = rowsSeen.get(node);
  if (row === undefined) {
    row = newRow(node);
    rowsSeen.set(node, row);
  }
  return row;
}

function newRow(node: PageNode): Row {
  const cells = placed(node, []);
  const number = node.attribute('aria-rowindex');
  return {
    node,
    number,
    cells,
    isHead: isHeaderRow(node, number, cells),
    isTall: cells.some((cell) => span(cell.node, 'rowspan') > 1),
  };
}

/** All cells are header cells, and at least two of them: a lone `th` beside a `td` is a label. */
function isHeaderRow({ parent }: PageNode, number: string | null, cells: readonly PageCell[]): boolean {
  if (parent?.tag === 'thead') return true;
  return (
    cells.length > (number === '1' ? 0 : 1) && cells.every(({ node }) => node.tag === 'th' || isColumnHeader(node))
  );
}

/**
 * Old pages write their column names into ordinary cells: at least three, two of them names of dossier columns and no
 * figures; in a row of labels and values the next row would hold labels too, or every other cell would be empty.
 */
function isPlainHead(row: Row, next: Row | undefined, heads: HeadWords): boolean {
  const cells = headTexts(row);
  const named = namedHeads(cells, heads);
  if (cells.length < 3 || named < 2 || cells.some((text) => /[:\d]/.test(text))) return false;
  return (
    cells.filter((text) => text === '').length < named &&
    (next === undefined || namedHeads(headTexts(next), heads) === 0)
  );
}

function headTexts({ cells }: Row): readonly string[] {
  return cells.map(({ node }) => folded(textOf(node)));
}

function namedHeads(cells: readonly string[], { plainHead }: HeadWords): number {
  return cells.filter((text) => plainHead.test(text)).length;
}

/** Headers by column; where head rows lie over each other the lowest that says something names the column. */
function columnHeaders(head: readonly Row[], { sorting, headOfAnother }: HeadWords): Head {
  const headers: string[] = [];
  const hidden: number[] = [];
  const busyUntil: number[] = [];
  /** By column: the words of a head over it that say whose it is. */
  const owners: string[] = [];
  const widest = Math.max(...head.map(({ cells }) => cells.reduce((sum, { node }) => sum + span(node, 'colspan'), 0)));
  head.forEach(({ cells }, line) => {
    let column = 0;
    for (const { node: cell } of cells) {
      while ((busyUntil[column] ?? 0) > line) column += 1;
      column = saidColumn(cell) ?? column;
      const text = cell.visible ? folded(textOf(cell)).replace(sorting, '') : '';
      if (!cell.visible) hidden.push(column);
      const width = span(cell, 'colspan');
      for (const end = column + width; column < end; column += 1) {
        busyUntil[column] = line + span(cell, 'rowspan');
        if (!WORDS.test(text) || width > 1) headers[column] ??= text;
        else headers[column] = (owners[column] ?? '') + text;
        // Over all columns it is the title of the table.
        if (width > 1 && width < widest && headOfAnother.test(text)) owners[column] = `${text} `;
      }
    }
  });
  return { headers, hidden };
}

/** The cells of each row with their columns; a cell that spans rows stands in all of them. */
function cellsOf(rows: readonly Row[]): readonly (readonly PageCell[])[] {
  let spanning: readonly (PageCell & { readonly rows: number })[] = [];
  return rows.map(({ node, cells, isTall }) => {
    if (spanning.length === 0 && !isTall) return cells;
    const own = placed(node, spanning).map((cell) => ({ ...cell, rows: span(cell.node, 'rowspan') }));
    const all = [...spanning, ...own];
    spanning = all.map((cell) => ({ ...cell, rows: cell.rows - 1 })).filter((cell) => cell.rows > 0);
    return all;
  });
}

/** A row's own cells with their columns, beside those that stand in it from above. */
function placed(row: PageNode, above: readonly PageCell[]): readonly PageCell[] {
  const cells: PageCell[] = [];
  let column = 0;
  for (const node of cellNodes(row)) {
    while (above.some((cell) => cell.column <= column && column < cell.column + span(cell.node, 'colspan')))
      column += 1;
    column = saidColumn(node) ?? column;
    cells.push({ column, node });
    column += span(node, 'colspan');
  }
  return cells;
}

/** The cells of a row; some grids keep them in a box that says itself that it is none. */
function cellNodes(row: PageNode): readonly PageNode[] {
  return row.children.flatMap((node) => {
    if (isCell(node)) return node;
    return node.tag !== '#text' && node.attribute('role') === 'presentation' ? cellNodes(node) : NONE;
  });
}

/** The column that a cell says it is in, where a grid draws only some of its columns, or in another order. */
function saidColumn(cell: PageNode): number | null {
  const index = cell.attribute('aria-colindex');
  if (index === null) return null;
  const said = Number(index);
  return Number.isInteger(said) && said > 0 && said <= 1000 ? said - 1 : null;
}

function span(cell: PageNode, name: 'colspan' | 'rowspan'): number {
  const said = cell.attribute(name);
  if (said === null) return 1;
  const value = Number(said);
  return Number.isInteger(value) && value > 0 && value <= 100 ? value : 1;
}

/** Words of a cell: text runs of one element belong together, elements stand apart. */
function textOf(node: PageNode): string {
  if (node.tag === '#text') return node.visible ? node.text : '';
  return node.children.map((child) => (child.tag === '#text' ? textOf(child) : ` ${textOf(child)} `)).join('');
}
