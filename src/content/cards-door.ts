import type { ComponentChildren } from 'preact';
import type { Translate } from '../platform/i18n.ts';
import type { OverlayText } from '../platform/texts/overlay.ts';
import type { CardView, FullCardView, NoticeView } from './card-kinds.ts';
import type { OverlayState, ViewContext } from './overlay-view.ts';
import type { OverlayActs } from './panel/acts.ts';

/*
 * The cards are a script of their own, which the background runs where one is wanted: on most pages none is. Only a sentence
 * about what did not work needs none of it, because then nobody may be there to send it. As with the chips over rows
 * (`rows-door.ts`) the two scripts meet under a symbol of the isolated world that they share.
 */

export interface CardProps<Kind extends FullCardView['kind'] = FullCardView['kind']> {
  readonly card: Extract<FullCardView, { kind: Kind }>;
  readonly acts: OverlayActs;
  readonly t: Translate<OverlayText>;
}

/** What the script of the cards can do. */
export interface Cards {
  readonly styles: string;
  /** The card to be seen now; `notice`: what is said where nothing weightier is. */
  cardOf(state: OverlayState, context: ViewContext, notice: NoticeView | null): CardView | null;
  /** What a screen reader is told of it. */
  spokenOf(card: CardView, context: ViewContext): string;
  Card(props: CardProps): ComponentChildren;
}

const CARDS = Symbol.for('than-thien.cards');

/** The script is here. One of a newer version takes the place of an older one. */
export function offerCards(cards: Cards): void {
  Reflect.set(globalThis, CARDS, cards);
}

/** What the script offers; null while it is not here. */
export function cardsOffered(): Cards | null {
  // In our own isolated world only `offerCards` writes this.
  return (Reflect.get(globalThis, CARDS) as Cards | undefined) ?? null;
}
