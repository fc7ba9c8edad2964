import { HOST_TAG } from './host.ts';
import { LooksWatch } from './looks-watch.ts';
import type { Tree } from './page-obstacles.ts';
import { Timers } from './timers.ts';

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
  /**
   * Watches a part of the page whose changes the document does not tell: a frame's document, a shadow root. Idempotent:
   * `document.open` takes every listener off a document, this one too.
   */
  also(root: Tree): void;
  /** What changes looks and leaves no record. */
  readonly looks: Pick<LooksWatch, 'take' | 'owe' | 'hurry'>;
}

/**
 * Watches one page for in-page navigation and for changes of its content. A content script cannot see the page's own
 * `history.pushState`, so the Navigation API tells, or a slow poll where a browser lacks it.
 */
export function watchPage(window: Window, listener: NavigationListener, signal: AbortSignal): PageWatch {
  const timers = new Timers(window, signal);
  let url = window.location.href;
  const check = () => {
    const { href } = window.location;
    if (href === url) return;
    url = href;
    listener.onNavigate(url);
  };
  const navigation: Partial<EventTarget> | undefined = Reflect.get(window, 'navigation');
  const poll = () => {
    check();
    timers.later('poll', POLL_MS, poll);
  };
  if (navigation?.addEventListener) navigation.addEventListener('currententrychange', check, { signal });
  else poll();
  const checked: Omit<NavigationListener, 'onNavigate'> = {
    onTouch: (records) => {
      check();
      listener.onTouch(records);
    },
    onChange: () => {
      check();
      listener.onChange();
    },
  };
  return watchContent(window, checked, timers, signal);
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

/** What a person does, and what else changes how a page looks while its tree stays as it is. */
const STIRRING = [
  ...['pointerover', 'pointerdown', 'pointerup', 'click', 'keydown', 'keyup', 'input', 'focusin', 'focusout'],
  ...['toggle', 'fullscreenchange', 'resize'],
];
/**
 * What can be read otherwise now, and nothing in the tree tells: it has faded in, was chosen or filled in, came with a style
 * sheet, or with a frame that has loaded. Not every letter that is typed: nobody reads a page for that.
 */
const TELLING = ['transitionend', 'animationend', 'change', 'load'];
/** And what is told to windows only: that of a frame may be left for another document, which nobody watches yet. */
const TURNING = ['pagehide', 'popstate', 'hashchange'];

/** One observer over the page, one timer; our own host is not part of the page. */
function watchContent(
  window: Window,
  listener: Omit<NavigationListener, 'onNavigate'>,
  timers: Timers,
  signal: AbortSignal,
): PageWatch {
  let gather = GATHER_MS;
  const changed = (records: readonly MutationRecord[]) => {
    listener.onTouch(records);
    timers.soon('gather', gather, () => {
      const begun = performance.now();
      listener.onChange();
      const cost = performance.now() - begun;
      gather = Math.min(LONGEST_GATHER_MS, Math.max(GATHER_MS, cost / READING_SHARE));
    });
  };
  const observer = new MutationObserver((records) => {
    if (!records.every(isOurs)) changed(records);
  });
  signal.addEventListener('abort', () => observer.disconnect());
  const looks = new LooksWatch(window, timers, listener.onChange);
  const stirred = ({ type, target, isTrusted }: Event) => {
    // Our own host comes and goes.
    if (isHost(target)) return;
    looks.stir();
    // A script that fills in a field says so by the same name.
    if (type === 'input' && isTrusted) looks.type();
  };
  const told = ({ type, target }: Event) => {
    if (isHost(target) || (type === 'load' && !(target as Element).matches('iframe,frame,link,script'))) return;
    looks.stir();
    changed([]);
  };
  const listen = (target: EventTarget, types: readonly string[], heard: (event: Event) => void) => {
    for (const type of types) target.addEventListener(type, heard, { signal, capture: true, passive: true });
  };
  const also = (root: Tree) => {
    if (signal.aborted) return;
    observer.observe(root, WATCHED);
    listen(root, TELLING, told);
    const { defaultView } = root as Partial<Document>;
    if (!defaultView) return;
    listen(defaultView, TURNING, told);
    listen(defaultView, STIRRING, stirred);
  };
  also(window.document);
  return { also, looks };
}

function isOurs({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (isHost(target)) return true;
  if (type !== 'childList') return false;
  // Our own host taken out is the page's doing and must be noticed; put back in, it is ours.
  return removedNodes.length === 0 && Array.from(addedNodes).every(isHost);
}

/** By its name, because what lies in a frame is an instance of that frame's own classes. */
function isHost(target: EventTarget | null): boolean {
  return (target as Partial<Element>).localName === HOST_TAG;
}
