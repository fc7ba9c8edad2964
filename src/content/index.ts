import { mountOverlay } from './mount.ts';
import { type RuntimeApi, RuntimeLink } from './runtime-link.ts';

declare const browser: RuntimeApi;

/** Set in our own isolated world: a second copy of this very script has nothing to do. */
const LOADED = Symbol.for('than-thien.overlay');

/**
 * The extension's API, captured once. `globalThis.browser` alone would be the page's `<div id="browser">` in Chromium;
 * the polyfill stays out of pages.
 */
function ownApi(): RuntimeApi {
  return globalThis.chrome?.runtime?.id ? globalThis.chrome : browser;
}

/** One overlay a tab: the top document, and only a page that is shown as HTML. */
function belongsHere(): boolean {
  return window.top === window && document.documentElement instanceof HTMLElement && !Reflect.has(globalThis, LOADED);
}

if (belongsHere()) {
  Reflect.set(globalThis, LOADED, true);
  const link = new RuntimeLink(ownApi());
  const { ended } = mountOverlay({ document, window, link, url: () => window.location.href });
  // A site that was taken back may be granted again while its page is open.
  ended.addEventListener('abort', () => Reflect.deleteProperty(globalThis, LOADED));
}
