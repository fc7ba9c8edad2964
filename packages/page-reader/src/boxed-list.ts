import type { Lexicon } from './lexicon.ts';
import type { PageNode } from './page-node.ts';
import { type Line, linesOf } from './page-scan.ts';
import type { PageCell } from './page-table.ts';
import { isInside } from './value-place.ts';

/** The boxes of lines that each begin another dossier, side by side in the page; null where they are no list. */
export function boxesOf(firsts: readonly Line[]): readonly PageNode[] | null {
  const boxes = firsts.map(({ first }) => innermost(ownBox(first, firsts)));
  const depths = new Set(boxes.map(({ tag, parent }) => tag + (parent === null ? 0 : depthOf(parent))));
  return boxes.length < 2 || depths.size > 1 ? null : boxes;
}

/** The largest box around a node that holds no other of these lines. */
export function ownBox(node: PageNode, others: readonly Line[]): PageNode {
  let box = node;
  while (
    box.parent !== null &&
    !others.some(({ first }) => first !== node && box.parent !== null && isInside(first, box.parent))
  ) {
    box = box.parent;
  }
  return box;
}

/** The parts of a box side by side. */
export function cellsIn(box: PageNode): readonly PageCell[] {
  const parts = innermost(box).children.filter(({ tag, visible }) => tag !== '#text' && visible);
  return parts.map((node, column) => ({ column, node }));
}

/** The names above boxes that have as many parts, at least two of them labels: a table of mere boxes. */
export function headersOf(boxes: readonly PageNode[], { labels, known }: Lexicon): readonly string[] | null {
  const [box] = boxes;
  if (box === undefined) return null;
  const width = cellsIn(box).length;
  if (width < 3 || boxes.some((one) => cellsIn(one).length !== width)) return null;
  for (let [node, up]: [PageNode | null, number] = [box, 0]; node !== null && up < 3; node = node.parent, up += 1) {
    const siblings: readonly PageNode[] = node.parent?.children ?? [];
    for (const sibling of siblings.slice(0, siblings.indexOf(node))) {
      if (sibling.tag === '#text' || !sibling.visible) continue;
      const heads = cellsIn(sibling).map((cell) => linesOf(cell.node, known.patterns)[0]?.folded ?? '');
      if (heads.length === width && heads.filter((head) => labels.header(head) !== null).length > 1) return heads;
    }
  }
  return null;
}

/** A box without the boxes around it that hold nothing else. */
function innermost(outer: PageNode): PageNode {
  for (let box = outer; ; ) {
    const [only, other] = box.children.filter((one) => one.visible && (one.tag !== '#text' || one.text.trim() !== ''));
    if (only === undefined || other !== undefined || only.tag === '#text') return box;
    box = only;
  }
}

function depthOf(node: PageNode): number {
  let depth = 0;
  for (let at = node.parent; at !== null; at = at.parent) depth += 1;
  return depth;
}
