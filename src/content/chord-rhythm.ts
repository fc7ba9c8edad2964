/** A chord this soon after the last one is the same press: a bouncing key, a held one, a startled second one. */
export const SAME_PRESS_MS = 700;

/** Lets a chord through unless one was acted on a moment ago, so that a double press does not confirm and undo at once. */
export class ChordRhythm {
  readonly #now: () => number;
  #last = Number.NEGATIVE_INFINITY;

  /** `now`: milliseconds of a clock that never runs back. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** True if this chord is to be acted on; it then counts as the last one. */
  take(): boolean {
    const now = this.#now();
    if (now - this.#last < SAME_PRESS_MS) return false;
    this.#last = now;
    return true;
  }
}
