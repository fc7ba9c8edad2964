import type { Output } from './terminal.ts';

/** How often the line is drawn again: often enough to be seen moving, too seldom to cost anything. */
const EVERY_MS = 200;

/**
 * One line on the terminal that says how far long work is. Says nothing where nobody watches: a log file full of
 * half-finished figures helps no one.
 */
export class Progress {
  readonly #messages: Output;
  #drawnAt = 0;
  #width = 0;

  constructor(messages: Output) {
    this.#messages = messages;
  }

  /** Shows the text that `say` gives, unless the last one is too fresh. */
  show(say: () => string): void {
    const now = performance.now();
    if (!this.#messages.isWatched || now - this.#drawnAt < EVERY_MS) return;
    this.#drawnAt = now;
    const text = say();
    void this.#messages.write(`\r${text.padEnd(this.#width)}`);
    this.#width = text.length;
  }

  /** Takes the line away again, before anything else is written there. */
  clear(): void {
    if (this.#width === 0) return;
    void this.#messages.write(`\r${' '.repeat(this.#width)}\r`);
    this.#width = 0;
  }
}
