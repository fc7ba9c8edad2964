import { MARGIN, type Placement, START } from './placement.ts';

/** Our element in the page. Never registered with `customElements`, which does not exist in Chromium's isolated world. */
export const HOST_TAG = 'than-thien';
/** Our second element, there only while a page is being taught; then the overlay is not. */
export const PICKER_TAG = 'than-thien-picker';

/** How often a page may throw us out or hide us before we stop coming back. */
const MAX_RETURNS = 12;
/** So long it must leave us alone to be forgiven; twice as long after each time that we gave up. */
const FORGIVEN_AFTER_MS = 10_000;

/** Nothing of what the page sets, an important rule of its own neither; then what we are. */
const FIXED_STYLE =
  'all: initial; display: block; position: fixed; pointer-events: none; user-select: none; z-index: 2147483647; ' +
  'color-scheme: light; ';

/**
 * The host's inline style. Page CSS without `!important` beats `:host` rules, so everything that places the host is inline
 * and important. `edges`: declarations of its distances from the edges of the viewport, each with its semicolon.
 */
export function fixedStyle(edges: string): string {
  return (FIXED_STYLE + edges).replaceAll(';', '!important;');
}

/**
 * Events that the page must not hear when they happen in our panel: its shortcuts, the wheel blockers of its dialogs,
 * and the focus traps that would take the focus back.
 */
export const KEPT_EVENTS = [
  'keydown',
  'keyup',
  'keypress',
  'beforeinput',
  'input',
  'wheel',
  'mousedown',
  'pointerdown',
  'focusin',
  'focusout',
];

export interface OverlayHost {
  readonly element: HTMLElement;
  /** The closed root; only we hold it. */
  readonly root: ShadowRoot;
  /** Adds to what its content looks like. */
  addStyles(css: string): void;
  /** Docks the host; the panel grows away from the nearest edge of the viewport. */
  place(placement: Placement): void;
  /** Puts the host where it can be seen and used now: back on the page, or inside the modal dialog on top. */
  settle(): void;
}

/**
 * An element with an empty, closed shadow root that is kept on `<html>` (a page may replace its whole body) from the first
 * `settle` on, until the signal is aborted; then nothing of it is left.
 */
export function createHost(
  document: Document,
  css: string,
  signal: AbortSignal,
  /** Another copy of us has taken this page over: the extension was updated. */
  onReplaced: () => void,
): OverlayHost {
  for (const old of document.querySelectorAll(HOST_TAG)) old.remove();
  const element = document.createElement(HOST_TAG);
  const root = element.attachShadow({ mode: 'closed' });
  addStyles(root, css);
  for (const type of KEPT_EVENTS) element.addEventListener(type, keepIn, { passive: true });

  const presence = new Presence(document, element, onReplaced);
  presence.dock(START);
  signal.addEventListener('abort', () => presence.end());
  return {
    element,
    root,
    addStyles: (more) => addStyles(root, more),
    place: (placement) => presence.dock(placement),
    settle: () => {
      if (!signal.aborted) presence.ensure();
    },
  };
}

function keepIn(event: Event): void {
  event.stopPropagation();
}

/**
 * Adds to the styles of a root. Adopted sheets survive when page code moves the host under a strict CSP; a `<style>` is
 * for browsers that refuse them.
 */
export function addStyles(root: ShadowRoot, css: string): void {
  const document = root.ownerDocument;
  try {
    const sheet = new (document.defaultView ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}

/** Distances from the nearest edges, so that the card can grow into the page. */
function edgesOf({ dock, left, top }: Placement): string {
  const across = dock.endsWith('end') ? `right: ${MARGIN}px; ` : `left: ${left}px; `;
  return across + (dock.startsWith('bottom') ? `bottom: ${MARGIN}px;` : `top: ${top}px;`);
}

/** What a page or its dialogs set on everything around them to switch it off. */
const SWITCHES = ['hidden', 'inert', 'aria-hidden'];

/**
 * Keeps the host in the document, inside the topmost modal dialog or what is shown in full screen, and as we made it; and
 * gives up politely.
 */
class Presence {
  readonly #document: Document;
  readonly #element: HTMLElement;
  readonly #onReplaced: () => void;
  readonly #observer: MutationObserver;
  #edges = '';
  /**
   * Its style or a switch was changed, and not by us. Told by the observer: to compare what the style says would have the
   * browser spell out every property there is.
   */
  #meddledWith = false;
  #returns = 0;
  #lastReturn = 0;
  #forgivenAfter = FORGIVEN_AFTER_MS;

  constructor(document: Document, element: HTMLElement, onReplaced: () => void) {
    this.#document = document;
    this.#element = element;
    this.#onReplaced = onReplaced;
    this.#observer = new MutationObserver(() => {
      this.#meddledWith = true;
      this.ensure();
    });
    this.#observer.observe(element, { attributes: true, attributeFilter: ['style', ...SWITCHES] });
  }

  ensure(): void {
    const home = topmostModal(this.#document) ?? inFullScreen(this.#document) ?? this.#document.documentElement;
    const isHome = this.#element.parentNode === home;
    if (isHome && !this.#meddledWith) return;
    if (!isHome && foreignHost(this.#document, this.#element)) {
      this.#onReplaced();
      return;
    }
    if (!this.#mayReturn()) return;
    if (this.#meddledWith) this.#restore();
    if (!isHome) home.append(this.#element);
    this.#joinTopLayer();
    this.#observer.takeRecords();
  }

  /** Sets the host at its corner. */
  dock(placement: Placement): void {
    const edges = edgesOf(placement);
    if (edges === this.#edges) return;
    this.#edges = edges;
    this.#element.style.cssText = fixedStyle(edges);
    this.#observer.takeRecords();
  }

  end(): void {
    this.#observer.disconnect();
    this.#element.remove();
  }

  #restore(): void {
    for (const name of SWITCHES) this.#element.removeAttribute(name);
    this.#element.style.cssText = fixedStyle(this.#edges);
    this.#meddledWith = false;
  }

  #mayReturn(): boolean {
    const now = Date.now();
    if (now - this.#lastReturn > this.#forgivenAfter) this.#returns = 0;
    this.#lastReturn = now;
    this.#returns += 1;
    if (this.#returns === MAX_RETURNS) this.#forgivenAfter *= 2;
    return this.#returns <= MAX_RETURNS;
  }

  /**
   * In the top layer no z-index lies over us and no transformed ancestor moves us. A popover shown over a modal dialog
   * is visible but dead, hence the move into the dialog, or into what is shown in full screen; being put somewhere else
   * hides a popover, so it is shown anew.
   */
  #joinTopLayer(): void {
    try {
      this.#element.setAttribute('popover', 'manual');
      if (!this.#element.matches(':popover-open')) this.#element.showPopover();
    } catch {
      // The highest z-index has to do.
      this.#element.removeAttribute('popover');
    }
  }
}

/**
 * Is there the host of another copy of us? What a page makes of our own, writing a part of itself anew from its own markup,
 * is empty, and goes.
 */
function foreignHost(document: Document, own: Element): boolean {
  const others = [...document.querySelectorAll<HTMLElement>(HOST_TAG)].filter((found) => found !== own);
  for (const found of others) if (found.offsetHeight === 0) found.remove();
  return others.some((found) => found.isConnected);
}

/** The modal dialog opened last. Everything outside it is inert, so only inside it we can be used. */
export function topmostModal(document: Document): Element | null {
  try {
    const open = [...document.querySelectorAll('dialog:modal')];
    return open.at(-1) ?? null;
  } catch {
    return null;
  }
}

/** Elements that show something of their own in place of what is put into them. */
const SEALED = 'video, audio, iframe, object, embed, canvas, img, svg';

/** What is shown in full screen, if anything can be put into it: what lies outside is inert then, as under a dialog. */
function inFullScreen({ fullscreenElement }: Document): Element | null {
  return fullscreenElement?.matches(SEALED) === false ? fullscreenElement : null;
}
