import { HOST_TAG } from './host.ts';

/** What a person does, and what else changes how a page looks while its tree stays as it is. */
const STIRRING = [
  ...['pointerover', 'pointerdown', 'pointerup', 'click', 'keydown', 'keyup', 'input', 'change', 'focusin', 'focusout'],
  ...['toggle', 'fullscreenchange', 'resize'],
];
/** Other reasons (a rule that a script wrote, `:has()`, an attribute nobody watches) are waited for no longer than this. */
const LOOK_AGAIN_MS = 2_000;

/** Notices that something may look otherwise without any record of a change. */
export class LooksWatch {
  readonly #window: Window;
  readonly #again: () => void;
  #stirred = false;
  /** Width and height of the window: it may be of another size before it says so. */
  #size = [0, 0];
  #timer: number | null = null;

  /** `again`: looks should be asked for once more. */
  constructor(window: Window, again: () => void, signal: AbortSignal) {
    this.#window = window;
    this.#again = again;
    const stir = ({ target }: Event) => {
      // Our own host comes and goes.
      if (!(target instanceof Element) || target.localName !== HOST_TAG) this.stir();
    };
    for (const type of STIRRING) window.addEventListener(type, stir, { signal, capture: true, passive: true });
    signal.addEventListener('abort', () => this.#rest());
  }

  stir(): void {
    this.#stirred = true;
  }

  /** True if anything anywhere may look otherwise than when this was asked last. */
  take(): boolean {
    const { innerWidth, innerHeight } = this.#window;
    const stirred = this.#stirred || innerWidth !== this.#size[0] || innerHeight !== this.#size[1];
    this.#size = [innerWidth, innerHeight];
    this.#stirred = false;
    if (stirred) this.#rest();
    return stirred;
  }

  /** Not everything was looked at: it will be, after a while. */
  owe(): void {
    this.#timer ??= this.#window.setTimeout(() => {
      this.#timer = null;
      this.stir();
      this.#again();
    }, LOOK_AGAIN_MS);
  }

  #rest(): void {
    if (this.#timer !== null) this.#window.clearTimeout(this.#timer);
    this.#timer = null;
  }
}
