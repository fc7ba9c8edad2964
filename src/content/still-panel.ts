/** The longest time that a button is taken to be held down. */
const PRESS_MS = 2_000;

/**
 * Keeps the panel as it is from the moment one of its buttons goes down until the press has arrived: what is drawn in
 * between would move the button away under the pointer, and the press would be lost or land on something else.
 */
export class StillPanel {
  readonly #moved: () => void;
  #until = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `moved`: the panel may move again, and something waited for that. */
  constructor(panel: HTMLElement, moved: () => void) {
    this.#moved = moved;
    panel.addEventListener('pointerdown', () => this.#hold(PRESS_MS));
    // The press has arrived; dragged away, it will not come any more.
    panel.addEventListener('click', () => this.#hold(0), { capture: true });
    for (const end of ['pointerleave', 'pointercancel']) panel.addEventListener(end, () => this.#hold(0));
  }

  /** Asked before anything is moved: true if it has to wait. */
  holds(): boolean {
    const rest = this.#until - performance.now();
    if (rest <= 0) return false;
    this.#goOnIn(rest);
    return true;
  }

  #hold(ms: number): void {
    this.#until = performance.now() + ms;
    // After the press has been heard, not in the middle of it.
    if (ms === 0 && this.#timer !== undefined) this.#goOnIn(0);
  }

  #goOnIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#moved();
    }, ms);
  }
}
