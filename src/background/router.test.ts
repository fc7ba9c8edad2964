import 'fake-indexeddb/auto';
import { type SharedEntry, verifyHandover } from 'checklist-core/handover';
import { newEntryId } from 'checklist-core/journal';
import { IDBFactory } from 'fake-indexeddb';
import { readPage } from 'page-reader';
import { savedPage } from 'page-reader/saved';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeskView, ReplyTo, RequestMessage, RequestType } from '../messages/requests.ts';
import { type SeenFacts, seenFacts } from '../messages/seen-facts.ts';
import type { MessageSender } from '../platform/browser.ts';
import { openJournalQuery } from '../storage/journal-query.ts';
import { closeDatabases } from '../storage/open-database.ts';
import { type DeskState, emptyDeskState } from './desk-state.ts';
import { createRouter } from './router.ts';
import type { Services } from './services.ts';
import { portalSource } from './testing/portal-source.ts';

/* From the page to the hand-over by messages alone, as the browser would deliver them; only the browser is away. */

/** What of the browser's API admission and settings ask: one site was granted, and then all of them in the browser's settings. */
vi.hoisted(() => {
  const browser = {
    runtime: { id: 'own', getURL: (path: string) => `moz-extension://own/${path}`, getManifest: () => ({}) },
    permissions: {
      contains: async () => true,
      getAll: async () => ({ origins: ['https://motcua.vi-du.vn/*', 'https://*/*'] }),
    },
    storage: { local: { get: async () => ({}) } },
  };
  Object.assign(globalThis, { browser, chrome: browser });
});

const NOW = Date.parse('2026-11-02T09:00:00+07:00');
const tab = { id: 1, index: 0, highlighted: false, active: true, pinned: false, incognito: false };
const PORTAL = { id: 'own', url: 'https://motcua.vi-du.vn/', frameId: 0, tab };
const OUR_PAGE = { id: 'own', url: 'moz-extension://own/src/settings/index.html' };

let state: DeskState;
let ask: ReturnType<typeof createRouter>;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  state = emptyDeskState;
  ask = createRouter(services);
});
afterEach(closeDatabases);

const newId = () => newEntryId((length) => crypto.getRandomValues(new Uint8Array(length)));
const services: Services = {
  portals: portalSource(),
  desks: {
    load: async () => structuredClone(state),
    save: async (_id, changed) => {
      state = structuredClone(changed);
    },
  },
  now: () => NOW,
  newId,
  tell: () => undefined,
  dueChanged: () => undefined,
};

/** What the background answers; fails where it refuses. */
async function answered<T extends RequestType>(message: RequestMessage<T>, sender: MessageSender = PORTAL) {
  const reply = (await ask(message, sender)) as ReplyTo<T>;
  if (!reply.ok) throw new Error(`${message.type}: ${reply.error.code}, ${reply.error.detail}`);
  return reply.value;
}

/** The facts of a dossier's page that prints this code. */
function readOf(code: string) {
  const page = `<h2>Chi tiết hồ sơ</h2><p>Mã hồ sơ: ${code}</p><p>Hình thức tiếp nhận: Trực tiếp</p>
    <p>Ngày tiếp nhận: 02/11/2026 08:00</p><p>Ngày hẹn trả: 02/11/2026 16:00</p>`;
  const { facts } = readPage(savedPage(page), { url: PORTAL.url, profile: null, procedures: [] });
  if (facts === null) throw new Error(`${code} was not read`);
  return seenFacts(facts);
}

const onList = (rows: readonly SeenFacts[], listed: readonly string[]) =>
  answered({ type: 'see', body: { page: { kind: 'list', facts: null, rows, listed } } });
const watched = async (desk: DeskView) => (await openJournalQuery(desk.profile.id)).watchList();

/** What somebody else reads in a hand-over. */
async function sharedIn(text: string): Promise<readonly SharedEntry[]> {
  const entries: SharedEntry[] = [];
  const { ok } = await verifyHandover([new TextEncoder().encode(text)], { onEntry: (entry) => entries.push(entry) });
  expect(ok).toBe(true);
  return entries;
}

describe('the dossier of a code as', () => {
  it.each([
    'H27.128.14-261102-0013',
    '000.00.14.H27.128.140.160.180-261102-001300',
    'BTNMT-021126-0013',
    'BGTVT-20261102-0013',
    'BTC-20261102-013',
    'BTP-021126-013',
    'BYT.QLD-021126-0013',
  ])('%s is watched, finished with and handed over', async (code) => {
    const facts = readOf(code);
    expect(facts.code).toBe(code);
    const opened = await answered({ type: 'see', body: { page: { kind: 'detail', facts, rows: [], listed: [] } } });
    expect(await watched(opened)).toMatchObject([{ code, due: '2026-11-02T16:00' }]);
    expect(opened.today).toEqual({ overdue: 0, dueToday: 1 });

    const moved = await onList([{ ...facts, due: '2026-11-03T16:00' }], [code]);
    expect(await watched(moved)).toMatchObject([{ code, due: '2026-11-03T16:00' }]);

    await answered({
      type: 'press',
      body: { id: newId(), actionId: 'return', outcome: 'returned', channel: 'direct', facts },
    });
    const { finish, profile } = await answered({ type: 'settle', body: { id: newId(), success: true, facts } });
    const cues = (await answered({ type: 'finishCues', body: {} })).map(({ id }) => id);
    const act = { id: newId(), profile: profile.id, sessionId: finish?.sessionId ?? '', cues, missed: [] };
    await answered({ type: 'record', body: { intent: { kind: 'finish', ...act, skipped: false } } });
    expect(await watched(opened)).toEqual([]);

    const period = { from: '2026-11-02', to: '2026-11-02' };
    const body = { period, conduct: 'sums', name: null } as const;
    const { text } = (await answered({ type: 'prepareHandover', body }, OUR_PAGE)) ?? { text: '' };
    const shared = await sharedIn(text);
    expect(shared).toMatchObject([{ service: { kind: 'finish', outcome: 'returned' } }]);
    expect(text + JSON.stringify(shared)).not.toContain(code);
    await answered({ type: 'giveHandover', body: { text } }, OUR_PAGE);
  });
});

describe('a site that nobody granted by itself', () => {
  it('is not heard, although a wider grant covers it', async () => {
    expect(await ask({ type: 'peek', body: {} }, PORTAL)).toMatchObject({ ok: true });
    const elsewhere = { ...PORTAL, url: 'https://motcua.xa-khac.vn/' };
    expect(await ask({ type: 'peek', body: {} }, elsewhere)).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
  });
});

describe('a row that is no dossier', () => {
  it('costs the other rows of its list nothing, and is not heard', async () => {
    const [first, second] = [readOf('H27.128.14-261102-0013'), readOf('H27.128.14-261102-0014')];
    for (const facts of [first, second]) {
      await answered({ type: 'see', body: { page: { kind: 'detail', facts, rows: [], listed: [] } } });
    }
    const rows = [first, { ...first, code: 'PHAN THỊ VÍ DỤ' }, second].map((row) => ({
      ...row,
      due: '2026-11-02T15:30',
    }));
    const desk = await onList(rows, [first.code ?? '', 'PHAN THỊ VÍ DỤ', second.code ?? '']);
    expect((await watched(desk)).map(({ due }) => due)).toEqual(['2026-11-02T15:30', '2026-11-02T15:30']);
    expect(desk.today).toEqual({ overdue: 0, dueToday: 0 });
  });
});
