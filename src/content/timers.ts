/** Named timers of one window; a name that is set again starts anew. All end with the signal. */
export class Timers {
  readonly #window: Window;
  readonly #signal: AbortSignal;
  readonly #running = new Map<string, number>();

  constructor(window: Window, signal: AbortSignal) {
    this.#window = window;
    this.#signal = signal;
    signal.addEventListener('abort', () => {
      for (const timer of this.#running.values()) window.clearTimeout(timer);
      this.#running.clear();
    });
  }

  /** As `later`, but what is running already is not put off. */
  soon(name: string, ms: number, act: () => void): void {
    if (!this.#running.has(name)) this.later(name, ms, act);
  }

  /** Does one thing after the other, each in a task of its own: in between the page may do what it has to. */
  inSteps(name: string, [act, ...rest]: readonly (() => void)[]): void {
    if (act === undefined) return;
    this.later(name, 0, () => {
      act();
      this.inSteps(name, rest);
    });
  }

  later(name: string, ms: number, act: () => void): void {
    this.#window.clearTimeout(this.#running.get(name));
    if (this.#signal.aborted) return;
    const run = () => {
      this.#running.delete(name);
      act();
    };
    this.#running.set(name, this.#window.setTimeout(run, ms));
  }
}
