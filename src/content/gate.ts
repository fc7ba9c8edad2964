import {
  answerSeen,
  controlText,
  findAction,
  lowerSigns,
  nearestControl,
  type PageFacts,
  type PageKind,
  type PortalAction,
  type PortalProfile,
  type SignsSeen,
} from 'page-reader';
import { pageNode } from 'page-reader/dom';
import { HOST_TAG } from './host.ts';

/** What the gate has to know about the page at the moment of a press. */
export interface GatePage {
  readonly profile: PortalProfile;
  readonly kind: PageKind;
  readonly facts: PageFacts | null;
}

/** A commit control that the official pressed. */
export interface Press {
  readonly action: PortalAction;
  readonly facts: PageFacts | null;
}

export interface GateDuties {
  /** The page as it is now, read again if need be; null while nothing is known yet. */
  readonly page: () => GatePage | null;
  /** The signs of success and failure that can be seen now; null while nothing is known yet. */
  readonly signs: () => SignsSeen | null;
  readonly onPress: (press: Press) => void;
  /** The pressed action showed its sign: it went through, or the portal refused it. */
  readonly onSettle: (press: Press, success: boolean) => void;
  /** Epoch ms. */
  readonly now: () => number;
}

/** A press that shows no sign within this time is forgotten, here as in the background. */
const AWAIT_MS = 60_000;
/** A start that nothing followed in this time is forgotten: long enough to write to a citizen what is missing. */
const START_MS = 600_000;
/** What may be a control: `controlText` tells nothing of those that are not seen. */
const CONTROLS = 'a,button,[role=button],[type=button],[type=submit]';

interface Watch {
  readonly press: Press;
  readonly until: number;
  /** Signs that were there at the press and never went away say nothing about it; null: everything is new. */
  before: SignsSeen | null;
}

/** An action that was begun. */
interface Start {
  readonly actionId: string;
  /** Of which dossier; undefined if the page did not say. */
  readonly code: string | undefined;
  readonly until: number;
  /**
   * The words of the controls that stood there when it began. Who presses one of them has left it; what came up since
   * is its own: buttons for files, days of a calendar.
   */
  readonly around: readonly string[];
}

/**
 * Notices a trusted press on a portal's own control and waits for its sign of success. It only looks: it never
 * presses, prevents, fills or replays anything, so the portal works on whatever happens here.
 */
export class Gate {
  readonly #duties: GateDuties;
  readonly #window: Window;
  readonly #signal: AbortSignal;
  #start: Start | null = null;
  #watch: Watch | null = null;

  constructor(window: Window, duties: GateDuties, signal: AbortSignal) {
    this.#duties = duties;
    this.#window = window;
    this.#signal = signal;
    this.listen();
  }

  /**
   * Listens again after a page wrote itself anew (`document.open` takes every listener off), or in a frame that is read
   * as a part of the page. Harmless where it listens already.
   */
  listen(target: EventTarget = this.#window): void {
    target.addEventListener('click', this.#look, { capture: true, passive: true, signal: this.#signal });
  }

  /** Another dossier's page: an action begun on the former one is not begun here. */
  forgetStart(): void {
    this.#start = null;
  }

  /** Takes over a press made on the page before this one (a server-rendered portal loads a new page at every step). */
  resume(action: PortalAction, pressedAt: number): void {
    this.#watch ??= { press: { action, facts: null }, until: pressedAt + AWAIT_MS, before: null };
  }

  /** Compares the page with what it showed at the press; to be called after every change of the page. */
  check(): void {
    const watch = this.#watch;
    if (watch === null) return;
    if (this.#duties.now() > watch.until) {
      this.#watch = null;
      return;
    }
    const signs = this.#duties.signs();
    if (signs === null) return;
    const answer = answerSeen(watch.press.action, watch.before, signs);
    if (answer === null) {
      // A sign that went away counts again when it comes back: a second toast with the same words.
      if (watch.before !== null) watch.before = lowerSigns(watch.before, signs);
      return;
    }
    this.#watch = null;
    this.#start = null;
    this.#duties.onSettle(watch.press, answer === 'success');
  }

  /** A press on an element of the page, known to be the official's own. */
  press(target: Element): void {
    if (target.localName === HOST_TAG) return;
    const control = nearestControl(pageNode(target));
    const text = control === null ? '' : controlText(control);
    if (text === '') return;
    const page = this.#duties.page();
    const code = page?.facts?.code;
    const now = this.#duties.now();
    const start = this.#start !== null && holds(this.#start, code, now) ? this.#start : null;
    const found = page === null ? null : findAction(page.profile, page.kind, text, start?.actionId ?? null);
    if (page === null || found === null) {
      this.#start = start?.around.includes(text) ? null : start;
      return;
    }
    const { id: actionId } = found.action;
    // Begun again, as by a double press: by now its own controls stand among the others.
    const around = start?.actionId === actionId ? start.around : textsAround(target);
    this.#start = { actionId, code, until: now + START_MS, around };
    if (found.step === 'start') return;
    const press = { action: found.action, facts: page.facts };
    this.#watch = { press, until: now + AWAIT_MS, before: this.#duties.signs() };
    this.#duties.onPress(press);
  }

  readonly #look = (event: Event) => {
    if (!event.isTrusted) return;
    try {
      // A person's click lands on an element, in a frame on an instance of that frame's own class.
      this.press(event.composedPath()[0] as Element);
    } catch {
      // Fail open: a page we cannot make sense of is none of our business.
    }
  };
}

/** What was begun is forgotten in time, and over another dossier. */
function holds({ code, until }: Start, shown: string | undefined, now: number): boolean {
  return now <= until && (code === undefined || shown === undefined || code === shown);
}

function textsAround(target: Element): readonly string[] {
  return [...(target.getRootNode() as Document | ShadowRoot).querySelectorAll(CONTROLS)].map((control) =>
    controlText(pageNode(control)),
  );
}
