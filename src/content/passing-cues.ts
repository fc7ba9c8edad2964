/** How long cues stay that show themselves. */
export const PASSING_MS = 4_000;
/** How much longer after the last sign that somebody is reading them. */
const READING_MS = 2_500;

type Moment = 'greet' | 'work';

/** Lets cues pass by, one moment after the other, each for four seconds; longer only while somebody is reading them. */
export class PassingCues {
  readonly #window: Window;
  readonly #changed: () => void;
  readonly #queue: Moment[] = [];
  #timer: number | null = null;
  #readAt = 0;
  #current: Moment | null = null;

  constructor(window: Window, changed: () => void, signal: AbortSignal) {
    this.#window = window;
    this.#changed = changed;
    signal.addEventListener('abort', () => this.clear());
  }

  get current(): Moment | null {
    return this.#current;
  }

  show(moment: Moment): void {
    if (this.#current === moment || this.#queue.includes(moment)) return;
    this.#queue.push(moment);
    if (this.#current === null) this.#next();
  }

  /** Takes a moment off, shown or not: it is not the time for it any more. */
  drop(moment: Moment): void {
    const at = this.#queue.indexOf(moment);
    if (at >= 0) this.#queue.splice(at, 1);
    if (this.#current === moment) this.#next();
  }

  clear(): void {
    this.#queue.length = 0;
    if (this.#current !== null) this.#next();
  }

  /** Somebody moves the pointer over the card, or is in it with the keyboard. */
  hold(): void {
    this.#readAt = Date.now();
  }

  /** They could not be seen before: their time begins now. */
  again(): void {
    if (this.#timer !== null) this.#window.clearTimeout(this.#timer);
    this.#timer = this.#current === null ? null : this.#window.setTimeout(() => this.#fold(), PASSING_MS);
  }

  #next(): void {
    this.#current = this.#queue.shift() ?? null;
    this.again();
    this.#changed();
  }

  #fold(): void {
    const rest = this.#readAt + READING_MS - Date.now();
    if (rest > 0) this.#timer = this.#window.setTimeout(() => this.#fold(), rest);
    else this.#next();
  }
}
