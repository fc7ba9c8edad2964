import { type Document, type Element, isDocument, isTag, type ParentNode } from 'domhandler';
import { Cascade } from './cascade.ts';
import { type Look, lookOf } from './look.ts';
import { isOnScreen } from './screen-media.ts';
import { styleRules } from './style-rules.ts';

/** Gives the style sheet saved beside the page under this relative address, or null if there is none. */
export type SheetBeside = (href: string) => string | null;

/** An address of its own, of another place, or of the root of a server: nothing that lies beside a file. */
const ELSEWHERE = /^\s*(?:[a-z][a-z0-9+.-]*:|[/\\#?]|$)/i;

/** The style sheets of a saved page: those written in it and those that lie beside it. Nothing is fetched. */
export class PageStyles {
  readonly #sheetBeside: SheetBeside;
  readonly #quirks: boolean;
  readonly #cascades = new Map<Document, Cascade>();
  /** The document or shadow root of every element that has children. */
  readonly #roots = new WeakMap<ParentNode, Document>();

  constructor(page: Document, sheetBeside: SheetBeside) {
    this.#sheetBeside = sheetBeside;
    this.#quirks = page['x-mode'] === 'quirks';
  }

  /** How an element looks inside one that looks like `around`. */
  look(element: Element, around: Look): Look {
    return lookOf(element, around, around.placed ? this.#cascade(this.#rootOf(element)).declared(element) : {});
  }

  #cascade(root: Document): Cascade {
    let cascade = this.#cascades.get(root);
    if (cascade === undefined) {
      cascade = new Cascade([...sheetsIn(root, this.#sheetBeside)].flatMap(styleRules), this.#quirks);
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
function* sheetsIn(root: Document, sheetBeside: SheetBeside): Generator<string> {
  const left: Element[] = root.children.filter(isTag).toReversed();
  for (let element = left.pop(); element !== undefined; element = left.pop()) {
    const { name, attribs } = element;
    if (name === 'style' && isCss(attribs.type) && isOnScreen(attribs.media ?? '')) yield textOf(element);
    else if (name === 'link' && isSheetLink(attribs)) {
      const sheet = ELSEWHERE.test(attribs.href ?? '') ? null : sheetBeside(attribs.href ?? '');
      if (sheet !== null) yield sheet;
    }
    // The content of a template is a document of its own.
    left.push(...element.children.filter(isTag).toReversed());
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
