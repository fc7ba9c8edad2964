import { type ChildNode, type Element, isTag, isText, type Text } from 'domhandler';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import type { PageNode } from '../page-node.ts';
import { isAriaHidden, isUnread, isUnreadInput, type NamedElement } from '../unread.ts';
import { decodedPage } from './decoded-page.ts';
import { fieldValue } from './field-value.ts';
import { isSeen, type Look, WHOLE_PAGE } from './look.ts';
import { PageStyles, type SheetBeside } from './page-styles.ts';
import { shownChildren } from './shadow-tree.ts';

export interface SavedPageOptions {
  /** Gives style sheets that were saved beside the page; without it only those in the page are known. */
  readonly sheetBeside?: SheetBeside;
}

/** Nested deeper than this, elements are read beside each other; the parsers of browsers do the same. */
const DEEPEST = 500;

/**
 * The body of a saved HTML file as a `PageNode` tree, with the same things left out as of a live page. What can be seen
 * is guessed from attributes and style sheets, for a desktop screen; nothing is run and nothing is fetched. Takes any
 * input: whatever HTML says about broken markup is done. Bytes are decoded as `decodedPage` says.
 */
export function savedPage(page: Uint8Array | string, options: SavedPageOptions = {}): PageNode {
  const text = typeof page === 'string' ? page : decodedPage(page);
  const document = parse(text, { treeAdapter: adapter });
  const styles = new PageStyles(document, options.sheetBeside ?? (() => null));
  const html = document.children.find(isTag);
  const body = html?.children.find((child) => isTag(child) && (child.name === 'body' || child.name === 'frameset'));
  if (html === undefined || body === undefined || !isTag(body)) throw new Error('parsed without a body');
  return new SavedElement(body, null, styles, styles.look(html, WHOLE_PAGE), 0);
}

class SavedText implements PageNode {
  readonly tag = '#text';
  readonly value = null;
  readonly children: readonly PageNode[] = [];
  readonly text: string;
  readonly visible: boolean;
  readonly parent: PageNode;

  constructor(node: Text, parent: PageNode, around: Look) {
    this.text = node.data;
    this.visible = isSeen(around) && !around.folded;
    this.parent = parent;
  }

  attribute(): null {
    return null;
  }
}

class SavedElement implements PageNode {
  readonly tag: string;
  readonly text = '';
  readonly parent: PageNode | null;
  readonly #element: Element;
  readonly #styles: PageStyles;
  readonly #look: Look;
  readonly #depth: number;
  #children: readonly PageNode[] | null = null;

  /** `around`: how the element around it looks. */
  constructor(element: Element, parent: PageNode | null, styles: PageStyles, around: Look, depth: number) {
    this.tag = element.name;
    this.parent = parent;
    this.#element = element;
    this.#styles = styles;
    this.#look = styles.look(element, around);
    this.#depth = depth;
  }

  get visible(): boolean {
    return isSeen(this.#look);
  }

  get value(): string | null {
    const unread = this.tag === 'input' && isUnreadInput(named(this.#element));
    return unread ? null : fieldValue(this.#element);
  }

  get children(): readonly PageNode[] {
    this.#children ??= this.#depth < DEEPEST ? this.#childrenOf(this) : this.#allBelow();
    return this.#children;
  }

  attribute(name: string): string | null {
    return this.#element.attribs[name] ?? null;
  }

  /** The children of `above`, an element at the place of this one. */
  #childrenOf(above: SavedElement): PageNode[] {
    const made: PageNode[] = [];
    for (const child of readableChildren(above.#element)) {
      if (isText(child)) made.push(new SavedText(child, this, above.#look));
      else made.push(new SavedElement(child, this, this.#styles, above.#look, this.#depth + 1));
    }
    return made;
  }

  #allBelow(): PageNode[] {
    const flat: PageNode[] = [];
    const left: PageNode[] = this.#childrenOf(this).reverse();
    for (let node = left.pop(); node !== undefined; node = left.pop()) {
      flat.push(node);
      if (!(node instanceof SavedElement)) continue;
      node.#children = [];
      left.push(...this.#childrenOf(node).reverse());
    }
    return flat;
  }
}

function readableChildren(element: Element): readonly (Text | Element)[] {
  // What a select or textarea shows is its value.
  if (element.name === 'select' || element.name === 'textarea' || isAriaHidden(named(element))) return [];
  return shownChildren(element).filter(isReadable);
}

function isReadable(node: ChildNode): node is Text | Element {
  return isText(node) || (isTag(node) && !isUnread(named(node)));
}

function named({ name, attribs }: Element): NamedElement {
  return { localName: name, getAttribute: (attribute) => attribs[attribute] ?? null };
}
