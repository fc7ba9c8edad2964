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

  async request<T>(type: string, body: unknown): Promise<LinkReply<T>> {
    let failure: LinkError = { code: 'unreachable', detail: 'not tried' };
    for (const pause of [0, ...BACK_OFF_MS]) {
      if (pause > 0) await this.#wait(pause);
      const answer = await this.#tryOnce<T>(type, body);
      if (answer.ok || answer.error.code !== 'unreachable') return answer;
      failure = answer.error;
    }
    return { ok: false, error: failure };
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

  async #tryOnce<T>(type: string, body: unknown): Promise<LinkReply<T>> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const { runtime } = this.#api;
      if (runtime?.id === undefined) return orphaned('the extension was updated or removed');
      const late = new Promise<undefined>((done) => {
        timer = setTimeout(() => done(undefined), ANSWER_WITHIN_MS);
      });
      const answer = await Promise.race([runtime.sendMessage({ type, body }), late]);
      // Only our own background can send to this channel, so the shape is enough here; it validates what we send.
      if (typeof answer === 'object' && answer !== null && 'ok' in answer) return answer as Reply<T>;
      return { ok: false, error: { code: 'unreachable', detail: 'no answer' } };
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      if (!this.alive() || ORPHANED.test(detail)) return orphaned(detail);
      if (TEMPORARY.test(detail)) return { ok: false, error: { code: 'unreachable', detail } };
      return { ok: false, error: { code: 'internal', detail } };
    } finally {
      clearTimeout(timer);
    }
  }
}

function orphaned(detail: string): { ok: false; error: LinkError } {
  return { ok: false, error: { code: 'orphaned', detail } };
}
