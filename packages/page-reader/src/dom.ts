import type { PageNode } from './page-node.ts';
import { isAriaHidden, isUnread, isUnreadInput } from './unread.ts';

/**
 * The live DOM below `element` as a `PageNode` tree, made on demand and remembered: build a fresh one for every
 * reading. `skip` is our own host, which is no part of the page. A node's `parent` is found in the document even
 * above `element`, so that a click's target can be followed upwards.
 */
export function pageNode(element: Element, skip: Element | null = null): PageNode {
  return new LiveElement(element, null, skip);
}

/** The element that a node of a live tree stands for; null for text and for trees that are not live. */
export function elementOf(node: PageNode): Element | null {
  return node instanceof LiveElement ? node.element : null;
}

class LiveText implements PageNode {
  readonly tag = '#text';
  readonly value = null;
  readonly children: readonly PageNode[] = [];
  readonly #node: Node;
  readonly parent: PageNode;

  constructor(node: Node, parent: PageNode) {
    this.#node = node;
    this.parent = parent;
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
  readonly #skip: Element | null;
  #parent: PageNode | null;
  #children: readonly PageNode[] | null = null;
  #visible: boolean | null = null;

  constructor(element: Element, parent: PageNode | null, skip: Element | null) {
    this.tag = element.localName;
    this.element = element;
    this.#parent = parent;
    this.#skip = skip;
  }

  get parent(): PageNode | null {
    if (this.#parent === null) {
      const above = this.element.parentElement;
      if (above !== null) this.#parent = new LiveElement(above, null, this.#skip);
    }
    return this.#parent;
  }

  get visible(): boolean {
    this.#visible ??= isVisible(this.element);
    return this.#visible;
  }

  get value(): string | null {
    return readableValue(this.element);
  }

  get children(): readonly PageNode[] {
    this.#children ??= this.#makeChildren();
    return this.#children;
  }

  attribute(name: string): string | null {
    return this.element.getAttribute(name);
  }

  #makeChildren(): PageNode[] {
    const made: PageNode[] = [];
    // What a select or textarea shows is its value; a subtree taken away from assistive tools is taken away from us.
    if (this.tag === 'select' || this.tag === 'textarea' || isAriaHidden(this.element)) return made;
    for (let child = this.element.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === 3) made.push(new LiveText(child, this));
      else if (child.nodeType === 1 && child !== this.#skip && !isUnread(child as Element)) {
        made.push(new LiveElement(child as Element, this, this.#skip));
      }
    }
    return made;
  }
}

function isVisible(element: Element): boolean {
  if (isAriaHidden(element)) return false;
  if (typeof element.checkVisibility === 'function') {
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  }
  return !element.closest('[hidden], [aria-hidden="true"]');
}

function readableValue(element: Element): string | null {
  if (element instanceof HTMLInputElement) return isUnreadInput(element) ? null : element.value;
  if (element instanceof HTMLTextAreaElement) return element.value;
  if (element instanceof HTMLSelectElement) {
    return Array.from(element.selectedOptions, (option) => option.text).join(', ');
  }
  return null;
}
