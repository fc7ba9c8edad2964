import type { PageNode } from './page-node.ts';
import { isAriaHidden, isUnread, isUnreadInput } from './unread.ts';

/** Looks into a shadow root, closed ones included where the browser lets us; null where there is none. */
export type ShadowDoor = (element: Element) => ShadowRoot | null;

/** How a live tree is told what is no part of the page, and tells what else there is to watch. */
export interface LiveTreeOptions {
  /** Our own host, which is no part of the page. */
  readonly skip?: () => Element | null;
  readonly shadowOf?: ShadowDoor;
  /** Called with each document of a frame and each shadow root that is read: changes in there are told by no other. */
  readonly onRoot?: (root: Document | ShadowRoot) => void;
  /**
   * Whether anything may look otherwise than when this was asked last, for another reason than the records tell: then
   * looks are asked for everywhere. Without it they always are.
   */
  readonly stirred?: () => boolean;
}

/**
 * The live DOM below `element` as a `PageNode` tree, made on demand, for one look. `skip` is our own host, which is no
 * part of the page. A node's `parent` is found in the document even above `element`, so that a click's target can be
 * followed upwards.
 */
export function pageNode(element: Element, skip: Element | null = null): PageNode {
  return new LiveTree({ skip: () => skip }).nodeOf(element);
}

/** The element that a node of a live tree stands for; null for text and for trees that are not live. */
export function elementOf(node: PageNode): Element | null {
  return node instanceof LiveElement ? node.element : null;
}

/** With more touched places than this between two readings, a new tree costs less than finding them. */
const MOST_TOUCHED = 400;
/** Of more places than this, or among more siblings, looks are asked for everywhere. */
const MOST_PLACES = 20;
const MOST_SIBLINGS = 40;
/** What changes in these may change the looks of anything. */
const SHEETS: ReadonlySet<string> = new Set(['STYLE', 'LINK', 'HEAD', 'HTML']);
/** More records than this at once are not looked through: whoever changes so much waits for us already. */
const MOST_RECORDS = 1_000;

/**
 * A live tree that outlasts readings. A node stands for its element as it is, with everything below, until something of
 * that changes; then it and the nodes above it are made anew, and the others stay the same objects. So whatever a
 * reader remembers by node stays true as long as the node is reached from the root.
 */
export class LiveTree {
  readonly #options: LiveTreeOptions;
  #nodes = new WeakMap<Node, LiveElement>();
  /** Nodes whose looks or value were asked for: no record tells when a style sheet or a person changes these. */
  #asked: LiveElement[] = [];
  /** Looks were asked for in this very moment: nobody can have changed any since. */
  #isCurrent = false;
  #owes = false;
  /** Around what changed since the last reading: siblings may look otherwise too. */
  readonly #places = new Set<Element>();
  #anywhere = false;
  readonly #touched = new Set<Node>();
  readonly #added = new Set<Node>();

  constructor(options: LiveTreeOptions = {}) {
    this.#options = options;
  }

  /** What an observer of the page saw; cheap, the work is done at the next reading. */
  touch(records: readonly MutationRecord[]): void {
    this.#isCurrent = false;
    if (records.length > MOST_RECORDS) {
      this.forget();
      return;
    }
    for (const record of records) {
      this.#addPlace(record.target);
      if (this.#changesLooksOnly(record)) continue;
      this.#touched.add(record.target);
      // What was out of the page for a while may have been changed meanwhile, unseen.
      for (const node of record.addedNodes) this.#added.add(node);
    }
    if (this.#touched.size + this.#added.size > MOST_TOUCHED) this.forget();
  }

  /** Everything may have changed. */
  forget(): void {
    this.#nodes = new WeakMap();
    this.#asked = [];
    this.#owes = false;
    this.#places.clear();
    this.#anywhere = false;
    this.#touched.clear();
    this.#added.clear();
  }

  /**
   * Looks were asked for only around what changed. That is as far as most rules reach; `:has()`, rules that a script
   * writes and attributes that nobody watches reach further, so looks have to be asked for everywhere before long.
   */
  get owes(): boolean {
    return this.#owes;
  }

  /** The tree below `element` as it is now: the same node as before if nothing of it is another. */
  root(element: Element): PageNode {
    const renewed = new Set<Node>();
    if (!this.#isCurrent) this.#askAgain(renewed);
    for (const node of this.#touched) this.#renew(node, renewed);
    for (const node of this.#added) this.#forgetBelow(node);
    this.#touched.clear();
    this.#added.clear();
    return this.nodeOf(element);
  }

  /** Asks for looks and values anew, once for all who ask before anybody else has their turn. */
  #askAgain(renewed: Set<Node>): void {
    this.#isCurrent = true;
    queueMicrotask(() => {
      this.#isCurrent = false;
    });
    const stirred = this.#options.stirred?.() ?? true;
    const everywhere = stirred || this.#anywhere || ![...this.#places].every((place) => this.#askIn(place, renewed));
    if (everywhere) this.#askEverywhere(renewed);
    this.#owes = !everywhere && (this.#owes || this.#places.size > 0);
    this.#places.clear();
    this.#anywhere = false;
  }

  #askEverywhere(renewed: Set<Node>): void {
    this.#asked = this.#asked.filter((node) => {
      if (node.isOld) return false;
      if (!node.looksOther()) return true;
      this.#renew(node.element, renewed);
      return false;
    });
  }

  /** Asks in an element and all below it; false where one cannot know from here what that is. */
  #askIn(element: Element, renewed: Set<Node>): boolean {
    if (element.localName === 'iframe' || element.localName === 'slot' || this.#shadowIn(element) !== null)
      return false;
    if (this.#nodes.get(element)?.looksOther() === true) this.#renew(element, renewed);
    if (element.childElementCount > MOST_SIBLINGS) return false;
    for (let child = element.firstElementChild; child !== null; child = child.nextElementSibling) {
      if (!this.#askIn(child, renewed)) return false;
    }
    return true;
  }

  /** Rules reach what is in a changed element and, by their combinators, what is beside it. */
  #addPlace(target: Node): void {
    const place = target.parentElement;
    if (this.#anywhere || place === null || SHEETS.has(target.nodeName) || SHEETS.has(place.nodeName)) {
      this.#anywhere = true;
    } else if (this.#places.add(place).size > MOST_PLACES) this.#anywhere = true;
  }

  /**
   * Looks are asked for again at every reading anyway. A class says more only where it was read: it may make a dialog of
   * an element, or an icon of its words.
   */
  #changesLooksOnly({ type, target, attributeName }: MutationRecord): boolean {
    if (type !== 'attributes' || !isElement(target)) return false;
    if (attributeName === 'style') return true;
    if (attributeName !== 'class') return false;
    const node = this.#nodes.get(target);
    return node === undefined ? isUnread(target) : !node.classRead && !isUnread(target);
  }

  /** The node of an element: the one there is, or a new one. */
  nodeOf(element: Element): LiveElement {
    let node = this.#nodes.get(element);
    if (node === undefined) {
      node = new LiveElement(element, this);
      this.#nodes.set(element, node);
    }
    return node;
  }

  /** The node above an element, out of shadow roots and frames too. */
  above(element: Element): LiveElement | null {
    const parent = elementAbove(element);
    return parent === null ? null : this.nodeOf(parent);
  }

  asked(node: LiveElement): void {
    this.#asked.push(node);
  }

  childrenOf(parent: LiveElement): readonly PageNode[] {
    const { element, tag } = parent;
    // What a select or textarea shows is its value; a subtree taken away from assistive tools is taken away from us.
    if (tag === 'select' || tag === 'textarea' || isAriaHidden(element)) return [];
    const skip = this.#options.skip?.() ?? null;
    const made: PageNode[] = [];
    for (const child of this.#childNodes(element)) {
      if (child.nodeType === TEXT) made.push(new LiveText(child, element, this));
      else if (isElement(child) && child !== skip && (child.localName === 'iframe' || !isUnread(child))) {
        made.push(this.nodeOf(child));
      }
    }
    return made;
  }

  #childNodes(element: Element): readonly Node[] {
    if (element.localName === 'iframe') return this.#frameBody(element);
    if (element.localName === 'slot') {
      const assigned = (element as HTMLSlotElement).assignedNodes();
      if (assigned.length > 0) return assigned;
    }
    const shadow = this.#shadowIn(element);
    if (shadow === null) return childNodesOf(element);
    this.#options.onRoot?.(shadow);
    return childNodesOf(shadow);
  }

  #frameBody(frame: Element): readonly Node[] {
    const body = this.nodeOf(frame).visible ? bodyIn(frame) : null;
    if (body === null) return [];
    this.#options.onRoot?.(body.ownerDocument);
    return [body];
  }

  /** Drops a node and those above it, up to one that has been dropped in this round already. */
  #renew(node: Node, renewed: Set<Node>): void {
    for (let above: Node | null = node; above !== null && !renewed.has(above); above = nodeAbove(above)) {
      renewed.add(above);
      this.#drop(above);
    }
  }

  #drop(node: Node): void {
    const known = this.#nodes.get(node);
    if (known === undefined) return;
    known.isOld = true;
    this.#nodes.delete(node);
  }

  #forgetBelow(node: Node): void {
    this.#drop(node);
    for (const child of childNodesOf(node)) this.#forgetBelow(child);
    if (!isElement(node)) return;
    const shadow = this.#shadowIn(node);
    if (shadow !== null) this.#forgetBelow(shadow);
  }

  #shadowIn(element: Element): ShadowRoot | null {
    return element.shadowRoot ?? this.#options.shadowOf?.(element) ?? null;
  }
}

const SMALLEST_FRAME = 40;

class LiveText implements PageNode {
  readonly tag = '#text';
  readonly value = null;
  readonly children: readonly PageNode[] = [];
  readonly #node: Node;
  readonly #around: Element;
  readonly #tree: LiveTree;

  constructor(node: Node, around: Element, tree: LiveTree) {
    this.#node = node;
    this.#around = around;
    this.#tree = tree;
  }

  get parent(): PageNode {
    return this.#tree.nodeOf(this.#around);
  }

  get text(): string {
    return this.#node.nodeValue ?? '';
  }

  get visible(): boolean {
    return this.parent.visible;
  }

  attribute(): null {
    return null;
  }
}

class LiveElement implements PageNode {
  readonly tag: string;
  readonly text = '';
  readonly element: Element;
  /** Another node stands for the element by now, or none. */
  isOld = false;
  classRead = false;
  readonly #tree: LiveTree;
  #children: readonly PageNode[] | null = null;
  #visible: boolean | null = null;
  #value: string | null | undefined;

  constructor(element: Element, tree: LiveTree) {
    this.tag = element.localName;
    this.element = element;
    this.#tree = tree;
  }

  get parent(): PageNode | null {
    return this.#tree.above(this.element);
  }

  get visible(): boolean {
    if (this.#visible === null) {
      this.#visible = isVisible(this.element);
      if (this.#value == null) this.#tree.asked(this);
    }
    return this.#visible;
  }

  get value(): string | null {
    if (this.#value === undefined) {
      this.#value = readableValue(this.element);
      if (this.#value !== null && this.#visible === null) this.#tree.asked(this);
    }
    return this.#value;
  }

  get children(): readonly PageNode[] {
    this.#children ??= this.#tree.childrenOf(this);
    return this.#children;
  }

  attribute(name: string): string | null {
    if (name === 'class') this.classRead = true;
    return this.element.getAttribute(name);
  }

  /** True if it is seen otherwise, or holds something else, than when that was asked; or is in the page no more. */
  looksOther(): boolean {
    // The attributes that hide an element are told by records, so of what was seen only the looks are asked for.
    const seen = this.#visible === true && isDrawn(this.element) === true;
    if (!seen && this.#visible !== null && this.#visible !== isVisible(this.element)) return true;
    if (!seen && !this.element.isConnected) return true;
    if (this.tag === 'iframe' && this.#visible === true && this.#children !== null) {
      const [inside] = this.#children;
      return bodyIn(this.element) !== (inside === undefined ? null : elementOf(inside));
    }
    return this.#value != null && this.#value !== readableValue(this.element);
  }
}

const ELEMENT = 1;
const TEXT = 3;
const DOCUMENT = 9;

/** By its type, because what lies in a frame is an instance of that frame's own classes. */
function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT;
}

function childNodesOf(node: Node): readonly Node[] {
  const all: Node[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) all.push(child);
  return all;
}

function elementAbove(element: Element): Element | null {
  let above = nodeAbove(element);
  while (above !== null && !isElement(above)) above = nodeAbove(above);
  return above;
}

/** The node around another; around a shadow root its host, around a frame's document the frame. */
function nodeAbove(node: Node): Node | null {
  if (node.parentNode !== null) return node.parentNode;
  if (node.nodeType === DOCUMENT) return (node as Document).defaultView?.frameElement ?? null;
  return (node as Partial<ShadowRoot>).host ?? null;
}

/**
 * The body of a frame that is a part of the page: of the same site, large enough to read, and not empty. A browser makes
 * a whole world of its own for whoever looks into a frame, so nobody looks into one that is blank or somebody else's.
 */
function bodyIn(frame: Element): Element | null {
  if (!isOfSameSite(frame)) return null;
  const { width, height } = frame.getBoundingClientRect();
  if (width < SMALLEST_FRAME || height < SMALLEST_FRAME) return null;
  try {
    const body = (frame as HTMLIFrameElement).contentDocument?.body ?? null;
    return body?.firstChild == null ? null : body;
  } catch {
    return null;
  }
}

function isOfSameSite(frame: Element): boolean {
  if (frame.hasAttribute('srcdoc')) return true;
  const src = frame.getAttribute('src') ?? '';
  const origin = frame.ownerDocument.defaultView?.location.origin;
  return src !== '' && URL.canParse(src, frame.baseURI) && new URL(src, frame.baseURI).origin === origin;
}

const SEEN: CheckVisibilityOptions = { visibilityProperty: true, opacityProperty: true };

/** Whether it has a box that can be seen; null where the browser does not say. */
function isDrawn(element: Element): boolean | null {
  return typeof element.checkVisibility === 'function' ? element.checkVisibility(SEEN) : null;
}

function isVisible(element: Element): boolean {
  if (isAriaHidden(element) || element.getAttribute('hidden') === 'until-found') return false;
  const drawn = isDrawn(element);
  if (drawn === null) return !element.closest('[hidden], [aria-hidden="true"]');
  if (drawn) return true;
  // It has no box, but what is in it may be seen where it stands.
  const style = getComputedStyle(element);
  if (style.display !== 'contents' || style.visibility !== 'visible') return false;
  const parent = elementAbove(element);
  return parent !== null && isVisible(parent);
}

function readableValue(element: Element): string | null {
  switch (element.localName) {
    case 'input':
      return isUnreadInput(element) ? null : (element as HTMLInputElement).value;
    case 'textarea':
      return (element as HTMLTextAreaElement).value;
    case 'select':
      return Array.from((element as HTMLSelectElement).selectedOptions, (option) => option.text).join(', ');
    default:
      return null;
  }
}
