import type { RuntimeApi } from './runtime-link.ts';

declare const browser: RuntimeApi;

/**
 * The extension's API, captured once. `globalThis.browser` alone would be the page's `<div id="browser">` in Chromium;
 * the polyfill stays out of pages.
 */
export function ownApi(): RuntimeApi {
  return globalThis.chrome?.runtime?.id ? globalThis.chrome : browser;
}
