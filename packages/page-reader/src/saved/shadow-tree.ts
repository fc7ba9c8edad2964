import { type ChildNode, type Element, isTag, type ParentNode } from 'domhandler';
import { elementsBelow } from './document-order.ts';

/** Elements of HTML itself that may have a shadow root; custom elements have a hyphen. */
const HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

/** What each slot of a host's shadow root shows; a slot that is given nothing is not in there. */
type FilledSlots = ReadonlyMap<Element, readonly ChildNode[]>;

const filled = new WeakMap<Element, FilledSlots>();

/**
 * What a person sees inside an element: its children; of a host with a declarative shadow root, the root's; of a slot
 * in such a root, what the host puts there. Other templates are no part of the page and stay among the children.
 */
export function shownChildren(element: Element): readonly ChildNode[] {
  const root = shadowRootOf(element);
  if (root !== null) return root.children;
  const host = element.name === 'slot' ? hostOf(element) : null;
  if (host === null) return element.children;
  let slots = filled.get(host);
  if (slots === undefined) {
    slots = filledSlots(host);
    filled.set(host, slots);
  }
  return slots.get(element) ?? element.children;
}

/** Each name belongs to the first slot that has it. */
function filledSlots(host: Element): FilledSlots {
  const given = new Map<string, ChildNode[]>();
  for (const child of host.children) {
    const name = slotOf(child);
    if (name === null) continue;
    const others = given.get(name);
    if (others === undefined) given.set(name, [child]);
    else others.push(child);
  }
  const slots = new Map<Element, readonly ChildNode[]>();
  for (const element of elementsBelow(shadowRootOf(host) ?? host)) {
    if (element.name !== 'slot') continue;
    const name = element.attribs.name ?? '';
    const nodes = given.get(name);
    if (nodes !== undefined) slots.set(element, nodes);
    given.delete(name);
  }
  return slots;
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
  if (isTag(child)) return child.name === 'template' ? null : (child.attribs.slot ?? '');
  return child.type === 'text' ? '' : null;
}
