import type { Broadcast } from '../messages/requests.ts';
import { createSend } from '../messages/send.ts';
import { runtime, sendToBackground } from '../platform/browser.ts';

/** Asks the background; never rejects. */
export const ask = createSend(sendToBackground);

/** Calls back whenever the background says that something changed; returns the remover. */
export function onBroadcast(listener: (broadcast: Broadcast) => void): () => void {
  const hear = (message: unknown) => {
    if (isBroadcast(message)) listener(message);
  };
  runtime.onMessage.addListener(hear);
  return () => runtime.onMessage.removeListener(hear);
}

// Only our own background speaks on this channel, so the type alone is enough.
function isBroadcast(message: unknown): message is Broadcast {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    (message.type === 'desk' || message.type === 'rules')
  );
}
