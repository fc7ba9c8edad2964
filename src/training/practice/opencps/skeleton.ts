import { element } from '../element.ts';
import { type Portal, pause } from './portal.ts';

const BARS = 40;
const TICKS = 8;

/**
 * Shows placeholders, stirs the tree a few hundred times as the portals do while they load, then puts the pieces in
 * one after the other. The mark `practice:facts` on the performance timeline says when the last one was in the DOM.
 */
export async function showAfterLoading(
  portal: Portal,
  place: HTMLElement,
  pieces: () => readonly Node[],
): Promise<void> {
  const { slow } = portal.options;
  const bars = Array.from({ length: BARS }, () => element('div', { class: 'vue-content-placeholders-text__line' }));
  place.replaceChildren(element('div', { class: 'content-placeholders' }, ...bars));
  for (let tick = 0; tick < TICKS; tick++) {
    await pause(slow / TICKS, portal.signal);
    for (const bar of bars) bar.replaceChildren(element('span', { class: `shimmer-${tick % 2}` }));
  }
  place.replaceChildren();
  for (const piece of pieces()) {
    place.append(piece);
    await pause(0, portal.signal);
  }
  performance.mark('practice:facts');
}
