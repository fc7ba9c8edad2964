import { type ChildNode, type Element, isTag, type ParentNode } from 'domhandler';

/** Elements of HTML itself that may have a shadow root; custom elements have a hyphen. */
const HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

/**
 * What a person sees inside an element: its children; of a host with a declarative shadow root, the root's; of a slot
 * in such a root, what the host puts there. Other templates are no part of the page and stay among the children.
 */
export function shownChildren(element: Element): readonly ChildNode[] {
  const root = shadowRootOf(element);
  if (root !== null) return root.children;
  const host = element.name === 'slot' ? hostOf(element) : null;
  if (host === null) return element.children;
  const name = element.attribs.name ?? '';
  const given = host.children.filter((child) => !isShadowTemplate(child) && slotOf(child) === name);
  return given.length > 0 ? given : element.children;
}

function shadowRootOf(host: Element): ParentNode | null {
  if (!HOSTS.has(host.name) && !host.name.includes('-')) return null;
  const content = host.children.find(isShadowTemplate)?.children[0];
  return content !== undefined && 'children' in content ? content : null;
}

function isShadowTemplate(node: ChildNode): node is Element {
  return isTag(node) && node.name === 'template' && /^(open|closed)$/i.test(node.attribs.shadowrootmode ?? '');
}

/** The host in whose shadow root a slot stands. */
function hostOf(slot: Element): Element | null {
  let root: ParentNode | null = slot.parent;
  while (root !== null && isTag(root)) root = root.parent;
  const template = root?.parent ?? null;
  if (template === null || !isTag(template) || !isShadowTemplate(template)) return null;
  return template.parent !== null && isTag(template.parent) ? template.parent : null;
}

/** The name of the slot that a host's child wants; null for what goes into none. */
function slotOf(child: ChildNode): string | null {
  if (isTag(child)) return child.attribs.slot ?? '';
  return child.type === 'text' ? '' : null;
}
