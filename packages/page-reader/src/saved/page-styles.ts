import { type Document, type Element, isDocument, type ParentNode } from 'domhandler';
import { Cascade } from './cascade.ts';
import { elementsBelow } from './document-order.ts';
import { type Look, lookOf } from './look.ts';
import type { PageDocuments } from './page-documents.ts';
import { isOnScreen } from './screen-media.ts';
import { styleRules } from './style-rules.ts';

/** The style sheets of a saved page: those written in it and those that lie beside it. Nothing is fetched. */
export class PageStyles {
  readonly #documents: PageDocuments;
  readonly #cascades = new Map<Document, Cascade>();
  /** The document or shadow root of every element that has children. */
  readonly #roots = new WeakMap<ParentNode, Document>();

  constructor(documents: PageDocuments) {
    this.#documents = documents;
  }

  /** How an element looks inside one that looks like `around`. */
  look(element: Element, around: Look): Look {
    return lookOf(element, around, around.placed ? this.#cascade(this.#rootOf(element)).declared(element) : {});
  }

  #cascade(root: Document): Cascade {
    let cascade = this.#cascades.get(root);
    if (cascade === undefined) {
      cascade = new Cascade([...sheetsIn(root, this.#documents)].flatMap(styleRules), this.#documents.isQuirky(root));
      this.#cascades.set(root, cascade);
    }
    return cascade;
  }

  #rootOf(element: Element): Document {
    const climbed: ParentNode[] = [];
    let node: ParentNode | null = element.parent;
    let root: Document | undefined;
    while (node !== null && root === undefined) {
      root = isDocument(node) ? node : this.#roots.get(node);
      climbed.push(node);
      node = node.parent;
    }
    if (root === undefined) throw new Error('an element outside of every document');
    for (const each of climbed) this.#roots.set(each, root);
    return root;
  }
}

/** The texts of the style sheets of one document or shadow root, in their order. */
function* sheetsIn(root: Document, documents: PageDocuments): Generator<string> {
  for (const element of elementsBelow(root)) {
    const { name, attribs } = element;
    if (name === 'style' && isCss(attribs.type) && isOnScreen(attribs.media ?? '')) yield textOf(element);
    else if (name === 'link' && isSheetLink(attribs)) {
      const sheet = documents.sheet(attribs.href ?? '', element);
      if (sheet !== null) yield sheet;
    }
  }
}

function isSheetLink({ rel = '', type, media = '', disabled }: Element['attribs']): boolean {
  const words = rel.toLowerCase().split(/\s+/);
  const applies = words.includes('stylesheet') && !words.includes('alternate') && disabled === undefined;
  return applies && isCss(type) && isOnScreen(media);
}

function isCss(type = ''): boolean {
  return type === '' || type.toLowerCase() === 'text/css';
}

function textOf(style: Element): string {
  return style.children.map((child) => ('data' in child ? child.data : '')).join('');
}
