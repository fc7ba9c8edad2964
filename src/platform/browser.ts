import browser, { type Runtime } from 'webextension-polyfill';

/*
 * The only importer of webextension-polyfill: the same promises in Chromium and Firefox. Pages of ours and the
 * background use it; the content script takes the plain API instead, because the polyfill costs start-up time on
 * every page of the portal.
 */
export const { action, alarms, commands, notifications, permissions, runtime, scripting, storage, tabs } = browser;

export type MessageSender = Runtime.MessageSender;

/** Sends one message to the background and waits for its answer; rejects if nobody listens. */
export function sendToBackground(message: unknown): Promise<unknown> {
  return runtime.sendMessage(message);
}

/** Root of our own pages, e.g. `chrome-extension://<id>/`; ends with a slash. */
export function ownRoot(): string {
  return runtime.getURL('');
}
