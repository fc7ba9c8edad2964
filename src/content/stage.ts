import type { CardView } from './card-kinds.ts';
import { type Cards, cardsOffered } from './cards-door.ts';
import { createHost, type OverlayHost } from './host.ts';
import type { OverlayView, ViewContext } from './overlay-view.ts';
import { areaOf, boxInTab, boxOf, focusedField, isShown, type Tree, visibleControls } from './page-obstacles.ts';
import type { OverlayActs } from './panel/acts.ts';
import { draw } from './panel/draw.ts';
import { OverlayPanel } from './panel/overlay-panel.tsx';
import { cardStyles, panelStyles } from './panel/styles.ts';
import { ICON, type Obstacle, PILL_WIDTH, placePill, type Size, START } from './placement.ts';
import type { MakeRows, RowDuties, Rows } from './rows-door.ts';
import { StillPanel } from './still-panel.ts';

/** What the stage asks its owner for. */
export interface StageDuties {
  /** What is to be seen now, of which cards; null while there are no words for it. */
  readonly look: (cards: Cards | null) => { readonly view: OverlayView; readonly context: ViewContext } | null;
  readonly acts: OverlayActs;
  /** Another copy of us is on this page now. */
  readonly replaced: () => void;
  readonly rows: Omit<RowDuties, 'root' | 'signal'>;
}

/** Our host in the page and what is drawn in it: the pill and its card, where they are in nobody's way. */
export class Stage {
  readonly #document: Document;
  readonly #duties: StageDuties;
  #host: OverlayHost | null = null;
  #rows: Rows | null = null;
  /** The page's document, and those of frames and shadow roots that are a part of it. */
  readonly #trees = new Set<Tree>();
  #docking = false;
  #dockedAt = Number.NEGATIVE_INFINITY;
  /** What is drawn, spelled out. */
  #drawn = '';
  #card: CardView['kind'] | null = null;
  /** Made when we come into the page. */
  #panel!: HTMLElement;
  #still!: StillPanel;
  #placement = START;
  /** The page has been measured. */
  #docked = false;
  /** What a card looks like has been said, of a notice and of all that the script of the cards has. */
  #dressed = false;
  #dressedFully = false;

  constructor(document: Document, duties: StageDuties) {
    this.#document = document;
    this.#duties = duties;
  }

  /** Our element in the page; null before there is one. */
  get element(): HTMLElement | null {
    return this.#host?.element ?? null;
  }

  /** The card that is drawn; null while there is none. */
  get card(): CardView['kind'] | null {
    return this.#card;
  }

  /** The pill has its place. */
  get isDocked(): boolean {
    return this.#docked;
  }

  /** When it docked last, as `performance.now()` tells. */
  get dockedAt(): number {
    return this.#dockedAt;
  }

  /** The chips over the rows of a list; null before they were brought in. */
  get rows(): Rows | null {
    return this.#rows;
  }

  /** Comes into the page with what is drawn first, until the signal. */
  open(signal: AbortSignal): void {
    signal.addEventListener('abort', () => this.#close());
    // Each time anew: a page that wrote itself anew has taken the listeners off the former one.
    this.#panel = this.#document.createElement('div');
    this.#still = new StillPanel(this.#panel, () => {
      this.draw();
      this.dockSoon();
    });
    this.#host = createHost(this.#document, panelStyles, signal, this.#duties.replaced);
    this.#host.root.append(this.#panel);
  }

  /** From now on the rows of a list may have chips, for as long as we are in the page: until the signal. */
  bringRows(make: MakeRows, signal: AbortSignal): void {
    if (this.#host !== null) this.#rows ??= make({ ...this.#duties.rows, root: this.#host.root, signal });
  }

  /** What stands in a part of the page is not to be covered either. Idempotent. */
  spare(tree: Tree): void {
    this.#trees.add(tree);
  }

  /** Puts the host where it can be seen and used now. */
  settle(): void {
    this.#host?.settle();
  }

  draw(): void {
    const host = this.#host;
    if (host === null || this.#still.holds()) return;
    try {
      const card = this.#card;
      if (!this.#render(host)) return;
      // A card that comes is where it stays from the first moment on.
      if (this.#card === card) this.dockSoon();
      else this.dock();
    } catch (error) {
      // Whatever breaks in here, the portal works on.
      console.warn('Thân Thiện', error instanceof Error ? error.name : 'drawing failed');
    }
  }

  /** Once for all that is drawn before the next frame: it measures the page. */
  dockSoon(): void {
    if (this.#docking) return;
    this.#docking = true;
    requestAnimationFrame(() => {
      this.#docking = false;
      this.dock();
    });
  }

  /** Docks, unless that was done since a moment (as `performance.now()` tells). */
  dockUnlessSince(moment: number): void {
    if (this.#dockedAt < moment) this.dock();
  }

  /** Puts the pill where it covers none of the page's buttons and not the field in use. */
  dock(): void {
    const host = this.#host;
    if (host === null || this.#still.holds()) return;
    this.#dockedAt = performance.now();
    const pill = host.root.querySelector('[data-part="pill"]');
    const document = this.#document;
    const field = focusedField(document);
    const fieldBox = field === null || field.localName === 'iframe' ? null : boxInTab(field);
    const card = host.root.querySelector('.card');
    const next = placePill({
      viewport: areaOf(document),
      pill: pill === null ? ICON : pillSize(pill, this.#placement.compact),
      card: card === null ? null : boxOf(card),
      avoid: [...this.#controls(), ...(fieldBox === null ? [] : [fieldBox])],
      field: fieldBox,
      current: this.#docked ? this.#placement : null,
    });
    const changed = next.dock !== this.#placement.dock || next.compact !== this.#placement.compact;
    this.#placement = next;
    this.#docked = true;
    host.place(next);
    if (changed) this.#render(host);
  }

  #controls(): readonly Obstacle[] {
    return [...this.#trees].flatMap((tree) => {
      try {
        if (isShown(tree)) return visibleControls(tree);
      } catch {
        // Firefox takes away what stood in a frame that shows another document by now.
      }
      this.#trees.delete(tree);
      return [];
    });
  }

  /** True if something else is to be seen than before. */
  #render(host: OverlayHost): boolean {
    const { root } = host;
    const { look, acts } = this.#duties;
    const cards = cardsOffered();
    const seen = look(cards);
    if (seen === null) return false;
    const { view, context } = seen;
    this.#card = view.card?.kind ?? null;
    const { language, t } = context;
    const drawn = JSON.stringify([view, this.#placement, language]);
    if (drawn === this.#drawn) return false;
    this.#drawn = drawn;
    if (view.card !== null && !this.#dressed) {
      this.#dressed = true;
      host.addStyles(cardStyles);
    }
    if (this.#dressed && cards !== null && !this.#dressedFully) {
      this.#dressedFully = true;
      host.addStyles(cards.styles);
    }
    const hadFocus = root.activeElement !== null;
    draw(OverlayPanel({ view, placement: this.#placement, language, cards, acts, t }), this.#panel);
    // The browser lays it out and paints it once, with what is in it.
    if (!host.element.isConnected) host.settle();
    // A button that had the focus may be gone now: keep the keyboard in the panel, never take it from the page.
    if (hadFocus && root.activeElement === null) refocus(root);
    return true;
  }

  #close(): void {
    draw(null, this.#panel);
    this.#drawn = '';
    this.#card = null;
    this.#docked = false;
    this.#dressed = false;
    this.#dressedFully = false;
    this.#rows?.hide();
    this.#rows = null;
    this.#host = null;
  }
}

function refocus(root: ShadowRoot): void {
  const next = root.querySelector<HTMLElement>('.card .tt-button, [data-part="icon"]');
  next?.focus({ preventScroll: true });
}

/** The pill as it would be in full; while it is shrunk to its icon, the most it may be. */
function pillSize(pill: Element, compact: boolean): Size {
  const { width } = boxOf(pill);
  const iconOnly = pill.getAttribute('data-icon-only') === 'true';
  if (iconOnly && !compact) return ICON;
  return { ...ICON, width: compact ? PILL_WIDTH : Math.min(PILL_WIDTH, width) };
}
