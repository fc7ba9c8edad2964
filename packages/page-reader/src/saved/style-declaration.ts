import type { CssNode, List } from 'css-tree';
import generate from 'css-tree/generator';
import parse from 'css-tree/parser';

/** The properties by which a style sheet hides something. */
export type HidingProperty = 'display' | 'visibility' | 'opacity' | 'content-visibility';

/** One declaration of a property that can hide. */
export interface StyleDeclaration {
  readonly property: HidingProperty;
  /** Lower case, trimmed, without `!important`. */
  readonly value: string;
  readonly important: boolean;
}

const HIDING = new Set<string>(['display', 'visibility', 'opacity', 'content-visibility'] satisfies HidingProperty[]);
/** A value that hangs on other declarations is not worked out: the declaration is passed over. */
const UNKNOWN = /var\(|calc\(|env\(|attr\(/;

/** The declarations among the nodes of a block that can hide. */
export function hidingDeclarations(nodes: List<CssNode>): readonly StyleDeclaration[] {
  const found: StyleDeclaration[] = [];
  nodes.forEach((node) => {
    if (node.type !== 'Declaration') return;
    const property = node.property.toLowerCase();
    if (!isHiding(property)) return;
    const value = generate(node.value).trim().toLowerCase();
    if (!UNKNOWN.test(value)) found.push({ property, value, important: node.important !== false });
  });
  return found;
}

/** The same of a `style` attribute. */
export function inlineDeclarations(style: string): readonly StyleDeclaration[] {
  if (!/display|visibility|opacity/i.test(style)) return [];
  const list = parse(style, { context: 'declarationList', parseValue: false, parseCustomProperty: false });
  return list.type === 'DeclarationList' ? hidingDeclarations(list.children) : [];
}

function isHiding(property: string): property is HidingProperty {
  return HIDING.has(property);
}
