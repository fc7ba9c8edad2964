import type { ReplyTo, Requests, RequestType } from './requests.ts';

/** Sends a request and answers with its reply; never rejects. */
export type Send = <T extends RequestType>(type: T, body: Requests[T]['body']) => Promise<ReplyTo<T>>;

/**
 * The way of our own pages to the background. `transport` is `sendToBackground` of the platform; a message that finds
 * nobody, or an answer that is none, comes back as an error like any other.
 */
export function createSend(transport: (message: unknown) => Promise<unknown>): Send {
  return async <T extends RequestType>(type: T, body: Requests[T]['body']) => {
    try {
      const answer = await transport({ type, body });
      if (isReply<T>(answer)) return answer;
      return { ok: false, error: { code: 'internal', detail: `${type}: no answer` } };
    } catch (error) {
      return { ok: false, error: { code: 'internal', detail: error instanceof Error ? error.message : String(error) } };
    }
  };
}

/** Only our own background answers, so that it is a reply at all is enough here. */
function isReply<T extends RequestType>(answer: unknown): answer is ReplyTo<T> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean';
}
