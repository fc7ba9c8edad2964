import {
  controlText,
  findAction,
  nearestControl,
  type PageFacts,
  type PageKind,
  type PortalAction,
  type PortalProfile,
} from 'page-reader';
import { pageNode } from 'page-reader/dom';
import { HOST_TAG } from './host.ts';

/** What the gate has to know about the page at the moment of a press; null while nothing is known yet. */
export interface GatePage {
  readonly profile: PortalProfile;
  readonly kind: PageKind;
  readonly facts: PageFacts | null;
}

/** The signs of an action that can be seen now, each as a key that stays the same while the sign stays. */
export interface SeenSigns {
  readonly success: readonly string[];
  readonly failure: readonly string[];
}

/** A commit control that the official pressed. */
export interface Press {
  readonly action: PortalAction;
  readonly facts: PageFacts | null;
}

export interface GateDuties {
  /** The page as it is now, read again if need be. */
  readonly page: () => GatePage | null;
  readonly signs: (action: PortalAction) => SeenSigns;
  readonly onPress: (press: Press) => void;
  /** The pressed action showed its sign: it went through, or the portal refused it. */
  readonly onSettle: (press: Press, success: boolean) => void;
  readonly now: () => number;
}

/** A press that shows no sign within this time is forgotten, like in the background. */
const AWAIT_MS = 60_000;

interface Watch {
  readonly press: Press;
  readonly until: number;
  /** Signs that were there at the press and never went away: they say nothing about it. */
  before: ReadonlySet<string>;
}

/**
 * Notices a trusted press on a portal's own control and waits for its sign of success. It only looks: it never
 * presses, prevents, fills or replays anything, so the portal works on whatever happens here.
 */
export class Gate {
  readonly #duties: GateDuties;
  #started: string | null = null;
  #watch: Watch | null = null;

  constructor(window: Window, duties: GateDuties, signal: AbortSignal) {
    this.#duties = duties;
    window.addEventListener('click', (event) => this.#look(event), { capture: true, passive: true, signal });
  }

  /** True while a pressed action awaits its sign: the page is worth reading soon. */
  get waiting(): boolean {
    return this.#watch !== null;
  }

  /** Another dossier's page: an action begun on the former one is not begun here. */
  forgetStart(): void {
    this.#started = null;
  }

  /** Takes over a press made on the page before this one (a server-rendered portal loads a new page at every step). */
  resume(action: PortalAction, pressedAt: number): void {
    if (this.#watch !== null) return;
    this.#watch = { press: { action, facts: null }, until: pressedAt + AWAIT_MS, before: new Set() };
  }

  /** Compares the page with what it showed at the press; to be called after every change of the page. */
  check(): void {
    const watch = this.#watch;
    if (watch === null) return;
    if (this.#duties.now() > watch.until) {
      this.#watch = null;
      return;
    }
    const signs = this.#duties.signs(watch.press.action);
    const failed = signs.failure.some((sign) => !watch.before.has(sign));
    const done = signs.success.some((sign) => !watch.before.has(sign));
    if (failed || done) {
      this.#watch = null;
      this.#started = null;
      this.#duties.onSettle(watch.press, !failed);
      return;
    }
    // A sign that went away counts again when it comes back: a second toast with the same words.
    const now = new Set([...signs.success, ...signs.failure]);
    watch.before = new Set([...watch.before].filter((sign) => now.has(sign)));
  }

  #look(event: Event): void {
    try {
      if (event.isTrusted) this.press(event.composedPath()[0] ?? event.target);
    } catch {
      // Fail open: a page we cannot make sense of is none of our business.
    }
  }

  /** A press on an element of the page, already known to be the official's own. */
  press(target: EventTarget | null): void {
    if (!(target instanceof Element) || target.localName === HOST_TAG) return;
    const control = nearestControl(pageNode(target));
    if (control === null) return;
    const page = this.#duties.page();
    if (page === null) return;
    const found = findAction(page.profile, page.kind, controlText(control), this.#started);
    if (found === null) return;
    this.#started = found.action.id;
    if (found.step === 'start') return;
    const press = { action: found.action, facts: page.facts };
    const { success, failure } = this.#duties.signs(found.action);
    this.#watch = { press, until: this.#duties.now() + AWAIT_MS, before: new Set([...success, ...failure]) };
    this.#duties.onPress(press);
  }
}
