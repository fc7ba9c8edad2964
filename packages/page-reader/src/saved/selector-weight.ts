import type { CssNode, Selector } from 'css-tree';
import { ident } from 'css-tree/utils';

const ID = 1_000_000;
const CLASS = 1000;
/** Selectors of these weigh as much as the heaviest of their list. */
const LISTS = new Set(['is', 'not', 'has', 'matches', '-webkit-any', '-moz-any']);
/** Written as classes before pseudo-elements had two colons. */
const OLD_ELEMENTS = new Set(['before', 'after', 'first-line', 'first-letter']);

/** Specificity of one selector as one number: ids, then classes, then tags. */
export function specificity(selector: Selector): number {
  return selector.children.reduce((sum: number, part) => sum + weight(part), 0);
}

/** True for a selector of a part of an element, such as `::before`: it says nothing of the element itself. */
export function isOfPart(selector: Selector): boolean {
  return selector.children.some(
    (part) =>
      part.type === 'PseudoElementSelector' || (part.type === 'PseudoClassSelector' && OLD_ELEMENTS.has(part.name)),
  );
}

/**
 * What an element must have for the selector to be worth asking, `#id`, `.class` or `tag` in lower case; empty where its
 * last compound names none of them.
 */
export function selectorKey(selector: Selector): string {
  let key = '';
  selector.children.forEachRight((part) => {
    if (key.endsWith(' ')) return;
    // What stands before the combinator is about other elements.
    if (part.type === 'Combinator') key += ' ';
    else if (part.type === 'IdSelector') key = `#${ident.decode(part.name)}`;
    else if (part.type === 'ClassSelector' && !key.startsWith('#')) key = `.${ident.decode(part.name)}`;
    else if (part.type === 'TypeSelector' && part.name !== '*' && key === '') key = ident.decode(part.name);
  });
  return key.trimEnd().toLowerCase();
}

function weight(part: CssNode): number {
  switch (part.type) {
    case 'IdSelector':
      return ID;
    case 'ClassSelector':
    case 'AttributeSelector':
      return CLASS;
    case 'TypeSelector':
      return part.name === '*' ? 0 : 1;
    case 'PseudoClassSelector':
      return pseudoWeight(part.name.toLowerCase(), part.children?.first ?? null);
    default:
      return 0;
  }
}

function pseudoWeight(name: string, argument: CssNode | null): number {
  if (name === 'where') return 0;
  if (LISTS.has(name)) return heaviest(argument);
  return CLASS + (argument?.type === 'Nth' ? heaviest(argument.selector) : 0);
}

function heaviest(list: CssNode | null): number {
  if (list?.type !== 'SelectorList') return 0;
  return list.children.reduce(
    (most: number, each) => Math.max(most, each.type === 'Selector' ? specificity(each) : 0),
    0,
  );
}
