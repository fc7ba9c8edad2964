import type { Atrule, CssNode, Rule, Selector } from 'css-tree';
import generate from 'css-tree/generator';
import parse from 'css-tree/parser';
import { List } from 'css-tree/utils';
import { isOnScreen } from './screen-media.ts';
import { isOfPart, selectorKey, specificity } from './selector-weight.ts';
import { hidingDeclarations, type StyleDeclaration } from './style-declaration.ts';

/** What one selector of a style sheet declares. */
export interface StyleRule {
  readonly selector: string;
  /** See `selectorKey`. */
  readonly key: string;
  readonly specificity: number;
  /** Name of its cascade layer; null outside of all layers. */
  readonly layer: string | null;
  readonly declarations: readonly StyleDeclaration[];
}

/** Where in a style sheet a block stands. */
interface Place {
  /** The selectors that a nested block stands in; null at the top. */
  readonly within: readonly Selector[] | null;
  readonly layer: string | null;
  readonly depth: number;
}

const TOP: Place = { within: null, layer: null, depth: 0 };
/** Nobody nests rules deeper, or resolves to longer selectors; each level makes those inside longer. */
const DEEPEST = 8;
const LONGEST_SELECTOR = 2000;

/**
 * The rules of a style sheet that can hide something on a screen, in their order. Whatever cannot be parsed is passed
 * over, as a browser does.
 */
export function styleRules(css: string): readonly StyleRule[] {
  const rules: StyleRule[] = [];
  try {
    addRules(sheetOf(css), TOP, rules);
  } catch (error) {
    // Blocks nested by the thousand are no style sheet.
    if (!(error instanceof RangeError)) throw error;
  }
  return rules;
}

function sheetOf(css: string): List<CssNode> {
  const sheet = parse(css, { parseValue: false, parseAtrulePrelude: false, parseCustomProperty: false });
  return sheet.type === 'StyleSheet' ? sheet.children : new List();
}

function addRules(nodes: List<CssNode>, place: Place, rules: StyleRule[]): void {
  nodes.forEach((node) => {
    if (node.type === 'Atrule') addAtrule(node, place, rules);
    else if (node.type === 'Rule')
      addBlock(node.block.children, { ...place, within: selectorsOf(node, place.within) }, rules);
  });
}

function addBlock(nodes: List<CssNode>, place: Place, rules: StyleRule[]): void {
  if (place.depth > DEEPEST) return;
  const inside = { ...place, depth: place.depth + 1 };
  const declarations = place.within === null ? [] : hidingDeclarations(nodes);
  if (declarations.length > 0)
    for (const selector of place.within ?? []) addRule(selector, place.layer, declarations, rules);
  addRules(nodes, inside, rules);
  if (place.within === null) return;
  nodes.forEach((node) => {
    // The parser knows a nested rule by its `&` only.
    if (node.type === 'Raw' && node.value.includes('{')) addRules(sheetOf(node.value), inside, rules);
  });
}

function addAtrule({ name, prelude, block }: Atrule, place: Place, rules: StyleRule[]): void {
  if (block === null) return;
  const text = prelude === null ? '' : generate(prelude).trim();
  switch (name.toLowerCase()) {
    case 'media':
      if (isOnScreen(text)) addBlock(block.children, place, rules);
      break;
    case 'supports':
      // What an old browser lacks, a browser of today has.
      if (!/^not\b/i.test(text)) addBlock(block.children, place, rules);
      break;
    case 'layer':
      addBlock(block.children, { ...place, layer: [place.layer, text].filter(Boolean).join('.') }, rules);
      break;
  }
}

function selectorsOf({ prelude }: Rule, within: Place['within']): readonly Selector[] {
  if (prelude.type !== 'SelectorList') return [];
  const selectors = prelude.children.toArray().filter((each) => each.type === 'Selector');
  if (within === null) return selectors;
  const outer = `:is(${within.map((each) => generate(each)).join(',')})`;
  return selectors.flatMap((selector) => resolved(generate(selector), outer));
}

function resolved(inner: string, outer: string): readonly Selector[] {
  const text = inner.includes('&') ? inner.replaceAll('&', () => outer) : `${outer} ${inner}`;
  if (text.length > LONGEST_SELECTOR) return [];
  const selector = parse(text, { context: 'selector', onParseError: () => undefined });
  return selector.type === 'Selector' ? [selector] : [];
}

function addRule(
  selector: Selector,
  layer: string | null,
  declarations: readonly StyleDeclaration[],
  rules: StyleRule[],
): void {
  if (isOfPart(selector)) return;
  const key = selectorKey(selector);
  rules.push({ selector: generate(selector), key, specificity: specificity(selector), layer, declarations });
}
