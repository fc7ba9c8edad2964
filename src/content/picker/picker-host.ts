import { addStyles, fixedStyle, KEPT_EVENTS, PICKER_TAG, topmostModal } from '../host.ts';

/** Presses over the page while something is pointed at: the page must not hear those either. */
const PRESS_EVENTS = ['pointerup', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu', 'touchstart', 'touchend'];

/**
 * Puts an element with a closed shadow root over the whole page, inside the modal dialog on top while one is open, until
 * the signal is aborted; then nothing of it is left.
 */
export function createPickerHost(document: Document, css: string, signal: AbortSignal): ShadowRoot {
  const element = document.createElement(PICKER_TAG);
  element.style.cssText = fixedStyle('inset: 0;');
  const root = element.attachShadow({ mode: 'closed' });
  addStyles(root, css);
  for (const type of [...KEPT_EVENTS, ...PRESS_EVENTS]) {
    // Not ended by the signal: the press that ends the picker must not reach the page either.
    element.addEventListener(type, (event) => event.stopPropagation());
  }
  (topmostModal(document) ?? document.documentElement).append(element);
  try {
    element.setAttribute('popover', 'manual');
    element.showPopover();
  } catch {
    // The highest z-index has to do.
    element.removeAttribute('popover');
  }
  signal.addEventListener('abort', () => element.remove());
  return root;
}
