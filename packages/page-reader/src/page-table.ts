import { folded } from './folded.ts';
import type { PageNode } from './page-node.ts';

/** A table with columns. Headers are folded and stand at the index of their column. */
export interface PageTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly PageCell[])[];
}

export interface PageCell {
  readonly column: number;
  readonly node: PageNode;
}

const TABLE_ROLES = new Set(['table', 'grid', 'treegrid']);
const CELL_ROLES = new Set(['cell', 'gridcell', 'columnheader', 'rowheader']);

const PLAIN_HEADS = new Set([
  'mã hồ sơ',
  'số hồ sơ',
  'mã số hồ sơ',
  'tên thủ tục',
  'thủ tục',
  'ngày tiếp nhận',
  'ngày nhận',
  'ngày hẹn trả',
  'hẹn trả',
  'trạng thái',
  'tình trạng',
]);

export function isTable(node: PageNode, role: string | null = node.attribute('role')): boolean {
  return node.tag === 'table' || (role !== null && TABLE_ROLES.has(role));
}

export function isCell(node: PageNode, role: string | null = node.attribute('role')): boolean {
  return node.tag === 'td' || node.tag === 'th' || (role !== null && CELL_ROLES.has(role));
}

/**
 * The columns and rows of a table, or null if it has no header row: then it lays out labels and values. A table that
 * scrolls under a fixed head is two tables in the page: `previous`, a head without rows, lends its headers.
 */
export function tableOf(node: PageNode, previous: PageTable | undefined): PageTable | null {
  const rows: PageNode[] = [];
  collectRows(node, rows);
  const firstBody = rows.findIndex((row, i) => !isHeaderRow(row) && !(i === 0 && isPlainHead(row)));
  const head = firstBody < 0 ? rows : rows.slice(0, firstBody);
  const body = firstBody < 0 ? [] : rows.slice(firstBody);
  const headers = head.length > 0 ? columnHeaders(head) : borrowed(previous, body);
  if (headers === null || headers.length < 2) return null;
  return { headers, rows: body.map(cellsOf) };
}

function borrowed(previous: PageTable | undefined, body: readonly PageNode[]): readonly string[] | null {
  if (previous === undefined || previous.rows.length > 0) return null;
  const widest = Math.max(
    0,
    ...body.map((row) => cellsOf(row).reduce((width, cell) => Math.max(width, cell.column + 1), 0)),
  );
  // The fixed head may have one more cell, above the scroll bar.
  return widest === previous.headers.length || widest === previous.headers.length - 1 ? previous.headers : null;
}

function collectRows(node: PageNode, rows: PageNode[]): void {
  for (const child of node.children) {
    if (child.tag === 'tr' || child.attribute('role') === 'row') rows.push(child);
    else if (child.tag !== '#text' && !isTable(child)) collectRows(child, rows);
  }
}

/** All cells are header cells, and at least two of them: a lone `th` beside a `td` is a label. */
function isHeaderRow(row: PageNode): boolean {
  if (row.parent?.tag === 'thead') return true;
  const cells = row.children.filter((child) => isCell(child));
  return cells.length > 1 && cells.every((cell) => cell.tag === 'th' || cell.attribute('role') === 'columnheader');
}

/** Old pages write their column names into ordinary cells: at least three cells, two of them names of dossier columns. */
function isPlainHead(row: PageNode): boolean {
  const cells = row.children.filter((child) => isCell(child)).map((cell) => folded(words(cell)));
  if (cells.length < 3 || cells.some((text) => text.includes(':'))) return false;
  return cells.filter((text) => PLAIN_HEADS.has(text)).length >= 2;
}

/** Headers by column; where head rows lie over each other the lowest that says something names the column. */
function columnHeaders(head: readonly PageNode[]): readonly string[] {
  const headers: string[] = [];
  const busyUntil: number[] = [];
  head.forEach((row, line) => {
    let column = 0;
    for (const cell of row.children.filter((child) => isCell(child))) {
      while ((busyUntil[column] ?? 0) > line) column += 1;
      const text = cell.visible ? folded(words(cell)) : '';
      for (const end = column + span(cell, 'colspan'); column < end; column += 1) {
        busyUntil[column] = line + span(cell, 'rowspan');
        headers[column] = text === '' ? (headers[column] ?? '') : text;
      }
    }
  });
  return headers;
}

function cellsOf(row: PageNode): readonly PageCell[] {
  const cells: PageCell[] = [];
  let column = 0;
  for (const node of row.children.filter((child) => isCell(child))) {
    cells.push({ column, node });
    column += span(node, 'colspan');
  }
  return cells;
}

function span(cell: PageNode, name: 'colspan' | 'rowspan'): number {
  const value = Number(cell.attribute(name) ?? 1);
  return Number.isInteger(value) && value > 0 && value <= 100 ? value : 1;
}

function words(node: PageNode): string {
  if (node.tag === '#text') return node.visible ? node.text : '';
  return node.children.map(words).join(' ');
}
