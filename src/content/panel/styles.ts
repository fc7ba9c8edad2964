import button from '../../ui/button.css?inline';
import tokens from '../../ui/tokens.css?inline';
import panel from './panel.css?inline';

/** All styles of the overlay as one text, for the shadow root. */
export const panelStyles = `${tokens}\n${button}\n${panel}`;
