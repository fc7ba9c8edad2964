import type { Reply, RequestMessage, Requests, RequestType, WireError } from './requests.ts';

/** Exactly one handler per request type; a missing or a second one does not compile. */
export type Handlers<Context> = {
  readonly [K in RequestType]: (body: Requests[K]['body'], context: Context) => Promise<Requests[K]['value']>;
};

export interface Receiver<Sender, Context> {
  /** Checks the shape; the reason in English where it does not fit. */
  readonly parse: (
    message: unknown,
  ) => { readonly ok: true; readonly value: RequestMessage } | { readonly ok: false; readonly detail: string };
  /** Checks who sent it and whether they may; throws or rejects with what `wireError` understands. */
  readonly admit: (message: RequestMessage, sender: Sender) => Promise<Context>;
  readonly handlers: Handlers<Context>;
  /** How an error of admission or of a handler is told to the sender. */
  readonly wireError: (error: unknown) => WireError;
}

/**
 * A listener for `runtime.onMessage`. It answers a request with a `Reply`, whatever happens: no raw error crosses the
 * wire, and no failure passes for a success. Other messages (broadcasts) are left to others: it returns undefined at
 * once, because a listener that answers everything steals other listeners' answers.
 */
export function createReceiver<Sender, Context>(receiver: Receiver<Sender, Context>) {
  return (message: unknown, sender: Sender): Promise<Reply<unknown>> | undefined =>
    isRequestLike(message) ? answer(receiver, message, sender) : undefined;
}

async function answer<Sender, Context>(
  { parse, admit, handlers, wireError }: Receiver<Sender, Context>,
  message: unknown,
  sender: Sender,
): Promise<Reply<unknown>> {
  try {
    const parsed = parse(message);
    if (!parsed.ok) return { ok: false, error: { code: 'bad-message', detail: parsed.detail } };
    const context = await admit(parsed.value, sender);
    return { ok: true, value: await dispatch(handlers, parsed.value, context) };
  } catch (error) {
    return { ok: false, error: wireError(error) };
  }
}

function dispatch<Context, T extends RequestType>(
  handlers: Handlers<Context>,
  message: { readonly type: T; readonly body: Requests[T]['body'] },
  context: Context,
): Promise<Requests[T]['value']> {
  return handlers[message.type](message.body, context);
}

/** A request has a type and a body; a broadcast has no body. */
function isRequestLike(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && 'body' in message;
}
