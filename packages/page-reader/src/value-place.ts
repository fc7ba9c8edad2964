import { LETTERS } from './letters.ts';
import type { PageNode } from './page-node.ts';
import type { Line } from './page-scan.ts';

/** Lines from `from` to before `to`. */
export interface ValuePlace {
  readonly from: number;
  readonly to: number;
}

/** Tags that keep a label's value to themselves: beyond them stands another dossier, row or form. */
const FENCES = new Set(['tr', 'tbody', 'table', 'ul', 'ol', 'dl', 'form', 'fieldset', 'section', 'body']);
const CELLS = new Set(['td', 'th', 'dt', 'dd', 'li']);
/** Empty or with mere marks in them these are decoration, no place for a value. */
const DECORATION = new Set(['#text', 'br', 'hr', 'i', 'img', 'svg', 'button', 'wbr', 'sup']);
const WORD = new RegExp(`[${LETTERS}\\d]`);
const MARK = /\S/;
/** A label may be wrapped in its column's div, its control's div and one more. */
const HIGHEST = 3;

/**
 * Where the value of the label that ends line `i` stands: in what follows the label's words, or in the next visible
 * sibling of the element that holds nothing but the label. Null if that place is empty: what comes after an empty value
 * belongs to something else.
 */
export function valuePlace(lines: readonly Line[], i: number): ValuePlace | null {
  const label = lines[i];
  const next = lines[i + 1];
  if (label === undefined || next === undefined) return null;
  const before = lines[i - 1];
  let node = label.last;
  // Levels above the label's block; the words may be wrapped in any number of inline elements below it.
  let above = -1;
  while (above <= HIGHEST) {
    const sibling = nextShown(node);
    if (sibling !== null)
      return isInside(next.first, sibling) ? { from: i + 1, to: endOf(lines, i + 1, sibling) } : null;
    if ((isFence(node) && !isRowOfOne(node)) || node.parent === null) return null;
    node = node.parent;
    if (above >= 0 || node === label.block) above += 1;
    if (above >= 0 && before !== undefined && isInside(before.last, node)) return null;
  }
  return null;
}

function isFence({ tag }: PageNode): boolean {
  return CELLS.has(tag) || FENCES.has(tag);
}

/** The only cell of its row, or such a row before another: labels and values lie in turns under each other. */
function isRowOfOne(node: PageNode): boolean {
  const row = node.tag === 'tr' ? node : node.parent;
  if (row?.tag !== 'tr') return false;
  const next = nextShown(row);
  return cellCount(row) === 1 && next?.tag === 'tr' && cellCount(next) === 1 && node !== row;
}

function cellCount(row: PageNode): number {
  return row.children.filter(({ tag }) => CELLS.has(tag)).length;
}

/** The next sibling that can be seen and is more than a required mark or an icon. */
function nextShown(node: PageNode): PageNode | null {
  const siblings = node.parent?.children ?? [];
  for (let at = siblings.indexOf(node) + 1; at > 0 && at < siblings.length; at += 1) {
    const sibling = siblings[at];
    if (sibling?.visible !== true) continue;
    if (!has(WORD, sibling) && (DECORATION.has(sibling.tag) || has(MARK, sibling))) continue;
    return sibling;
  }
  return null;
}

function endOf(lines: readonly Line[], from: number, place: PageNode): number {
  let to = from + 1;
  for (let line = lines[to]; line !== undefined && isInside(line.first, place); line = lines[to]) to += 1;
  return to;
}

function has(what: RegExp, node: PageNode): boolean {
  if (node.tag === '#text') return what.test(node.text);
  return node.value !== null || node.children.some((child) => has(what, child));
}

export function isInside(node: PageNode, container: PageNode): boolean {
  for (let at: PageNode | null = node; at !== null; at = at.parent) if (at === container) return true;
  return false;
}
