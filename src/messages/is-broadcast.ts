import type { Broadcast } from './requests.ts';

/**
 * Whether a message is a broadcast of the background. A request of one of our own pages reaches the other pages too and
 * may bear the same type (`desk`): requests have a body, broadcasts have none.
 */
export function isBroadcast(message: unknown): message is Broadcast {
  if (typeof message !== 'object' || message === null || !('type' in message) || 'body' in message) return false;
  if (message.type === 'desk') return 'desk' in message;
  return ['rules', 'chord', 'ask-page', 'here'].includes(`${message.type}`);
}
