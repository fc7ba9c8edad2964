import { nextTask } from './next-task.ts';

/** Named timers of one window; a name that is set again starts anew. All end with the signal. */
export class Timers {
  readonly #window: Window;
  readonly #signal: AbortSignal;
  readonly #running = new Map<string, number>();
  /** Steps on their way, by name. */
  readonly #steps = new Map<string, symbol>();

  constructor(window: Window, signal: AbortSignal) {
    this.#window = window;
    this.#signal = signal;
    signal.addEventListener('abort', () => {
      for (const timer of this.#running.values()) window.clearTimeout(timer);
      this.#running.clear();
      this.#steps.clear();
    });
  }

  /** As `later`, but what is running already is not put off. */
  soon(name: string, ms: number, act: () => void): void {
    if (!this.#running.has(name)) this.later(name, ms, act);
  }

  /** Does one thing after the other, each in a task of its own: in between the page may do what it has to. */
  inSteps(name: string, acts: readonly (() => void)[]): void {
    this.cancel(name);
    if (this.#signal.aborted) return;
    const own = Symbol(name);
    this.#steps.set(name, own);
    const step = (i: number) =>
      nextTask(() => {
        if (this.#steps.get(name) !== own) return;
        acts[i]?.();
        if (i + 1 < acts.length) step(i + 1);
      });
    step(0);
  }

  later(name: string, ms: number, act: () => void): void {
    this.cancel(name);
    if (this.#signal.aborted) return;
    const run = () => {
      this.#running.delete(name);
      act();
    };
    this.#running.set(name, this.#window.setTimeout(run, ms));
  }

  /** What was set under this name comes no more. */
  cancel(name: string): void {
    this.#window.clearTimeout(this.#running.get(name));
    this.#running.delete(name);
    this.#steps.delete(name);
  }
}
