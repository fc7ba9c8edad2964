import type { Timers } from './timers.ts';

/**
 * What makes a page look otherwise and is not heard of (a rule that a script wrote, `:has()`, an attribute nobody watches),
 * and what a script writes into a field, is waited for no longer than this.
 */
const LOOK_AGAIN_MS = 2_000;

/** What was read of a page, and what of it may be another without any record. */
interface Debtor {
  /** Looks were not asked for everywhere. */
  readonly owes: boolean;
  /** A field holds something else than what was read; null where there is none. */
  readonly refilled: boolean | null;
}

/** Knows whether something may look otherwise without any record of a change. */
export class LooksWatch {
  readonly #window: Window;
  readonly #timers: Timers;
  readonly #again: () => void;
  #stirred = false;
  #isTyped = false;
  /** Width and height of the window: it may be of another size before it says so. */
  #size = [0, 0];

  /** `again`: looks should be asked for once more. */
  constructor(window: Window, timers: Timers, again: () => void) {
    this.#window = window;
    this.#timers = timers;
    this.#again = again;
  }

  stir(): void {
    this.#stirred = true;
  }

  /** Somebody is typing: nobody reads a page between two letters, so it waits until they have stopped. */
  type(): void {
    this.#isTyped = true;
  }

  /** True if anything anywhere may look otherwise than when this was asked last. */
  take(): boolean {
    const { innerWidth, innerHeight } = this.#window;
    const stirred = this.#stirred || innerWidth !== this.#size[0] || innerHeight !== this.#size[1];
    this.#size = [innerWidth, innerHeight];
    this.#stirred = false;
    return stirred;
  }

  /** What was read in passing, for a press or the chips of a list, concerns everybody. */
  hurry(): void {
    this.#timers.later('look', 0, this.#again);
  }

  /** Not everything was looked at, or there are fields: after a while it will be, if there is somebody to see it. */
  owe(tree: Debtor): void {
    if (!tree.owes && tree.refilled === null) return;
    this.#timers.soon('look', LOOK_AGAIN_MS, () => {
      const waits = this.#isTyped || this.#window.document.hidden;
      this.#isTyped = false;
      if (waits || !(tree.owes || tree.refilled)) this.owe(tree);
      else {
        this.stir();
        this.#again();
      }
    });
  }
}
