import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { bearsMarks, type PageFacts } from 'page-reader';
import { taughtId } from 'page-reader/profile';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pagePattern } from '../messages/page-pattern.ts';
import { closeDatabases } from '../storage/open-database.ts';
import { ensureProfile } from '../storage/profiles.ts';
import { type DeskState, emptyDeskState } from './desk-state.ts';
import { seePage } from './page-events.ts';
import { peek } from './peek.ts';
import type { RequestContext, Services } from './services.ts';
import { press, settle } from './testing/page-acts.ts';
import { portalSource } from './testing/portal-source.ts';

const ORIGIN = 'https://motcua.vi-du.vn';
const facts: PageFacts = {
  code: 'H27.128.14-261102-0013',
  channel: 'direct',
  due: '2026-11-02T16:00',
  status: 4,
  doubts: [],
};
const nothing = { kind: 'other' as const, facts: null, rows: [], listed: [] };
const PRESS = { actionId: 'receive', outcome: 'received' as const, channel: null, facts };

let nowMs: number;
let state: DeskState;
let services: Services;
let context: RequestContext;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  nowMs = Date.parse('2026-11-02T09:00:00+07:00');
  state = emptyDeskState;
  services = servicesWith(portalSource());
  const profile = await ensureProfile('normal', nowMs);
  context = { profile, tier: 'content', tab: '1', url: `${ORIGIN}/tin-tuc`, origin: ORIGIN, host: 'motcua.vi-du.vn' };
});
afterEach(closeDatabases);

function servicesWith(portals: Services['portals']): Services {
  return {
    portals,
    desks: {
      load: async () => structuredClone(state),
      save: async (_id, changed) => {
        state = changed;
      },
    },
    now: () => nowMs,
    newId: () => 'AAAAAAAAAAAAAAAAAAAAAA',
    tell: () => undefined,
    dueChanged: () => undefined,
  };
}

/** What a page is told that may sleep on. */
async function asleep() {
  const told = await peek(services, context, {});
  if (told === null) throw new Error('the overlay was sent for');
  return told;
}

const wakes = async (at = context, corrected = {}) => (await peek(services, at, corrected)) === null;

describe('a page with nothing to do with dossiers', () => {
  it('is left asleep, with the marks of its site to look for', async () => {
    const { marks, holds } = await asleep();
    expect(holds).toBe(false);
    expect(bearsMarks('Mã hồ sơ: 1, ngày hẹn trả: 2', marks)).toBe(true);
  });

  it('gets the marks that were taught for its site', async () => {
    const lesson = {
      format: 'portal-profile/1',
      id: taughtId('motcua.vi-du.vn'),
      title: 'Ví dụ',
      hosts: ['motcua.vi-du.vn'],
      pages: [{ kind: 'detail', url: '^/phieu/' }],
      labels: { due: ['Xong lúc'] },
      actions: [],
      confidence: 'uncertain',
      source: 'Bịa để minh họa',
    };
    services = servicesWith(portalSource({ profiles: [lesson], off: [] }));
    expect(bearsMarks('Mã hồ sơ: 1, xong lúc: 2', (await asleep()).marks)).toBe(true);
    expect(await wakes({ ...context, url: `${ORIGIN}/phieu/1` })).toBe(true);
  });

  it('is told that the desk still holds the page before, until the desk was told otherwise', async () => {
    await seePage(services, context, { kind: 'detail', facts, rows: [], listed: [] });
    expect((await asleep()).holds).toBe(true);
    await seePage(services, context, nothing);
    expect((await asleep()).holds).toBe(false);
  });

  it('is refused where the overlay was switched off', async () => {
    services = servicesWith(portalSource(undefined, { portalsOff: ['*'] }));
    await expect(peek(services, context, {})).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('the overlay is woken', () => {
  it('by what the official said of the page, and not where that is nothing to show', async () => {
    const pattern = pagePattern(context.url);
    expect(await wakes(context, { [pattern]: 'detail' })).toBe(true);
    for (const kind of ['other', 'rating', 'filing']) expect(await wakes(context, { [pattern]: kind })).toBe(false);
  });

  it('in the tab whose press awaits its sign, and in no other', async () => {
    await seePage(services, context, { kind: 'detail', facts, rows: [], listed: [] });
    await press(services, context, PRESS);
    await seePage(services, context, nothing);
    expect(await wakes()).toBe(true);
    expect(await wakes({ ...context, tab: '2' })).toBe(false);
    nowMs += 61_000;
    expect(await wakes()).toBe(false);
  });

  it('everywhere while a finish is asked', async () => {
    await seePage(services, context, { kind: 'detail', facts, rows: [], listed: [] });
    await press(services, context, PRESS);
    await settle(services, context, { success: true, facts: null });
    expect(await wakes({ ...context, tab: '2' })).toBe(true);
  });
});
