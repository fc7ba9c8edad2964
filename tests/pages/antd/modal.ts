import { element } from '../../../src/training/practice/element.ts';

/** A modal in Ant Design's shape, on `body`; returns what closes it. Escape and "X" close it too. */
export function openModal(title: string, content: readonly Node[], footer: readonly Node[]): () => void {
  const close = element('button', { type: 'button', class: 'ant-modal-close', 'aria-label': 'Close' }, '×');
  const dialog = element(
    'div',
    { class: 'ant-modal', role: 'dialog', 'aria-modal': 'true', 'aria-label': title },
    element(
      'div',
      { class: 'ant-modal-content' },
      close,
      element('div', { class: 'ant-modal-header' }, element('div', { class: 'ant-modal-title' }, title)),
      element('div', { class: 'ant-modal-body' }, ...content),
      element('div', { class: 'ant-modal-footer' }, ...footer),
    ),
  );
  const wrap = element('div', { class: 'ant-modal-wrap', tabindex: '-1' }, dialog);
  const modal = element('div', { class: 'ant-modal-root' }, element('div', { class: 'ant-modal-mask' }), wrap);
  const remove = (): void => modal.remove();
  close.addEventListener('click', remove);
  modal.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') remove();
  });
  document.body.append(modal);
  close.focus();
  return remove;
}

/** A control in Ant Design's shape. */
export function antButton(text: string, press: () => void, primary = false): HTMLButtonElement {
  const kind = primary ? 'ant-btn ant-btn-primary' : 'ant-btn ant-btn-default';
  const made = element('button', { type: 'button', class: kind }, element('span', {}, text));
  made.addEventListener('click', press);
  return made;
}

/** The short message at the top of the page, gone after three seconds. */
export function showMessage(kind: 'success' | 'error', text: string): void {
  const notice = element(
    'div',
    { class: 'ant-message' },
    element('div', { class: `ant-message-notice ant-message-${kind}` }, element('span', {}, text)),
  );
  document.body.append(notice);
  setTimeout(() => notice.remove(), 3000);
}
