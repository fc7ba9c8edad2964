import { compile } from 'css-select';
import type { AnyNode, Element } from 'domhandler';
import { type HidingProperty, inlineDeclarations, type StyleDeclaration } from './style-declaration.ts';
import type { StyleRule } from './style-rules.ts';

/** The values that win for one element; what nothing declares is left out. */
export type Declared = Readonly<Partial<Record<HidingProperty, string>>>;

interface Weighed extends StyleDeclaration {
  readonly weight: number;
}

interface IndexedRule {
  /** Compiled when it is first asked. */
  matches: ((node: AnyNode) => boolean) | null;
  readonly selector: string;
  readonly declarations: readonly Weighed[];
}

/**
 * The style sheets of one document or shadow root: which declaration wins for an element, by importance, layer,
 * specificity and order. Rules are found by the id, class or tag that their selector ends in.
 */
export class Cascade {
  readonly #byKey = new Map<string, IndexedRule[]>();
  readonly #inline = new Map<string, readonly Weighed[]>();
  readonly #quirks: boolean;
  readonly #count: number;

  /** `quirks`: the page has no doctype; its classes and ids are compared without case. */
  constructor(rules: readonly StyleRule[], quirks: boolean) {
    this.#quirks = quirks;
    this.#count = rules.length;
    const layers = [...new Set(rules.flatMap(({ layer }) => layer ?? []))];
    // Outside of layers is above all layers; where it is important, below.
    const levels = rules.map(({ layer }) => (layer === null ? layers.length : layers.indexOf(layer)));
    const ranks = ranked(rules, levels);
    const importantRanks = ranked(
      rules,
      levels.map((level) => -level),
    );
    rules.forEach(({ selector, key, declarations }, i) => {
      const weighed = declarations.map((each) => ({
        ...each,
        weight: each.important ? this.#count + 1 + (importantRanks[i] ?? 0) : (ranks[i] ?? 0),
      }));
      const rule = { matches: null, selector, declarations: weighed };
      const others = this.#byKey.get(key);
      if (others === undefined) this.#byKey.set(key, [rule]);
      else others.push(rule);
    });
  }

  /** What the style sheets and the element's own style declare for it. */
  declared(element: Element): Declared {
    const won: Partial<Record<HidingProperty, Weighed>> = {};
    for (const key of keysOf(element)) {
      for (const rule of this.#byKey.get(key) ?? []) {
        if (this.#matches(rule, element)) take(won, rule.declarations);
      }
    }
    take(won, this.#inlineOf(element.attribs.style ?? ''));
    return Object.fromEntries(Object.values(won).map(({ property, value }) => [property, value]));
  }

  #matches(rule: IndexedRule, element: Element): boolean {
    rule.matches ??= compiled(rule.selector, this.#quirks);
    return rule.matches(element);
  }

  #inlineOf(style: string): readonly Weighed[] {
    let declarations = this.#inline.get(style);
    if (declarations === undefined) {
      declarations = inlineDeclarations(style).map((each) => ({
        ...each,
        weight: each.important ? Number.POSITIVE_INFINITY : this.#count,
      }));
      this.#inline.set(style, declarations);
    }
    return declarations;
  }
}

/** The place of each rule when they are sorted by level, specificity and order. */
function ranked(rules: readonly StyleRule[], levels: readonly number[]): readonly number[] {
  const order = rules.map((_, i) => i);
  order.sort(
    (a, b) =>
      (levels[a] ?? 0) - (levels[b] ?? 0) || (rules[a]?.specificity ?? 0) - (rules[b]?.specificity ?? 0) || a - b,
  );
  const ranks: number[] = [];
  order.forEach((i, rank) => {
    ranks[i] = rank;
  });
  return ranks;
}

function take(won: Partial<Record<HidingProperty, Weighed>>, declarations: readonly Weighed[]): void {
  for (const each of declarations) {
    if (each.weight >= (won[each.property]?.weight ?? -1)) won[each.property] = each;
  }
}

function keysOf({ name, attribs }: Element): readonly string[] {
  const keys = ['', name.toLowerCase()];
  if (attribs.id !== undefined) keys.push(`#${attribs.id.toLowerCase()}`);
  if (attribs.class !== undefined) {
    for (const each of new Set(attribs.class.toLowerCase().split(/\s+/))) if (each !== '') keys.push(`.${each}`);
  }
  return keys;
}

function compiled(selector: string, quirksMode: boolean): (node: AnyNode) => boolean {
  try {
    return compile<AnyNode, Element>(selector, { quirksMode });
  } catch {
    // A selector of tomorrow, or of an element's state that a file does not keep.
    return () => false;
  }
}
