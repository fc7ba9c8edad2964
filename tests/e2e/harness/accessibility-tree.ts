import type { Overlay } from './overlay.ts';

/** A node as a screen reader is given it. */
export interface SpokenNode {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  /** `pressed`, `expanded`, `live`, `busy` … as the browser states them. */
  readonly states: Readonly<Record<string, unknown>>;
  readonly children: readonly SpokenNode[];
}

interface RawNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly description?: { readonly value?: unknown };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
  readonly childIds?: readonly string[];
}

/** The whole page, the overlay's closed root included, as the browser gives it to a screen reader. */
export async function spokenTree(overlay: Overlay): Promise<SpokenNode> {
  const { nodes } = await overlay.session.send('Accessibility.getFullAXTree');
  const byId = new Map<string, RawNode>(nodes.map((node) => [node.nodeId, node]));
  const [top] = nodes;
  const [root] = top ? spoken(top, byId) : [];
  if (root === undefined) throw new Error('the page has no accessibility tree');
  return root;
}

/** Ignored nodes are not spoken, their children may be. */
function spoken(node: RawNode, byId: ReadonlyMap<string, RawNode>): SpokenNode[] {
  const children = (node.childIds ?? []).flatMap((id) => {
    const child = byId.get(id);
    return child ? spoken(child, byId) : [];
  });
  if (node.ignored) return children;
  const text = (value: { readonly value?: unknown } | undefined): string => String(value?.value ?? '');
  return [
    {
      role: text(node.role),
      name: text(node.name),
      description: text(node.description),
      states: Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value])),
      children,
    },
  ];
}

/** The node itself and everything below it, in reading order. */
export function everyNode(node: SpokenNode): SpokenNode[] {
  return [node, ...node.children.flatMap(everyNode)];
}
