/** How long the panel stands still for a pointer that has come to one of its buttons. */
const AIM_MS = 400;
/** The longest time that a button is taken to be held down. */
const PRESS_MS = 2_000;

/**
 * Keeps the panel as it is while one of its buttons is about to be pressed: what is drawn meanwhile would move the button
 * away under the pointer, and the press would be lost or land on something else.
 */
export class StillPanel {
  readonly #moved: () => void;
  #until = 0;
  #aimed: Element | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `moved`: the panel may move again, and something waited for that. */
  constructor(panel: HTMLElement, moved: () => void) {
    this.#moved = moved;
    panel.addEventListener('pointerover', ({ target }) => this.#aim(target));
    panel.addEventListener('pointerleave', () => this.#aim(null));
    panel.addEventListener('pointerdown', () => this.#hold(PRESS_MS));
    // The press has arrived; where there was none (a drag away), it will not come any more.
    panel.addEventListener('click', () => this.#hold(0), { capture: true });
    panel.addEventListener('pointercancel', () => this.#hold(0));
  }

  /** Asked before anything is moved: true if it has to wait. */
  holds(): boolean {
    const rest = this.#until - performance.now();
    if (rest <= 0) return false;
    this.#goOnIn(rest);
    return true;
  }

  #aim(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button === this.#aimed) return;
    this.#aimed = button;
    this.#hold(button === null ? 0 : AIM_MS);
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
