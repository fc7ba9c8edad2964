import type { PageNode } from './page-node.ts';
import type { Line } from './page-scan.ts';

/** Tags that keep a label's value to themselves: beyond them stands another dossier, row or form. */
const FENCES = new Set(['tr', 'tbody', 'table', 'ul', 'ol', 'dl', 'form', 'fieldset', 'section', 'body']);
const CELLS = new Set(['td', 'th', 'dt', 'dd', 'li']);
/** A label may be wrapped in its column's div, its control's div and one more. */
const HIGHEST = 3;

/**
 * Index of the line that holds the value of the label alone on line `i`: the next line of the same element, or the
 * first line of the next visible sibling of the label's element or of an element that holds nothing but the label.
 * Null if that place is empty: what comes after an empty value belongs to something else.
 */
export function valueLine(lines: readonly Line[], i: number): number | null {
  const label = lines[i];
  const next = lines[i + 1];
  if (label === undefined || next === undefined) return null;
  if (isInside(next.block, label.block)) return i + 1;
  if (endsInEmptyElement(label.block)) return null;
  let node: PageNode | null = label.block;
  for (let height = 0; node !== null && height <= HIGHEST; height += 1) {
    const before = lines[i - 1];
    if (before !== undefined && isInside(before.block, node)) return null;
    const sibling = nextShown(node);
    if (sibling !== null) return isInside(next.block, sibling) ? i + 1 : null;
    if (CELLS.has(node.tag) || FENCES.has(node.tag)) return null;
    node = node.parent;
  }
  return null;
}

/** The label's own line has a place for the value, after the label's element, and nothing stands in it. */
function endsInEmptyElement(block: PageNode): boolean {
  const elements = block.children.filter(({ tag }) => tag !== '#text' && tag !== 'br');
  const last = elements.at(-1);
  return elements.length > 1 && last !== undefined && printed(last).trim() === '';
}

/** The next sibling element that can be seen and is more than a required mark. */
function nextShown(node: PageNode): PageNode | null {
  const siblings = node.parent?.children ?? [];
  for (let at = siblings.indexOf(node) + 1; at > 0 && at < siblings.length; at += 1) {
    const sibling = siblings[at];
    if (sibling === undefined) break;
    if (sibling.tag === '#text' || sibling.tag === 'br' || sibling.tag === 'hr') continue;
    if (sibling.visible && !/^[\s*():]+$/.test(printed(sibling))) return sibling;
  }
  return null;
}

function printed(node: PageNode): string {
  return node.tag === '#text' ? node.text : node.children.map(printed).join('');
}

function isInside(node: PageNode, container: PageNode): boolean {
  for (let at: PageNode | null = node; at !== null; at = at.parent) if (at === container) return true;
  return false;
}
