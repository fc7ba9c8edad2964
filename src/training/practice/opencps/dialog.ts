import { element, setShown } from '../element.ts';

const SCROLL_KEYS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown']);
const TYPING = 'input, textarea, select';

function swallowKey(event: KeyboardEvent): void {
  const typing = event.target instanceof Element && event.target.matches(TYPING);
  if (SCROLL_KEYS.has(event.key) && !typing) event.preventDefault();
}

function swallowWheel(event: WheelEvent): void {
  event.preventDefault();
}

export interface PortalDialog {
  open(): void;
  close(): void;
}

/**
 * A dialog in the portals' shape: in the app's own layer, kept (hidden) in the tree after closing, and swallowing wheel
 * and scroll keys on the window while it is open.
 */
export function makeDialog(app: HTMLElement, title: string, content: readonly Node[]): PortalDialog {
  const heading = element('div', { class: 'v-card__title headline' }, title);
  const card = element('div', { class: 'v-card' }, heading, ...content);
  const dialog = element('div', { class: 'v-dialog v-dialog--active', role: 'dialog', 'aria-label': title }, card);
  const overlay = element('div', { class: 'v-overlay v-overlay--active' });
  const layer = element('div', { class: 'v-dialog__content' }, dialog);
  setShown(overlay, false);
  setShown(layer, false);
  app.append(overlay, layer);
  const show = (shown: boolean): void => {
    setShown(overlay, shown);
    setShown(layer, shown);
  };
  return {
    open() {
      show(true);
      window.addEventListener('wheel', swallowWheel, { passive: false });
      window.addEventListener('keydown', swallowKey);
    },
    close() {
      show(false);
      window.removeEventListener('wheel', swallowWheel);
      window.removeEventListener('keydown', swallowKey);
    },
  };
}
