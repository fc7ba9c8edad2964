import { createSend } from '../messages/send.ts';
import { sendToBackground } from '../platform/browser.ts';

/** Asks the background; never rejects. */
export const ask = createSend(sendToBackground);
