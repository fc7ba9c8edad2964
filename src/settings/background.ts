import { isBroadcast } from '../messages/is-broadcast.ts';
import { createSend } from '../messages/send.ts';
import { runtime, sendToBackground } from '../platform/browser.ts';

/** Asks the background; never rejects. */
export const ask = createSend(sendToBackground);

/** Calls back whenever the background says that something changed; returns the remover. */
export function onBroadcast(listener: () => void): () => void {
  const hear = (message: unknown) => {
    if (isBroadcast(message)) listener();
  };
  runtime.onMessage.addListener(hear);
  return () => runtime.onMessage.removeListener(hear);
}
