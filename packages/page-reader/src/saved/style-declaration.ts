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

const DISPLAYS =
  'none contents block inline flow flow-root table flex grid ruby math list-item inline-block inline-table inline-flex ' +
  'inline-grid table-row-group table-header-group table-footer-group table-row table-cell table-column-group ' +
  'table-column table-caption -webkit-box -webkit-inline-box run-in';
const ANYWHERE = 'inherit|initial|unset|revert|revert-layer';

/** The values of each property; a declaration with another one is passed over, as is one that has to be worked out. */
const VALUES: Readonly<Record<HidingProperty, RegExp>> = {
  display: oneOf(`(?:(?:${DISPLAYS.replaceAll(' ', '|')})(?: |$))+`),
  visibility: oneOf('visible|hidden|collapse'),
  opacity: oneOf('[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[-+]?\\d+)?%?'),
  'content-visibility': oneOf('visible|auto|hidden'),
};

function oneOf(values: string): RegExp {
  return new RegExp(`^(?:${values}|${ANYWHERE})$`);
}

/** The declarations among the nodes of a block that can hide. */
export function hidingDeclarations(nodes: List<CssNode>): readonly StyleDeclaration[] {
  const found: StyleDeclaration[] = [];
  nodes.forEach((node) => {
    if (node.type !== 'Declaration') return;
    const property = node.property.toLowerCase();
    if (!isHiding(property)) return;
    const value = generate(node.value).trim().toLowerCase();
    if (VALUES[property].test(value)) found.push({ property, value, important: node.important !== false });
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
  return Object.hasOwn(VALUES, property);
}
