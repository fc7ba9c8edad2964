import { safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { createReceiver, type Handlers } from './receive.ts';
import type { RequestMessage, WireError } from './requests.ts';
import { requestSchema } from './schemas.ts';
import { createSend } from './send.ts';
import { calmDesk as desk } from './testing/calm-desk.ts';

function receiver(over: Partial<Handlers<string>> = {}) {
  const refuse = async () => {
    throw new Error('not in this test');
  };
  const handlers: Handlers<string> = {
    peek: refuse,
    wake: refuse,
    open: refuse,
    see: refuse,
    count: refuse,
    finishCues: refuse,
    bring: refuse,
    house: refuse,
    waiting: refuse,
    press: refuse,
    settle: refuse,
    record: refuse,
    correctPage: refuse,
    fold: refuse,
    ruleOff: refuse,
    rulesOff: refuse,
    clearRuleOff: refuse,
    teach: refuse,
    teachPortal: refuse,
    portals: refuse,
    importPortal: refuse,
    removePortal: refuse,
    setPortalEnabled: refuse,
    mark: refuse,
    setLanguage: refuse,
    prepareHandover: refuse,
    giveHandover: refuse,
    withdrawHandover: refuse,
    receipt: refuse,
    desk: async () => desk,
    ...over,
  };
  const schema = requestSchema(() => false);
  return createReceiver<string, string>({
    parse: (message) => {
      const parsed = safeParse(schema, message);
      return parsed.success ? { ok: true, value: parsed.output } : { ok: false, detail: 'shape' };
    },
    admit: async (_message: RequestMessage, sender) => {
      if (sender !== 'us') throw new Error('stranger');
      return sender;
    },
    handlers,
    wireError: (error): WireError => ({ code: 'internal', detail: error instanceof Error ? error.message : '' }),
  });
}

describe('createReceiver', () => {
  it('answers a good request, a bad one, a stranger and a broken handler, each with a reply', async () => {
    const hear = receiver();
    expect(await hear({ type: 'desk', body: {} }, 'us')).toEqual({ ok: true, value: desk });
    expect(await hear({ type: 'desk', body: { x: 1 } }, 'us')).toMatchObject({
      ok: false,
      error: { code: 'bad-message' },
    });
    expect(await hear({ type: 'nonsense', body: {} }, 'us')).toMatchObject({ error: { code: 'bad-message' } });
    expect(await hear({ type: 'desk', body: {} }, 'them')).toMatchObject({ error: { detail: 'stranger' } });
    expect(await hear({ type: 'open', body: {} }, 'us')).toMatchObject({ error: { detail: 'not in this test' } });
  });

  it('leaves broadcasts and foreign messages to others, at once', () => {
    const hear = receiver();
    for (const message of [{ type: 'desk', desk }, { type: 'rules' }, null, 'x', 3, undefined]) {
      expect(hear(message, 'us')).toBeUndefined();
    }
  });
});

describe('createSend', () => {
  it('never rejects', async () => {
    expect(await createSend(async () => ({ ok: true, value: desk }))('desk', {})).toEqual({ ok: true, value: desk });
    expect(await createSend(async () => undefined)('desk', {})).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    });
    const nobody = createSend(() => Promise.reject(new Error('Receiving end does not exist.')));
    expect(await nobody('desk', {})).toMatchObject({ ok: false, error: { detail: 'Receiving end does not exist.' } });
  });
});
