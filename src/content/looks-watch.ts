import type { Timers } from './timers.ts';
import { unborn } from './unborn.ts';

/**
 * What makes a page look otherwise and is not heard of (a rule that a script wrote, `:has()`, an attribute nobody watches),
 * what a script writes into a field, and a component that comes to life, are waited for no longer than this.
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
  /** How many elements were nothing yet when the page was read. */
  #unborn = 0;

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

  /** The page has been read: what of it nobody will be told of is looked for after a while, if there is somebody to see it. */
  owe(tree: Debtor): void {
    this.#unborn = unborn(this.#window.document);
    this.#wait(tree);
  }

  #wait(tree: Debtor): void {
    if (!tree.owes && tree.refilled === null && this.#unborn === 0) return;
    this.#timers.soon('look', LOOK_AGAIN_MS, () => {
      const { document } = this.#window;
      const waits = this.#isTyped || document.hidden;
      this.#isTyped = false;
      if (waits || !(tree.owes || tree.refilled || unborn(document) !== this.#unborn)) this.#wait(tree);
      else {
        this.stir();
        this.#again();
      }
    });
  }
}
