import { type AnyNode, type Element, isTag, type ParentNode } from 'domhandler';

/** All nodes below one, in the order of the page; the content of templates is no part of it. Without recursion. */
export function* nodesBelow(parent: ParentNode): Generator<AnyNode> {
  let node: AnyNode | null = parent.children[0] ?? null;
  while (node !== null) {
    yield node;
    node = firstChild(node) ?? nextBelow(node, parent);
  }
}

/** As `nodesBelow`, elements only. */
export function* elementsBelow(parent: ParentNode): Generator<Element> {
  for (const node of nodesBelow(parent)) if (isTag(node)) yield node;
}

function firstChild(node: AnyNode): AnyNode | null {
  return isTag(node) && node.name !== 'template' ? (node.children[0] ?? null) : null;
}

function nextBelow(node: AnyNode, top: ParentNode): AnyNode | null {
  let at: AnyNode | null = node;
  while (at !== null && at !== top) {
    if (at.next !== null) return at.next;
    at = at.parent;
  }
  return null;
}
