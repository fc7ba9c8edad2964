import { type PageFacts, rowNode } from 'page-reader';
import { elementOf } from 'page-reader/dom';

/** The element of a list's row; null for facts that were read elsewhere. */
export function elementOfRow(facts: PageFacts): Element | null {
  const node = rowNode(facts);
  return node === null ? null : elementOf(node);
}
