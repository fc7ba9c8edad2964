import type { ComponentChildren, VNode } from 'preact';

type Props = Readonly<Record<string, unknown>>;
type Component = (props: Props) => ComponentChildren;

/** What shall stand at one place: an element, or a text. */
interface Piece {
  /** Name of the element, or `TEXT`. */
  readonly type: string;
  /** Of a text: itself as `children`. */
  readonly props: Props;
  /** The component that wants it there: another one draws its own elements, even where they look alike. */
  readonly owner: Component | null;
}

interface Drawn extends Piece {
  readonly node: Element | Text;
}

const TEXT = '#text';
const NOTHING: Props = {};

/** What was drawn into each box, by its place in there: a key where it has one, else how manieth child it is. */
const drawnIn = new WeakMap<Element, Map<string, Drawn>>();

/**
 * Draws components that have no state of their own, over and over: what is there already and still wanted is kept, with
 * its focus, and only what differs is written. It is all of Preact that the overlay needs, in a tenth of the code: that
 * code is evaluated in pages that are not ours.
 */
export function draw(children: ComponentChildren, box: Element): void {
  const former = drawnIn.get(box) ?? new Map<string, Drawn>();
  const present = new Map<string, Drawn>();
  const wanted = new Map<string, Piece>();
  collect(children, '', null, wanted);
  for (const [id, piece] of wanted) {
    const known = former.get(id);
    const isKept = known?.type === piece.type && known.owner === piece.owner;
    if (isKept) former.delete(id);
    const node = isKept ? known.node : created(piece.type, box);
    write(node, isKept ? known.props : NOTHING, piece);
    present.set(id, { ...piece, node });
  }
  drawnIn.set(box, present);
  for (const { node } of former.values()) node.remove();
  let next = box.firstChild;
  for (const { node } of present.values()) {
    if (node === next) next = next.nextSibling;
    else box.insertBefore(node, next);
  }
}

/** Calls the components, until only elements and texts are left. */
function collect(child: ComponentChildren, id: string, owner: Component | null, into: Map<string, Piece>): void {
  if (child === null || child === undefined || typeof child === 'boolean') return;
  if (Array.isArray(child)) {
    child.forEach((each, i) => {
      collect(each, `${id}/${keyOf(each) ?? i}`, owner, into);
    });
  } else if (!isNode(child)) {
    into.set(id, { type: TEXT, props: { children: String(child) }, owner });
  } else if (typeof child.type === 'function') {
    const component = child.type as Component;
    collect(component(child.props), id, component, into);
  } else {
    into.set(id, { type: child.type, props: child.props, owner });
  }
}

function isNode(child: ComponentChildren): child is VNode<Props> {
  return typeof child === 'object' && child !== null && 'props' in child;
}

function keyOf(child: ComponentChildren): string | null {
  return isNode(child) && child.key != null ? `#${child.key}` : null;
}

function created(type: string, box: Element): Element | Text {
  const document = box.ownerDocument;
  if (type === TEXT) return document.createTextNode('');
  return document.createElementNS(type === 'svg' ? 'http://www.w3.org/2000/svg' : box.namespaceURI, type);
}

function write(node: Element | Text, former: Props, { type, props }: Piece): void {
  if (type === TEXT) {
    if (former.children !== props.children) node.nodeValue = String(props.children);
    return;
  }
  const element = node as Element;
  for (const name in former) if (!(name in props)) set(element, name, former[name], undefined);
  for (const name in props) set(element, name, former[name], props[name]);
}

function set(element: Element, name: string, former: unknown, value: unknown): void {
  if (former === value) return;
  if (name === 'children') {
    draw(value as ComponentChildren, element);
  } else if (name === 'style') {
    // Unlike the attribute, no page can forbid it.
    (element as HTMLElement).style.cssText = String(value);
  } else if (name.startsWith('on')) {
    const type = name.slice(2).toLowerCase();
    if (former !== undefined) element.removeEventListener(type, former as EventListener);
    if (value !== undefined) element.addEventListener(type, value as EventListener);
  } else if (value === undefined || value === null || (value === false && name[4] !== '-')) {
    // What is said of an element (`aria-*`, `data-*`) can be said not to be so; anything else is there or not.
    element.removeAttribute(name);
  } else {
    element.setAttribute(name, String(value));
  }
}
