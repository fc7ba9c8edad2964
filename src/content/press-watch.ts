import { RESULT_READY } from 'page-reader';
import type { DeskClerk } from './desk-clerk.ts';
import { Gate, type GatePage, type Press } from './gate.ts';
import type { OverlayPlace } from './overlay-place.ts';
import type { PageLens } from './page-lens.ts';
import type { Tree } from './page-obstacles.ts';

interface Returned {
  readonly code: string;
  /** Epoch ms. */
  readonly at: number;
}

/** Tells the background of presses on the portal's own controls, and what came of them. */
export class PressWatch {
  readonly #place: OverlayPlace;
  readonly #clerk: DeskClerk;
  readonly #lens: PageLens;
  readonly #gate: Gate;
  #returned: Returned | null = null;

  constructor(place: OverlayPlace, clerk: DeskClerk, lens: PageLens, signal: AbortSignal) {
    this.#place = place;
    this.#clerk = clerk;
    this.#lens = lens;
    const duties = {
      page: () => this.#gatePage(),
      signs: () => lens.signs(),
      onPress: (press: Press) => this.#pressed(press),
      onSettle: (press: Press, success: boolean) => this.#settled(press, success),
      now: () => Date.now(),
    };
    this.#gate = new Gate(place.window, duties, signal);
  }

  /** When the result of the dossier on the page was seen to be handed over here (epoch ms), if it was. */
  get returnedAt(): number | null {
    const returned = this.#returned;
    return returned !== null && returned.code === this.#lens.reading?.facts?.code ? returned.at : null;
  }

  /**
   * A press in a frame that is a part of the page, or in a closed shadow root, is told in there only. Idempotent: also for a
   * page that took every listener off.
   */
  listenIn(root: Tree): void {
    // One is a document, the other says that it is closed.
    const { defaultView, mode } = root as Partial<Document & ShadowRoot>;
    const target = mode === 'closed' ? root : defaultView;
    if (target) this.#gate.listen(target);
  }

  /** The page changed: does it show a sign that is waited for? */
  check(): void {
    this.#gate.check();
  }

  /** Another address; with `others` it may be another dossier's. */
  turnPage(others: boolean): void {
    if (others) this.#gate.forgetStart();
    this.#returned = null;
  }

  /** Goes on waiting for the sign of a press that the background remembers from the page before. */
  resume(): void {
    const { desk, snapshot } = this.#clerk;
    const pressed = desk?.pressed ?? null;
    const action = snapshot?.portal?.actions.find(({ id }) => id === pressed?.actionId);
    if (pressed !== null && action !== undefined) this.#gate.resume(action, pressed.at);
  }

  #gatePage(): GatePage | null {
    const profile = this.#clerk.snapshot?.portal ?? null;
    const reading = this.#lens.readFresh();
    return profile === null || reading === null ? null : { profile, kind: reading.kind, facts: reading.facts };
  }

  /** The background must know the page before it hears of a press on it, however quick the official was. */
  #pressed(press: Press): void {
    const { reading } = this.#lens;
    if (reading !== null) void this.#clerk.see(reading, this.#place.url());
    void this.#clerk.press(press);
  }

  #settled(press: Press, success: boolean): void {
    const { code, status } = press.facts ?? {};
    // After a press on the page before nobody knows whose result it was: the page may show another dossier by now.
    if (success && press.action.outcome === 'returned' && code !== undefined && status !== RESULT_READY) {
      this.#returned = { code, at: Date.now() };
    }
    void this.#clerk.settle(success, this.#lens.readFresh()?.facts ?? null);
  }
}
