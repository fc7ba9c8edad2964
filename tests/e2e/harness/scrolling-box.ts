/**
 * Puts the odd dossier's page into a box that scrolls, in the page itself or, `sealed`, in a closed shadow root of it. Runs in
 * the page; box and code are kept for its test as `__box` and `__code`.
 */
export function putInScrollingBox(sealed: boolean): void {
  const list = document.querySelector('dl') as HTMLElement;
  const holder = document.createElement('phieu-cuon');
  const box = document.createElement('div');
  list.replaceWith(holder);
  box.style.cssText = 'height: 150px; overflow: auto';
  list.style.padding = '60px 0 900px';
  (sealed ? holder.attachShadow({ mode: 'closed' }) : holder).append(box);
  box.append(list);
  Object.assign(window, { __box: box, __code: list.querySelector('dd') });
}
