import { nextTask } from './next-task.ts';
import { Overlay, type OverlayPlace } from './overlay.ts';
import type { Watch } from './relief.ts';

/**
 * Starts the overlay for one page: asks the background and watches presses at once, shows the pill when there is a page
 * to show it on. `destroy` leaves the page as it was. `ended` is aborted then, and when the overlay goes by itself.
 * `watch`: what was told, and what the background sent, before it was there.
 */
export function mountOverlay(
  place: OverlayPlace,
  watch: Watch = { told: [], snapshot: Promise.resolve(null) },
): { destroy(): void; readonly ended: AbortSignal } {
  const overlay = new Overlay(place, watch.told);
  void overlay.start(watch.snapshot);
  whenReady(place, () => overlay.mount(), overlay.ended);
  return {
    destroy: () => overlay.destroy(),
    ended: overlay.ended,
  };
}

/** The longest wait for the page's first idle moment. */
const IDLE_TIMEOUT_MS = 120;

function whenReady({ document, window }: OverlayPlace, act: () => void, signal: AbortSignal): void {
  const run = () => {
    if (!signal.aborted) act();
  };
  // Whoever comes to a page that is there already was brought when it had nothing else to do.
  const idle = () => window.requestIdleCallback(run, { timeout: IDLE_TIMEOUT_MS });
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', idle, { once: true, signal });
  else nextTask(run);
}
