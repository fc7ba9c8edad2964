import { type Document, type Element, isDocument, isTag, type ParentNode } from 'domhandler';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { decodedPage } from './decoded-page.ts';

/**
 * Gives the file saved beside the page under this path, relative to the page's folder, or null if there is none. The
 * path comes from the page: whoever opens files by it makes sure that it stays in the folder.
 */
export type FileBeside = (path: string) => Uint8Array | string | null;

/** An address of its own, of another place, or of the root of a server: nothing that lies beside a file. */
const ELSEWHERE = /^\s*(?:[a-z][a-z0-9+.-]*:|[/\\#?]|$)/i;
/** Stands for the page's folder where addresses are resolved; what leads out of it is not beside the page. */
const FOLDER = 'https://saved.invalid/folder/';
/** A page may hold itself as a frame, many times. */
const MOST_FRAMES = 50;

/** The documents of a saved page: the page itself and its frames. Files beside it are asked for, nothing is fetched. */
export class PageDocuments {
  readonly page: Document;
  readonly #fileBeside: FileBeside;
  /** Where each document lies, as a path from the page's folder. */
  readonly #paths = new Map<Document, string>();
  /** The document that each shadow root belongs to, once it was asked. */
  readonly #owners = new WeakMap<Document, Document>();
  #frames = 0;

  constructor(html: string, fileBeside: FileBeside) {
    this.#fileBeside = fileBeside;
    this.page = this.#parsed(html, '');
  }

  /** The document in a frame, if it was saved with the page; a sandboxed one is closed to a content script too. */
  inFrame(frame: Element): Document | null {
    const { srcdoc, src = '', sandbox = 'allow-same-origin' } = frame.attribs;
    if (this.#frames >= MOST_FRAMES || !/\ballow-same-origin\b/i.test(sandbox)) return null;
    this.#frames += 1;
    const around = this.#pathOf(frame);
    if (srcdoc !== undefined) return this.#parsed(srcdoc, around);
    const path = pathBeside(src, around);
    const file = path === null ? null : this.#fileBeside(path);
    return path === null || file === null ? null : this.#parsed(textOf(file), path);
  }

  /** The text of a style sheet that an element names. */
  sheet(href: string, link: Element): string | null {
    const path = pathBeside(href, this.#pathOf(link));
    const file = path === null ? null : this.#fileBeside(path);
    return file === null ? null : textOf(file);
  }

  /** True for what belongs to a document without a doctype. */
  isQuirky(root: Document): boolean {
    return this.#documentOf(root)['x-mode'] === 'quirks';
  }

  /** The document that a node belongs to, out of templates too: their content is a document of its own. */
  #documentOf(node: ParentNode): Document {
    const roots: Document[] = [];
    let owner: Document | undefined;
    for (let above: ParentNode | null = node; above !== null && owner === undefined; above = above.parent) {
      if (!isDocument(above)) continue;
      owner = above.parent === null ? above : this.#owners.get(above);
      roots.push(above);
    }
    if (owner === undefined) throw new Error('a node outside of every document');
    for (const root of roots) this.#owners.set(root, owner);
    return owner;
  }

  #pathOf(node: ParentNode): string {
    return this.#paths.get(this.#documentOf(node)) ?? '';
  }

  #parsed(html: string, path: string): Document {
    const document = parse(html, { treeAdapter: adapter });
    this.#paths.set(document, path);
    return document;
  }
}

/** The body of a document, or its set of frames, which has no words of its own; and the element around it. */
export function bodyOf(document: Document): { readonly html: Element; readonly body: Element } {
  const html = document.children.find(isTag);
  const body = html?.children.find((child) => isTag(child) && (child.name === 'body' || child.name === 'frameset'));
  if (html === undefined || body === undefined || !isTag(body)) throw new Error('parsed without a body');
  return { html, body };
}

function pathBeside(href: string, from: string): string | null {
  if (ELSEWHERE.test(href) || !URL.canParse(href, FOLDER + from)) return null;
  const { origin, pathname } = new URL(href, FOLDER + from);
  const address = origin + pathname;
  return address.startsWith(FOLDER) ? decoded(address.slice(FOLDER.length)) : null;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function textOf(file: Uint8Array | string): string {
  return typeof file === 'string' ? file : decodedPage(file);
}
