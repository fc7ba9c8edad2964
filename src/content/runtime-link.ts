import { isBroadcast } from '../messages/is-broadcast.ts';
import type { Broadcast, Reply } from '../messages/requests.ts';
import type { DeskLink, LinkError, LinkReply } from './desk-link.ts';

/** The little of the browser's API that the link needs; both browsers' own object has this shape. */
export interface RuntimeApi {
  readonly runtime?: {
    readonly id?: string | undefined;
    sendMessage(message: unknown): Promise<unknown>;
    readonly onMessage: {
      addListener(listener: (message: unknown) => void): void;
      removeListener(listener: (message: unknown) => void): void;
    };
  };
}

/**
 * Waits between the tries of one request, in ms: a killed worker is back within the first two, one that was installed this
 * moment within a second or two.
 */
const BACK_OFF_MS: readonly number[] = [60, 150, 300, 400, 600, 1_000, 2_000, 5_000];

/**
 * The longest a single try may take. A background that is put to sleep at the wrong moment can leave a message without
 * any answer, and without an error either.
 */
const ANSWER_WITHIN_MS = 4_000;

/** What browsers say when the background went away in the middle, or was not up yet. Ids make a retry harmless. */
const TEMPORARY =
  /receiving end does not exist|message (port|channel) (is )?closed|channel closed before|went out of scope|conduit/i;

const ORPHANED = /context invalidated|extension context/i;

/** Speaks to the background through `runtime.sendMessage`, with retries that carry the same body (and so the same id). */
export class RuntimeLink implements DeskLink {
  readonly #api: RuntimeApi;
  readonly #wait: (ms: number) => Promise<void>;

  constructor(api: RuntimeApi, wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))) {
    this.#api = api;
    this.#wait = wait;
  }

  alive(): boolean {
    try {
      return this.#api.runtime?.id !== undefined;
    } catch {
      return false;
    }
  }

  /** Nearly every request is answered at its first try: what is done about the others is compiled where it is needed. */
  request<T>(type: string, body: unknown): Promise<LinkReply<T>> {
    const message = { type, body };
    return this.#tryOnce<T>(message).then((answer) => (isUnreached(answer) ? this.#tryOn<T>(message) : answer));
  }

  onBroadcast(listener: (broadcast: Broadcast) => void, signal?: AbortSignal): void {
    const channel = this.#api.runtime?.onMessage;
    if (channel === undefined || signal?.aborted === true) return;
    const hear = (message: unknown) => {
      if (isBroadcast(message)) listener(message);
    };
    channel.addListener(hear);
    signal?.addEventListener('abort', () => {
      // An orphaned script has lost the channel already; there is nothing to remove then.
      if (this.alive()) channel.removeListener(hear);
    });
  }

  async #tryOn<T>(message: object): Promise<LinkReply<T>> {
    let answer: LinkReply<T> = failed('unreachable', 'not tried');
    for (const pause of BACK_OFF_MS) {
      await this.#wait(pause);
      answer = await this.#tryOnce<T>(message);
      if (!isUnreached(answer)) break;
    }
    return answer;
  }

  #tryOnce<T>(message: object): Promise<LinkReply<T>> {
    return new Promise((done) => {
      const timer = setTimeout(() => done(failed('unreachable', 'no answer')), ANSWER_WITHIN_MS);
      const end = (reply: LinkReply<T>) => {
        clearTimeout(timer);
        done(reply);
      };
      const fail = (error: unknown) => end(this.#failure(error));
      try {
        const { runtime } = this.#api;
        if (runtime?.id === undefined) fail('the extension was updated or removed');
        else runtime.sendMessage(message).then((answer) => end(replied(answer)), fail);
      } catch (error) {
        fail(error);
      }
    });
  }

  #failure(error: unknown): { ok: false; error: LinkError } {
    const detail = error instanceof Error ? error.message : String(error);
    if (!this.alive() || ORPHANED.test(detail)) return failed('orphaned', detail);
    return failed(TEMPORARY.test(detail) ? 'unreachable' : 'internal', detail);
  }
}

/** Only our own background can send to this channel, so the shape is enough here; it validates what we send. */
function replied<T>(answer: unknown): LinkReply<T> {
  const isReply = typeof answer === 'object' && answer !== null && 'ok' in answer;
  return isReply ? (answer as Reply<T>) : failed('unreachable', 'no answer');
}

function isUnreached(reply: LinkReply<unknown>): boolean {
  return !reply.ok && reply.error.code === 'unreachable';
}

function failed(code: LinkError['code'], detail: string): { ok: false; error: LinkError } {
  return { ok: false, error: { code, detail } as LinkError };
}
