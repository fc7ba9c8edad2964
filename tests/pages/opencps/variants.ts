import { element } from '../../../src/training/practice/element.ts';

const LATER_MS = 1200;

/** Keys a page script saw, in order: what the portal itself knows of typing on its page. */
declare global {
  interface Window {
    __typed?: string[];
  }
}

/** The page's own key logger, in the capture phase on window, and an input that has the focus from the start. */
function logKeys(): void {
  const typed: string[] = [];
  window.__typed = typed;
  for (const type of ['keydown', 'input'] as const)
    window.addEventListener(
      type,
      (event) => typed.push(event instanceof KeyboardEvent ? `${type}:${event.key}` : type),
      { capture: true },
    );
  const input = element('input', { type: 'text', id: 'typing', 'aria-label': 'Gõ thử', autocomplete: 'off' });
  document.body.prepend(input);
  input.focus();
}

/** A native modal dialog in the top layer, which makes the rest of the page inert. */
function openNativeModal(): void {
  const close = element('button', { type: 'button' }, 'Đóng');
  const dialog = element(
    'dialog',
    { id: 'native-modal' },
    element('p', {}, 'Phiên làm việc sắp hết hạn (ví dụ).'),
    close,
  );
  close.addEventListener('click', () => dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}

/** Bars of the page with the highest z-index there is. */
function addBars(): void {
  const bar = (side: string): HTMLElement =>
    element('div', { class: `hostile-bar hostile-${side}` }, 'Thông báo (ví dụ)');
  document.body.append(bar('top'), bar('bottom'));
}

function replaceBody(mount: () => () => void, unmount: () => void): void {
  const data = document.getElementById('practice-data');
  unmount();
  const body = element('body', {}, element('main', { id: 'portlet' }));
  if (data) body.append(data);
  document.body.replaceWith(body);
  mount();
  performance.mark('practice:replaced');
}

/** `document.open` throws away the whole document and every listener on it; the page writes itself again. */
function rewriteDocument(): void {
  const data = document.getElementById('practice-data')?.outerHTML ?? '';
  // A module runs once per address: the written page asks for the same script under another one.
  const head = document.head.innerHTML.replace('opencps.js"', 'opencps.js?again"');
  window.history.replaceState({}, '', window.location.href.replace('variant=rewrite', 'variant=rewritten'));
  document.open();
  document.write(
    `<!doctype html><html lang="vi"><head>${head}</head><body><main id="portlet"></main>${data}</body></html>`,
  );
  document.close();
  performance.mark('practice:rewritten');
}

/** Mounts the portal with one of the variants of `routes.ts`; an unknown name mounts it plainly. */
export function applyVariant(variant: string, mount: () => () => void): void {
  if (variant === 'keys') logKeys();
  const unmount = mount();
  if (variant === 'modal') openNativeModal();
  if (variant === 'hostile') addBars();
  if (variant === 'replace') setTimeout(() => replaceBody(mount, unmount), LATER_MS);
  if (variant === 'rewrite') setTimeout(rewriteDocument, LATER_MS);
}
