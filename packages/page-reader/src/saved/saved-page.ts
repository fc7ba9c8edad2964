import { type ChildNode, type Document, type Element, isTag, isText, type Text } from 'domhandler';
import type { PageNode } from '../page-node.ts';
import { isAriaHidden, isUnread, isUnreadInput, type NamedElement } from '../unread.ts';
import { decodedPage } from './decoded-page.ts';
import { choiceOf, fieldValue } from './field-value.ts';
import { isSeen, type Look, WHOLE_PAGE } from './look.ts';
import { bodyOf, type FileBeside, PageDocuments } from './page-documents.ts';
import { PageStyles } from './page-styles.ts';
import { shownChildren } from './shadow-tree.ts';

export interface SavedPageOptions {
  /** Gives style sheets and frames that were saved beside the page; without it only those in the page are known. */
  readonly fileBeside?: FileBeside;
}

/** Nested deeper than this, elements are read beside each other; the parsers of browsers do the same. */
const DEEPEST = 500;

/**
 * The body of a saved HTML file as a `PageNode` tree, with the same things left out as of a live page. What can be seen
 * is guessed from attributes and style sheets, for a desktop screen; nothing is run and nothing is fetched. Takes any
 * input: whatever HTML says about broken markup is done. Bytes are decoded as `decodedPage` says.
 */
export function savedPage(page: Uint8Array | string, options: SavedPageOptions = {}): PageNode {
  const html = typeof page === 'string' ? page : decodedPage(page);
  const documents = new PageDocuments(html, options.fileBeside ?? (() => null));
  return bodyNode(documents.page, null, { documents, styles: new PageStyles(documents) }, 0);
}

/** What all nodes of a saved page share. */
interface SavedTree {
  readonly documents: PageDocuments;
  readonly styles: PageStyles;
}

function bodyNode(document: Document, parent: SavedElement | null, tree: SavedTree, depth: number): SavedElement {
  const { html, body } = bodyOf(document);
  return new SavedElement(body, parent, tree, tree.styles.look(html, WHOLE_PAGE), depth);
}

class SavedText implements PageNode {
  readonly cutOff = false;
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
  readonly cutOff = false;
  readonly tag: string;
  readonly text = '';
  readonly parent: PageNode | null;
  readonly #element: Element;
  readonly #tree: SavedTree;
  readonly #look: Look;
  readonly #depth: number;
  #children: readonly PageNode[] | null = null;

  /** `around`: how the element around it looks. */
  constructor(element: Element, parent: PageNode | null, tree: SavedTree, around: Look, depth: number) {
    this.tag = element.name;
    this.parent = parent;
    this.#element = element;
    this.#tree = tree;
    this.#look = tree.styles.look(element, around);
    this.#depth = depth;
  }

  get visible(): boolean {
    // Of a choice the words that were not chosen are there for nobody.
    return isSeen(this.#look) && choiceOf(this.#element) !== '';
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
    if (above.tag === 'iframe') return this.#frameOf(above);
    return readableChildren(above.#element).map((child) =>
      isText(child)
        ? new SavedText(child, this, above.#look)
        : new SavedElement(child, this, this.#tree, above.#look, this.#depth + 1),
    );
  }

  /** The body of a frame's document; of a frame that is hidden, empty or a few pixels wide nothing. */
  #frameOf(frame: SavedElement): PageNode[] {
    if (!frame.visible || isTiny(frame.#element)) return [];
    const document = this.#tree.documents.inFrame(frame.#element);
    if (document === null || bodyOf(document).body.children.length === 0) return [];
    return [bodyNode(document, this, this.#tree, this.#depth + 1)];
  }

  #allBelow(): PageNode[] {
    const flat: PageNode[] = [];
    const left: PageNode[] = this.#childrenOf(this).reverse();
    for (let node = left.pop(); node !== undefined; node = left.pop()) {
      flat.push(node);
      if (!(node instanceof SavedElement)) continue;
      node.#children = [];
      for (const child of this.#childrenOf(node).reverse()) left.push(child);
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
  return isText(node) || (isTag(node) && (node.name === 'iframe' || !isUnread(named(node))));
}

/** Frames smaller than this, in pixels, show nobody anything. */
const SMALLEST_FRAME = 40;

function isTiny({ attribs }: Element): boolean {
  return ['width', 'height'].some((side) => {
    const styled = new RegExp(`(?:^|[;\\s])${side}\\s*:\\s*([\\d.]+)(?:px)?\\s*(?:;|$)`, 'i').exec(attribs.style ?? '');
    const size = styled?.[1] ?? attribs[side] ?? '';
    return /^\s*[\d.]+\s*(?:px)?\s*$/i.test(size) && Number.parseFloat(size) < SMALLEST_FRAME;
  });
}

function named({ name, attribs }: Element): NamedElement {
  return { localName: name, getAttribute: (attribute) => attribs[attribute] ?? null };
}
