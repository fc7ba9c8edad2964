import { describe, expect, it, vi } from 'vitest';
import { RuntimeLink } from './runtime-link.ts';

const intent = { intent: { kind: 'void', id: 'AAAAAAAAAAAAAAAAAAAAAA', profile: 'p', of: 'B' } } as const;

/** A browser whose answers are scripted, one by one; the last one repeats. */
function browserThat(...script: ((message: unknown) => unknown)[]) {
  const sent: unknown[] = [];
  const listeners = new Set<(message: unknown) => void>();
  const runtime = {
    id: 'extension' as string | undefined,
    async sendMessage(message: unknown) {
      sent.push(message);
      const step = script[Math.min(sent.length, script.length) - 1];
      return step?.(message);
    },
    onMessage: {
      addListener: (listener: (message: unknown) => void) => void listeners.add(listener),
      removeListener: (listener: (message: unknown) => void) => void listeners.delete(listener),
    },
  };
  return { api: { runtime }, runtime, sent, listeners };
}

function linkTo(browser: ReturnType<typeof browserThat>) {
  const waits: number[] = [];
  const link = new RuntimeLink(browser.api, async (ms) => void waits.push(ms));
  return { link, waits };
}

const fail = (message: string) => () => {
  throw new Error(message);
};

describe('RuntimeLink', () => {
  it('hands the answer through, good or bad, without a second try', async () => {
    const refused = { ok: false, error: { code: 'storage-full', detail: 'quota' } };
    const browser = browserThat(() => refused);
    const { link } = linkTo(browser);
    expect(await link.request('record', intent)).toEqual(refused);
    expect(browser.sent).toHaveLength(1);
  });

  it('sends the very same intent again when the worker was killed before it answered', async () => {
    const browser = browserThat(
      fail('A listener indicated an asynchronous response, but the message channel closed before a response'),
      fail('Could not establish connection. Receiving end does not exist.'),
      () => ({ ok: true, value: { n: 7 } }),
    );
    const { link, waits } = linkTo(browser);
    expect(await link.request('record', intent)).toEqual({ ok: true, value: { n: 7 } });
    expect(browser.sent).toEqual([1, 2, 3].map(() => ({ type: 'record', body: intent })));
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
  });

  it('treats silence as temporary: a page of ours that answers nothing is not an acknowledgement', async () => {
    const browser = browserThat(
      () => undefined,
      () => ({ ok: true, value: {} }),
    );
    const { link } = linkTo(browser);
    expect((await link.request('see', {})).ok).toBe(true);
    expect(browser.sent).toHaveLength(2);
  });

  it('does not wait for ever for a background that fell asleep over the message', async () => {
    vi.useFakeTimers();
    try {
      const browser = browserThat(
        () => new Promise(() => undefined),
        () => ({ ok: true, value: { n: 1 } }),
      );
      const { link } = linkTo(browser);
      const answer = link.request('record', intent);
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await answer).toMatchObject({ ok: true });
      expect(browser.sent).toHaveLength(2);
      expect(browser.sent[1]).toEqual(browser.sent[0]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('gives up politely and says so', async () => {
    const browser = browserThat(fail('Could not establish connection. Receiving end does not exist.'));
    const { link } = linkTo(browser);
    expect(await link.request('see', {})).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    expect(browser.sent.length).toBeLessThan(10);
  });

  it('knows that it was orphaned by an update, by the missing id and by what the browser says', async () => {
    const browser = browserThat(fail('Extension context invalidated.'));
    const { link } = linkTo(browser);
    expect(await link.request('record', intent)).toMatchObject({ ok: false, error: { code: 'orphaned' } });
    expect(browser.sent).toHaveLength(1);
    browser.runtime.id = undefined;
    expect(link.alive()).toBe(false);
    expect(await link.request('record', intent)).toMatchObject({ ok: false, error: { code: 'orphaned' } });
    expect(browser.sent).toHaveLength(1);
  });

  it('is orphaned, not broken, where the runtime itself is gone', async () => {
    const { link } = linkTo({ ...browserThat(), api: {} } as unknown as ReturnType<typeof browserThat>);
    expect(link.alive()).toBe(false);
    expect(await link.request('see', {})).toMatchObject({ ok: false, error: { code: 'orphaned' } });
  });

  it('hears only the broadcasts it knows, and stops with the signal', () => {
    const browser = browserThat();
    const { link } = linkTo(browser);
    const heard: unknown[] = [];
    const stop = new AbortController();
    link.onBroadcast((broadcast) => heard.push(broadcast.type), stop.signal);
    for (const listener of browser.listeners) {
      listener({ type: 'chord' });
      listener({ type: 'something-else' });
      listener('text');
    }
    stop.abort();
    expect(heard).toEqual(['chord']);
    expect(browser.listeners.size).toBe(0);
  });
});
