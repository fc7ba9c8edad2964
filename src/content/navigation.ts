import { HOST_TAG } from './host.ts';
import { LooksWatch } from './looks-watch.ts';

export interface NavigationListener {
  /** The address changed, in place or by the page's router: what was read before is no longer true. */
  readonly onNavigate: (url: string) => void;
  /**
   * Something in the page changed; called at once for every batch, so it must be cheap. No records where only the looks
   * changed.
   */
  readonly onTouch: (records: readonly MutationRecord[]) => void;
  /** The page changed a moment ago: read it again. */
  readonly onChange: () => void;
}

/** Changes are gathered this long; facts must be shown within 500 ms of being in the DOM. */
const GATHER_MS = 150;
const LONGEST_GATHER_MS = 400;
/** Where a page never rests (a spinner, a clock) reading it may take this share of the time, not more. */
const READING_SHARE = 0.05;
/** Without the Navigation API the address is compared this often. */
const POLL_MS = 700;

/** A page that is being watched. */
export interface PageWatch {
  /** Watches another part of the page, whose changes the document does not tell: a frame's document, a shadow root. */
  also(root: Node): void;
  /** What changes looks and leaves no record. */
  readonly looks: Pick<LooksWatch, 'take' | 'owe'>;
}

interface NavigationTarget {
  addEventListener(type: string, listener: () => void, options: { signal: AbortSignal }): void;
}

/**
 * Watches one page for in-page navigation and for changes of its content. A content script cannot see the page's own
 * `history.pushState`, so the Navigation API tells, or a slow poll where a browser lacks it.
 */
export function watchPage(window: Window, listener: NavigationListener, signal: AbortSignal): PageWatch {
  const address = new AddressWatch(window, listener);
  const check = () => address.check();
  const navigation = navigationOf(window);
  if (navigation !== null) {
    navigation.addEventListener('currententrychange', check, { signal });
    navigation.addEventListener('navigatesuccess', check, { signal });
  } else {
    const poll = window.setInterval(check, POLL_MS);
    signal.addEventListener('abort', () => window.clearInterval(poll));
  }
  window.addEventListener('popstate', check, { signal });
  window.addEventListener('hashchange', check, { signal });
  return watchContent(window, { ...listener, onChange: () => address.checkThen(listener.onChange) }, signal);
}

class AddressWatch {
  readonly #window: Window;
  readonly #listener: NavigationListener;
  #url: string;

  constructor(window: Window, listener: NavigationListener) {
    this.#window = window;
    this.#listener = listener;
    this.#url = window.location.href;
  }

  check(): void {
    const url = this.#window.location.href;
    if (url === this.#url) return;
    this.#url = url;
    this.#listener.onNavigate(url);
  }

  checkThen(next: () => void): void {
    this.check();
    next();
  }
}

const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  // Tabs, dialogs and disabled buttons change by the first ones alone; the others say what a text or a cell is.
  attributeFilter: [
    ...['class', 'style', 'hidden', 'open', 'disabled', 'aria-hidden', 'aria-selected', 'value'],
    ...['role', 'title', 'readonly', 'type', 'colspan', 'rowspan', 'slot'],
  ],
};

/** One observer over the page, one timer; our own host is not part of the page. */
function watchContent(window: Window, listener: NavigationListener, signal: AbortSignal): PageWatch {
  let timer: number | null = null;
  let gather = GATHER_MS;
  const changed = (records: readonly MutationRecord[]) => {
    listener.onTouch(records);
    timer ??= window.setTimeout(() => {
      timer = null;
      const begun = performance.now();
      listener.onChange();
      const cost = performance.now() - begun;
      gather = Math.min(LONGEST_GATHER_MS, Math.max(GATHER_MS, cost / READING_SHARE));
    }, gather);
  };
  const observer = new MutationObserver((records) => {
    if (!records.every(isOurs)) changed(records);
  });
  const { document } = window;
  const looks = new LooksWatch(window, listener.onChange, signal);
  // What fades in can be read only when it is there, and nothing in the tree changes then.
  for (const type of ['transitionend', 'animationend']) {
    const faded = ({ target }: Event) => {
      if (!(target instanceof Element) || target.localName === HOST_TAG) return;
      looks.stir();
      changed([]);
    };
    document.addEventListener(type, faded, { signal, capture: true, passive: true });
  }
  // A frame that has loaded holds another document than before; a style sheet may hide anything.
  const loaded = ({ target }: Event) => {
    if (!(target instanceof HTMLIFrameElement || target instanceof HTMLLinkElement)) return;
    looks.stir();
    changed([]);
  };
  document.addEventListener('load', loaded, { signal, capture: true, passive: true });
  observer.observe(document, WATCHED);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    if (timer !== null) window.clearTimeout(timer);
  });
  return {
    also: (root) => {
      if (!signal.aborted) observer.observe(root, WATCHED);
    },
    looks,
  };
}

function isOurs({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (isHost(target)) return true;
  if (type !== 'childList') return false;
  // Our own host taken out is the page's doing and must be noticed; put back in, it is ours.
  return removedNodes.length === 0 && Array.from(addedNodes).every(isHost);
}

function isHost(node: Node): boolean {
  return node instanceof Element && node.localName === HOST_TAG;
}

function navigationOf(window: Window): NavigationTarget | null {
  const navigation: unknown = Reflect.get(window, 'navigation');
  return isNavigationTarget(navigation) ? navigation : null;
}

function isNavigationTarget(value: unknown): value is NavigationTarget {
  return typeof value === 'object' && value !== null && 'addEventListener' in value && 'currentEntry' in value;
}
