import button from '../../ui/button.css?inline';
import tokens from '../../ui/tokens.css?inline';
import cards from './cards.css?inline';
import panel from './panel.css?inline';

/** Styles of the pill, for the shadow root. */
export const panelStyles = `${tokens}\n${panel}`;
/** What a card needs besides: most pages show none, and a browser would parse it on every one. */
export const cardStyles = `${button}\n${cards}`;
