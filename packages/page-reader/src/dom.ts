import type { PageNode } from './page-node.ts';
import { choiceRead } from './radio-choice.ts';
import { isCutOff, type Room, roomIn } from './room.ts';
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
  /** Nodes that were asked what they hold; they are known until the next look, forgotten or not. */
  #fields: LiveElement[] = [];
  #isForgotten = false;
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
    this.#isForgotten = true;
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

  /**
   * True if a field holds something else than what was read, which no record tells; null where there is none. Looks are not
   * asked for.
   */
  get refilled(): boolean | null {
    this.#fields = this.#fields.filter(({ isOld }) => !isOld);
    if (this.#fields.length === 0) return null;
    try {
      return this.#fields.some((field) => field.isRefilled);
    } catch {
      // As in `root`: the field has gone with its frame.
      return true;
    }
  }

  /** The tree below `element` as it is now: the same node as before if nothing of it is another. */
  root(element: Element): PageNode {
    try {
      this.#renewAll();
    } catch {
      // Firefox takes away what stood in a frame that shows another document by now: whatever is asked of it throws.
      this.forget();
    }
    if (this.#isForgotten) this.#fields = [];
    this.#isForgotten = false;
    return this.nodeOf(element);
  }

  #renewAll(): void {
    const renewed = new Set<Node>();
    if (!this.#isCurrent) this.#askAgain(renewed);
    for (const node of this.#touched) this.#renew(node, renewed);
    for (const node of this.#added) this.#forgetBelow(node);
    this.#touched.clear();
    this.#added.clear();
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
    if (isFrame(element.localName) || element.localName === 'slot' || this.#shadowIn(element) !== null) return false;
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

  /** The node of an element: the one there is, or a new one. `tag`: where it has been asked for already. */
  nodeOf(element: Element, tag = element.localName): LiveElement {
    let node = this.#nodes.get(element);
    if (node === undefined) {
      node = new LiveElement(element, tag, this);
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

  holds(node: LiveElement): void {
    this.#fields.push(node);
  }

  childrenOf(parent: LiveElement): readonly PageNode[] {
    const { element, tag } = parent;
    // What a select or textarea shows is its value; a subtree taken away from assistive tools is taken away from us.
    if (tag === 'select' || tag === 'textarea' || isAriaHidden(element)) return NONE;
    const elsewhere = this.#elsewhere(element, tag);
    if (elsewhere !== null) return elsewhere.flatMap((child) => this.#childOf(parent, child) ?? []);
    const first = element.firstChild;
    if (first === null) return NONE;
    const one = this.#childOf(parent, first);
    // Most elements hold one thing: a list of one takes a fifth of the space of a list that grew.
    const made = one === null ? [] : [one];
    for (let child = first.nextSibling; child !== null; child = child.nextSibling) {
      const node = this.#childOf(parent, child);
      if (node !== null) made.push(node);
    }
    return made;
  }

  #childOf(parent: LiveElement, child: Node): PageNode | null {
    const type = child.nodeType;
    if (type === TEXT) return new LiveText(child, parent, this);
    if (type !== ELEMENT || child === this.#options.skip?.()) return null;
    const element = child as Element;
    const tag = element.localName;
    return tag === 'iframe' || !isUnread(element, tag) ? this.nodeOf(element, tag) : null;
  }

  /** What is shown in an element in the place of its own nodes; null: these are. */
  #elsewhere(element: Element, tag: string): readonly Node[] | null {
    if (isFrame(tag)) return this.#frameBody(element);
    if (tag === 'slot') {
      const assigned = (element as HTMLSlotElement).assignedNodes();
      if (assigned.length > 0) return assigned;
    }
    const shadow = this.#shadowIn(element);
    if (shadow === null) return null;
    this.#options.onRoot?.(shadow);
    return childNodesOf(shadow);
  }

  #frameBody(frame: Element): readonly Node[] {
    const inside = this.nodeOf(frame).visible ? documentIn(frame) : null;
    // Also while it is empty: more may be on its way.
    if (inside !== null) this.#options.onRoot?.(inside);
    const body = bodyOf(inside);
    return body === null ? NONE : [body];
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
const NONE: readonly never[] = [];

class LiveText implements PageNode {
  readonly tag = '#text';
  readonly value = null;
  readonly children = NONE;
  readonly #node: Node;
  readonly #around: LiveElement;
  readonly #tree: LiveTree;

  constructor(node: Node, around: LiveElement, tree: LiveTree) {
    this.#node = node;
    this.#around = around;
    this.#tree = tree;
  }

  get parent(): PageNode {
    return this.#around.isOld ? this.#tree.nodeOf(this.#around.element) : this.#around;
  }

  get text(): string {
    return this.#node.nodeValue ?? '';
  }

  get visible(): boolean {
    return this.parent.visible;
  }

  get cutOff(): boolean {
    return this.parent.cutOff;
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
  #room: Room | null = null;

  constructor(element: Element, tag: string, tree: LiveTree) {
    this.tag = tag;
    this.element = element;
    this.#tree = tree;
  }

  get parent(): PageNode | null {
    return this.#tree.above(this.element);
  }

  get visible(): boolean {
    if (this.#visible === null) {
      this.#visible = this.#isShown();
      if (this.#value == null) this.#tree.asked(this);
    }
    return this.#visible;
  }

  get cutOff(): boolean {
    return isCutOff(this.element, this.room);
  }

  get room(): Room {
    this.#room ??= roomIn(this.element, elementAbove(this.element), (around) => this.#tree.nodeOf(around).room);
    return this.#room;
  }

  get value(): string | null {
    if (this.#value === undefined) {
      this.#value = readableValue(this.element, this.tag);
      if (this.#value !== null) this.#tree.holds(this);
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

  /** Of a choice the words that were not chosen are there for nobody. */
  #isShown(): boolean {
    return isVisible(this.element) && (this.value !== '' || choiceOf(this.element, this.tag) !== '');
  }

  get isRefilled(): boolean {
    return this.#value != null && this.#value !== readableValue(this.element, this.tag);
  }

  /** True if it is seen otherwise, or holds something else, than when that was asked; or is in the page no more. */
  looksOther(): boolean {
    // The attributes that hide an element are told by records, so of what was seen only the looks are asked for.
    const seen = this.#visible === true && isDrawn(this.element) === true;
    if (!seen && this.#visible !== null && this.#visible !== this.#isShown()) return true;
    if (!seen && !this.element.isConnected) return true;
    if (isFrame(this.tag) && this.#visible === true && this.#children !== null) {
      const [inside] = this.#children;
      return bodyOf(documentIn(this.element)) !== (inside === undefined ? null : elementOf(inside));
    }
    return this.isRefilled;
  }
}

const ELEMENT = 1;
const TEXT = 3;
const DOCUMENT = 9;
const FRAGMENT = 11;

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
  // A link out of the page has a host as well: that of its address.
  return node.nodeType === FRAGMENT ? ((node as Partial<ShadowRoot>).host ?? null) : null;
}

/** Old portals have their pages in the frames of a frameset. */
function isFrame(tag: string): boolean {
  return /^i?frame$/.test(tag);
}

/** What is shown of a document; null while there is nothing in it. */
function bodyOf(document: Document | null): Element | null {
  return document?.body?.firstChild ? document.body : null;
}

/**
 * The document of a frame that is a part of the page: of the same site, and large enough to read. A browser makes a whole
 * world of its own for whoever looks into a frame, so nobody looks into one that is blank or somebody else's.
 */
function documentIn(frame: Element): Document | null {
  if (!isOfSameSite(frame)) return null;
  const { width, height } = frame.getBoundingClientRect();
  if (width < SMALLEST_FRAME || height < SMALLEST_FRAME) return null;
  try {
    return (frame as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

/** False for a frame that is blank, too: an empty address is that of the page around it for whoever asks for `src`. */
export function isOfSameSite(frame: Element): boolean {
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

function readableValue(element: Element, tag: string): string | null {
  switch (tag) {
    case 'input':
      return isUnreadInput(element) ? null : (element as HTMLInputElement).value;
    case 'textarea':
      return (element as HTMLTextAreaElement).value;
    case 'select':
      return Array.from((element as HTMLSelectElement).selectedOptions, (option) => option.text).join(', ');
    default:
      return choiceOf(element, tag);
  }
}

/** A radio button's words, whether they stand in it or in its label; null for all else. */
function choiceOf(element: Element, tag: string): string | null {
  const button = (tag === 'label' && (element as HTMLLabelElement).control) || element;
  const isNative = tag === 'label' && (button as HTMLInputElement).type === 'radio';
  if (!isNative && button.getAttribute('role') !== 'radio') return null;
  const isChosen = isNative ? (button as HTMLInputElement).checked : button.getAttribute('aria-checked') === 'true';
  return choiceRead(element.textContent, isChosen);
}
