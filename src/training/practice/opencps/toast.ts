import { element } from '../element.ts';

const TOAST_MS = 5000;

/** A toast on top of everything (z-index 999999), gone after five seconds. */
export function showToast(app: HTMLElement, kind: 'success' | 'error', text: string): void {
  const message = element('div', { class: 'toast-message' }, text);
  const toast = element('div', { class: `toast toast-${kind}`, role: 'status' }, message);
  const container = app.querySelector('#toast-container') ?? element('div', { id: 'toast-container' });
  container.append(toast);
  app.append(container);
  setTimeout(() => toast.remove(), TOAST_MS);
}
