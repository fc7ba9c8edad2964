import type { PageNode } from '../page-node.ts';

class Literal implements PageNode {
  parent: PageNode | null = null;
  readonly cutOff = false;
  readonly children: readonly PageNode[];
  readonly tag: string;
  readonly text: string;
  readonly value: string | null;
  readonly #attributes: Readonly<Record<string, string>>;

  constructor(tag: string, text: string, attributes: Readonly<Record<string, string>>, children: readonly Literal[]) {
    this.tag = tag;
    this.text = text;
    this.#attributes = attributes;
    this.value = tag === 'input' ? (attributes.value ?? '') : null;
    this.children = children;
    for (const child of children) child.parent = this;
  }

  get visible(): boolean {
    return !('hidden' in this.#attributes) && (this.parent?.visible ?? true);
  }

  attribute(name: string): string | null {
    return this.#attributes[name] ?? null;
  }
}

/** A page literal: `node('div', { class: 'fact' }, node('span', {}, 'Mã hồ sơ: '), …)`. `hidden: ''` hides a subtree. */
export function node(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: (PageNode | string)[]
): PageNode {
  const made = children.map((child) => (typeof child === 'string' ? new Literal('#text', child, {}, []) : child));
  return new Literal(
    tag,
    '',
    attributes,
    made.filter((child): child is Literal => child instanceof Literal),
  );
}

/** A line of sibling spans, as OpenCPS prints facts. */
export function fact(label: string, value: string): PageNode {
  return node('div', {}, node('span', {}, label), node('span', {}, ` ${value} `));
}

/** A table with a head row. */
export function table(heads: readonly string[], ...rows: (PageNode | string)[][]): PageNode {
  return node(
    'table',
    {},
    node('thead', {}, node('tr', {}, ...heads.map((head) => node('th', {}, head)))),
    node('tbody', {}, ...rows.map((cells) => node('tr', {}, ...cells.map((cell) => node('td', {}, cell))))),
  );
}
