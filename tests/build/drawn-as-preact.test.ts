// @vitest-environment happy-dom
import fc from 'fast-check';
import { h, render } from 'preact';
import { describe, expect, it } from 'vitest';
import { cards } from '../../src/content/cards/cards.ts';
import type { OverlayActs } from '../../src/content/panel/acts.ts';
import { draw } from '../../src/content/panel/draw.ts';
import { OverlayPanel } from '../../src/content/panel/overlay-panel.tsx';
import { translator } from '../../src/platform/i18n.ts';
import { overlayTexts } from '../../src/platform/texts/overlay.ts';
import { PANEL_VIEWS, panelView } from '../e2e/panel-page/panel-views.ts';

const DOCKS = ['bottom-start', 'bottom-end', 'top-start', 'top-end'] as const;
/** No view calls any of these while it is drawn. */
const acts = {} as OverlayActs;

const looks = fc.record({
  name: fc.constantFrom(...PANEL_VIEWS),
  language: fc.constantFrom('vi' as const, 'en' as const),
  dock: fc.constantFrom(...DOCKS),
  compact: fc.boolean(),
});

describe('the overlay, drawn by its own few lines', () => {
  it('is, after any change of what it shows, what Preact makes of the same components', () => {
    fc.assert(
      fc.property(fc.array(looks, { minLength: 1, maxLength: 6 }), (shown) => {
        const own = document.createElement('div');
        const peer = document.createElement('div');
        for (const { name, language, dock, compact } of shown) {
          const placement = { dock, compact, left: 0, top: 0 };
          const t = translator(overlayTexts, language);
          const props = { view: panelView(name, language), placement, language, cards, acts, t };
          draw(OverlayPanel(props), own);
          render(h(OverlayPanel, props), peer);
          expect(outline(own)).toEqual(outline(peer));
        }
      }),
    );
  });
});

/** Elements with their attributes in order of name, and texts. Where a title goes Preact leaves an empty one. */
function outline(node: Node): unknown {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue;
  const element = node as Element;
  const attributes = [...element.attributes]
    .map(({ name, value }) => `${name}=${value}`)
    .filter((one) => one !== 'title=');
  return [element.localName, attributes.sort(), [...element.childNodes].map(outline)];
}
