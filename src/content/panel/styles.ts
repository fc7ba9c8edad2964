import tokens from '../../ui/tokens.css?inline';
import card from './card.css?inline';
import panel from './panel.css?inline';

/** Styles of the pill, for the shadow root. */
export const panelStyles = `${tokens}\n${panel}`;
/** Of a card with a sentence in it: most pages show none, and a browser would parse it on every one. */
export const cardStyles = card;
