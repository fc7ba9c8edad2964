import { cards } from '../../../src/content/cards/cards.ts';
import type { OverlayActs } from '../../../src/content/panel/acts.ts';
import { draw } from '../../../src/content/panel/draw.ts';
import { OverlayPanel } from '../../../src/content/panel/overlay-panel.tsx';
import { cardStyles, panelStyles } from '../../../src/content/panel/styles.ts';
import type { Dock } from '../../../src/content/placement.ts';
import { type Language, translator } from '../../../src/platform/i18n.ts';
import { overlayTexts } from '../../../src/platform/texts/overlay.ts';
import { type PanelViewName, panelView } from './panel-views.ts';

/** How the panel shall stand in the page. */
export interface PanelShown {
  readonly name: PanelViewName;
  readonly language: Language;
  readonly dock: Dock;
}

declare global {
  interface Window {
    /** Draws one view of the panel, for the test. */
    showPanel(shown: PanelShown): void;
  }
}

/** From the edge of the viewport, in px, as the overlay docks itself. */
const MARGIN = '14px';

const nothing = (): void => {};
const ACTS: OverlayActs = {
  icon: nothing,
  fold: nothing,
  waiting: nothing,
  toggleCue: nothing,
  confirm: nothing,
  skip: nothing,
  undo: nothing,
  askWhatPage: nothing,
  sayWhatPage: nothing,
  teach: nothing,
  nextStep: nothing,
  escape: nothing,
  hold: nothing,
};

// As shipped, but for one thing: the root is open, because a checker cannot look into a closed one.
const host = document.createElement('div');
const root = host.attachShadow({ mode: 'open' });
root.adoptedStyleSheets = [panelStyles, cardStyles, cards.styles].map((css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
});
const panel = document.createElement('div');
root.append(panel);
document.documentElement.append(host);

window.showPanel = ({ name, language, dock }) => {
  const [vertical, side] = dock.split('-');
  host.removeAttribute('style');
  host.style.position = 'fixed';
  host.style.setProperty(vertical === 'bottom' ? 'bottom' : 'top', MARGIN);
  host.style.setProperty(side === 'end' ? 'right' : 'left', MARGIN);
  const t = translator(overlayTexts, language);
  const placement = { dock, compact: false, left: 0, top: 0 };
  draw(null, panel);
  draw(
    <OverlayPanel
      view={panelView(name, language)}
      placement={placement}
      language={language}
      cards={cards}
      acts={ACTS}
      t={t}
    />,
    panel,
  );
};
