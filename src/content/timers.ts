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
