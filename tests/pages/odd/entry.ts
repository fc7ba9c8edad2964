import './odd.css';

/*
 * The odd system's only script: counts the presses that the page hears in `window.__heard`, and opens the dossier's modal
 * dialog where there is one.
 */
Object.assign(window, { __heard: 0 });
for (const type of ['click', 'mousedown', 'keydown', 'pointerdown']) {
  document.addEventListener(type, () => {
    Object.assign(window, { __heard: (Reflect.get(window, '__heard') as number) + 1 });
  });
}
document.querySelector('dialog')?.showModal();
