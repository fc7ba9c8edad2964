import type { Broadcast } from '../messages/requests.ts';
import { nextTask } from './next-task.ts';
import { Overlay, type OverlayPlace } from './overlay.ts';

/**
 * Starts the overlay for one page: asks the background and watches presses at once, shows the pill when there is a page
 * to show it on. `destroy` leaves the page as it was. `ended` is aborted then, and when the overlay goes by itself.
 * `calls`: what it was called for before it was there.
 */
export function mountOverlay(
  place: OverlayPlace,
  calls: readonly Broadcast[] = [],
): { destroy(): void; readonly ended: AbortSignal } {
  const overlay = new Overlay(place, calls);
  void overlay.start();
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
