import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { PageFacts } from 'page-reader';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Broadcast, Intent } from '../messages/requests.ts';
import { openJournalQuery } from '../storage/journal-query.ts';
import { append, ensureLog } from '../storage/journal-store.ts';
import { closeDatabases } from '../storage/open-database.ts';
import { ensureProfile } from '../storage/profiles.ts';
import { wakes } from '../storage/watch-store.ts';
import { type DeskState, type DeskStore, emptyDeskState } from './desk-state.ts';
import { pack } from './house-rules.ts';
import { record } from './intents.ts';
import * as events from './page-events.ts';
import { seePage } from './page-events.ts';
import type { RequestContext, Services } from './services.ts';
import { citizenWaits, newId, press, settle } from './testing/page-acts.ts';
import { portalSource } from './testing/portal-source.ts';

/* The way of one citizen through the background, with the real journal, watch list and desk; only the browser is away. */

const clock = (local: string) => Date.parse(`${local}:00+07:00`);
const CODE = 'H27.128.14-261102-0013';
const facts: PageFacts = {
  code: CODE,
  procedureCode: '1.001193',
  channel: 'direct',
  received: '2026-11-02T08:00',
  due: '2026-11-02T16:00',
  status: 4,
  doubts: [],
};
const cues = pack.cues.filter(({ pausePoint }) => pausePoint === 'finish').map(({ id }) => id);

let nowMs: number;
let told: Broadcast[];
let looks: number;
let context: RequestContext;
let kept: Map<string, DeskState>;

const desks: DeskStore = {
  load: async (id) => structuredClone(kept.get(id) ?? emptyDeskState),
  save: async (id, state) => void kept.set(id, structuredClone(state)),
};
const services: Services = {
  desks,
  portals: portalSource(),
  now: () => nowMs,
  newId,
  tell: (_profile, broadcast) => void told.push(broadcast),
  dueChanged: () => {
    looks += 1;
  },
};

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  nowMs = clock('2026-11-02T09:00');
  told = [];
  looks = 0;
  kept = new Map();
  context = await contextOf('normal');
});
afterEach(closeDatabases);

async function contextOf(kind: 'normal' | 'practice'): Promise<RequestContext> {
  const profile = await ensureProfile(kind, nowMs);
  const tier = kind === 'practice' ? 'practice' : 'content';
  const origin = 'https://motcua.example.vn';
  return { profile, tier, tab: '1', url: `${origin}/`, origin, host: 'motcua.example.vn' };
}

/** A citizen's dossier is opened, taken in, and the portal says that it worked. */
async function receive(at = context) {
  await seePage(services, at, { kind: 'detail', facts, rows: [], listed: [] });
  await press(services, at, { actionId: 'receive', outcome: 'received', channel: null, facts });
  const view = await settle(services, at, { success: true, facts: null });
  if (!view.finish) throw new Error('finish was not asked');
  return view.finish.sessionId;
}

function finish(sessionId: string, over: Partial<Extract<Intent, { kind: 'finish' }>> = {}): Intent {
  const base = { kind: 'finish' as const, id: newId(), profile: context.profile.id, sessionId };
  return { ...base, cues, missed: [], skipped: false, ...over };
}

async function entries(day = '2026-11-02') {
  return (await openJournalQuery(context.profile.id)).entriesOn(day);
}

describe('one citizen', () => {
  it('is asked for once and written once, with service facts from the desk and the clock', async () => {
    const sessionId = await receive();
    const act = finish(sessionId, { missed: cues.slice(0, 1) });
    const ack = await record(services, context, act);
    expect(ack).toMatchObject({ id: act.id, n: 0, desk: { session: null, finish: null, undoable: { id: act.id } } });
    const [read] = await entries();
    expect(read?.entry.service).toEqual({
      kind: 'finish',
      day: '2026-11-02',
      half: 'am',
      pack: `${pack.id}@${pack.version}`,
      pausePoint: 'finish',
      outcome: 'received',
      group: 'ho-tich',
      channel: 'direct',
      onTime: null,
      practice: false,
      of: null,
    });
    expect(read?.entry.conduct).toMatchObject({ cues, missed: cues.slice(0, 1), skipped: false });
    expect(read?.entry.private).toEqual({ at: '2026-11-02T09:00:00', procedure: '1.001193' });
    expect(told.at(-1)).toMatchObject({ type: 'desk', desk: { finish: null } });
  });

  it('is acknowledged again when the same act is sent again, also long after', async () => {
    const act = finish(await receive());
    const first = await record(services, context, act);
    nowMs += 3 * 60 * 60_000;
    expect(await record(services, context, act)).toMatchObject({ id: first.id, n: first.n });
    expect(await entries()).toHaveLength(1);
  });

  it('counts once when two tabs confirm at once: both hear of the first entry', async () => {
    const sessionId = await receive();
    const acts = [finish(sessionId), finish(sessionId, { skipped: true })];
    const [one, two] = await Promise.all(acts.map((act) => record(services, context, act)));
    expect(two).toMatchObject({ id: one?.id, n: one?.n });
    expect(await entries()).toHaveLength(1);
  });

  it('counts once when the worker died between the journal and the desk', async () => {
    const sessionId = await receive();
    const act = finish(sessionId);
    const before = structuredClone(kept);
    await record(services, context, act);
    // The death: the entry is durable, the desk's state is as it was while it was being written.
    const claim = { sessionId, entryId: act.id };
    kept = new Map([...before].map(([id, state]) => [id, { ...state, claim }]));
    const otherTab = await record(services, context, finish(sessionId));
    expect(otherTab).toMatchObject({ id: act.id, n: 0, desk: { session: null, finish: null } });
    kept = new Map([...before].map(([id, state]) => [id, { ...state, claim }]));
    expect(await record(services, context, act)).toMatchObject({ n: 0, desk: { session: null, finish: null } });
    expect(await entries()).toHaveLength(1);
  });

  it('can be taken back at once, is asked again, and nets out', async () => {
    const act = finish(await receive());
    await record(services, context, act);
    nowMs += 2_000;
    const undo = await record(services, context, {
      kind: 'void',
      id: newId(),
      profile: context.profile.id,
      of: act.id,
    });
    expect(undo).toMatchObject({ n: 1, desk: { finish: { outcome: 'received' }, undoable: null } });
    const again = await record(services, context, finish(undo.desk.finish?.sessionId ?? ''));
    expect(again).toMatchObject({ n: 2, desk: { finish: null } });
    expect((await entries()).map(({ voided }) => voided)).toEqual([true, false, false]);
  });
});

describe('two tabs', () => {
  const other = { ...facts, code: 'H27.128.14-261102-0014', channel: 'online' as const };
  const pressReturn = { actionId: 'return', outcome: 'returned', channel: 'direct', facts } as const;
  const pressSupplement = { actionId: 'supplement', outcome: 'supplement', channel: 'online', facts: other } as const;
  const sign = { success: true, facts: null };

  it('keep what was pressed in each: a press in one loses no finish of the other', async () => {
    const second = { ...context, tab: '2' };
    await seePage(services, context, { kind: 'detail', facts, rows: [], listed: [] });
    await press(services, context, pressReturn);
    await seePage(services, second, { kind: 'detail', facts: other, rows: [], listed: [] });
    expect(await press(services, second, pressSupplement)).toMatchObject({ pressed: { actionId: 'supplement' } });
    expect(await settle(services, second, sign)).toMatchObject({ finish: null, pressed: null });
    expect(await seePage(services, context, { kind: 'list', facts: null, rows: [], listed: [] })).toMatchObject({
      pressed: { actionId: 'return' },
    });
    expect(await settle(services, context, sign)).toMatchObject({ finish: { outcome: 'returned' }, pressed: null });
    expect(told.map((each) => each.type === 'desk' && each.desk.pressed)).toEqual(told.map(() => null));
  });

  it('cannot settle for one another, nor take a press over', async () => {
    const second = { ...context, tab: '2' };
    await seePage(services, context, { kind: 'detail', facts, rows: [], listed: [] });
    await press(services, context, pressReturn);
    for (const success of [true, false]) {
      expect(await settle(services, second, { success, facts: null })).toMatchObject({ finish: null, pressed: null });
    }
    expect((await settle(services, context, sign)).finish).toMatchObject({ outcome: 'returned' });
  });

  it('keep a press to the site it was made on: the words of another site in the same tab are no sign of it', async () => {
    const elsewhere = { ...context, origin: 'https://khac.example.vn', host: 'khac.example.vn' };
    await seePage(services, context, { kind: 'detail', facts, rows: [], listed: [] });
    await press(services, context, pressReturn);
    expect(await settle(services, elsewhere, sign)).toMatchObject({ finish: null, pressed: null });
    // A hop over the site where one signs, and back.
    await seePage(services, elsewhere, { kind: 'other', facts: null, rows: [], listed: [] });
    expect(await settle(services, context, sign)).toMatchObject({ finish: { outcome: 'returned' } });
  });

  it('keep their own dossier in view: a list in another tab makes nobody new of one that is read again', async () => {
    const second = { ...context, tab: '2' };
    const list = { kind: 'list', facts: null, rows: [], listed: [] } as const;
    const dossier = { kind: 'detail', facts, rows: [], listed: [] } as const;
    await record(services, context, finish(await receive()));
    nowMs += 4 * 60_000;
    expect((await seePage(services, second, list)).session).toBeNull();
    expect((await seePage(services, context, dossier)).session).toBeNull();
    // The same tab on its own list, and back: somebody has come for it.
    await seePage(services, context, list);
    expect((await seePage(services, context, dossier)).session).toMatchObject({ greets: true });
  });

  it('bring the dossier of their own along when somebody is called', async () => {
    const second = { ...context, tab: '2' };
    const own = () => kept.get(context.profile.id)?.desk.session?.dossiers.length;
    const { channel: _unsaid, ...unsaid } = facts;
    await seePage(services, context, { kind: 'detail', facts: unsaid, rows: [], listed: [] });
    await citizenWaits(services, second);
    expect(own()).toBe(0);
    await citizenWaits(services, context);
    expect(own()).toBe(1);
  });

  it('are forgotten once there are too many of them, those first that said nothing for longest', async () => {
    for (let tab = 1; tab <= 100; tab += 1) {
      await seePage(services, { ...context, tab: `${tab}` }, { kind: 'detail', facts, rows: [], listed: [] });
    }
    const first = { ...context, tab: '1' };
    await seePage(services, first, { kind: 'detail', facts, rows: [], listed: [] });
    const tabs = kept.get(context.profile.id)?.views.map(({ tab }) => tab) ?? [];
    expect([tabs.length, tabs.at(0), tabs.at(-2), tabs.at(-1)]).toEqual([40, '62', '100', '1']);
  });

  it('forget a press that has run out, whoever speaks next', async () => {
    const second = { ...context, tab: '2' };
    await press(services, context, pressReturn);
    nowMs += 61_000;
    expect((await settle(services, context, sign)).finish).toBeNull();
    await press(services, second, pressSupplement);
    expect(kept.get(context.profile.id)?.presses.map(({ tab }) => tab)).toEqual(['2']);
  });
});

describe('the next dossier', () => {
  const next = { ...facts, code: 'H27.128.14-261102-0014' };
  const open = async () =>
    (await seePage(services, context, { kind: 'detail', facts: next, rows: [], listed: [] })).session;

  it('opened within three minutes of a finish may be the same citizen’s: nobody is greeted twice', async () => {
    await record(services, context, finish(await receive()));
    nowMs += 3 * 60_000 - 1;
    expect(await open()).toMatchObject({ greets: false });
    expect((await citizenWaits(services, context)).session).toMatchObject({ greets: true });
  });

  it('opened later is somebody else’s, and so is the first of the day', async () => {
    const sessionId = await receive();
    expect(
      (await seePage(services, context, { kind: 'list', facts: null, rows: [], listed: [] })).session?.greets,
    ).toBe(true);
    await record(services, context, finish(sessionId));
    nowMs += 3 * 60_000;
    expect(await open()).toMatchObject({ greets: true });
  });
});

describe('what is refused', () => {
  it('an act of another profile', async () => {
    const act = finish(await receive(), { profile: newId() });
    await expect(record(services, context, act)).rejects.toMatchObject({ code: 'other-profile' });
  });

  it('a finish nobody was asked for, one of an old session, and one after 20 minutes', async () => {
    await expect(record(services, context, finish('none'))).rejects.toMatchObject({ code: 'no-session' });
    const sessionId = await receive();
    nowMs += 21 * 60_000;
    await expect(record(services, context, finish(sessionId))).rejects.toMatchObject({ code: 'no-session' });
    expect(await entries()).toEqual([]);
  });

  it('cues that the pack does not have, and a missed cue that was not shown', async () => {
    const sessionId = await receive();
    for (const over of [{ cues: ['no-such-cue'] }, { cues: cues.slice(0, 1), missed: cues.slice(1, 2) }]) {
      await expect(record(services, context, finish(sessionId, over))).rejects.toMatchObject({ code: 'bad-message' });
    }
    expect(await entries()).toEqual([]);
  });

  it('taking back an entry after its half-day, one that is not there, and twice', async () => {
    const act = finish(await receive());
    await record(services, context, act);
    const undo = (of: string): Intent => ({ kind: 'void', id: newId(), profile: context.profile.id, of });
    await expect(record(services, context, undo(newId()))).rejects.toMatchObject({ code: 'too-late' });
    nowMs = clock('2026-11-02T13:30');
    await expect(record(services, context, undo(act.id))).rejects.toMatchObject({ code: 'too-late' });
    nowMs = clock('2026-11-02T11:20');
    const first = await record(services, context, undo(act.id));
    expect(await record(services, context, undo(act.id))).toMatchObject({ id: first.id, n: first.n });
    expect(await entries()).toHaveLength(2);
  });

  it('an act that the disk has no room for: an error, no entry, and the finish still waits', async () => {
    const sessionId = await receive();
    await ensureLog(context.profile, nowMs);
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('full (test)', 'QuotaExceededError');
    };
    const act = finish(sessionId);
    try {
      await expect(record(services, context, act)).rejects.toMatchObject({ code: 'storage-full' });
    } finally {
      IDBObjectStore.prototype.add = add;
    }
    expect(await entries()).toEqual([]);
    expect(await record(services, context, act)).toMatchObject({ n: 0 });
  });
});

describe('the day page', () => {
  it('opens no class but the private one, and a later one of the day stands beside it', async () => {
    const dont = pack.rules.find(({ polarity }) => polarity === 'dont')?.id ?? '';
    const page = (): Intent => ({
      kind: 'day-page',
      id: newId(),
      profile: context.profile.id,
      answers: { 'xin-chao': 'kept', [dont]: 'review' },
    });
    await record(services, context, page());
    await record(services, context, page());
    const read = await entries();
    expect(read.map(({ entry }) => [entry.service, entry.conduct, entry.private?.dayPage?.[dont]])).toEqual([
      [null, null, 'review'],
      [null, null, 'review'],
    ]);
    const unknown: Intent = { ...page(), kind: 'day-page', answers: { 'no-such-rule': 'kept' } };
    await expect(record(services, context, unknown)).rejects.toMatchObject({ code: 'bad-message' });
  });
});

describe('was it on time?', () => {
  const late = { ...facts, received: '2026-10-20T08:00', due: '2026-10-30T17:00' };
  const returning = async (over: Partial<typeof facts> & { dueState?: 'late' | 'on-time' }) => {
    const dossier = { ...late, ...over };
    await seePage(services, context, { kind: 'detail', facts: dossier, rows: [], listed: [] });
    await press(services, context, { actionId: 'return', outcome: 'returned', channel: 'direct', facts: dossier });
    const view = await settle(services, context, { success: true, facts: null });
    if (!view.finish) throw new Error('finish was not asked');
    await record(services, context, finish(view.finish.sessionId));
    return [view.finish.late, (await entries())[0]?.entry.service?.onTime];
  };

  it('counts to the return where the work was still going on', async () => {
    expect(await returning({ status: 4 })).toEqual([true, 'late']);
  });

  it('says nothing of a result that lay ready, which the citizen may fetch late', async () => {
    expect(await returning({ status: 9 })).toEqual([null, null]);
  });

  it('believes what the portal itself prints of it', async () => {
    expect(await returning({ status: 9, dueState: 'late' })).toEqual([true, 'late']);
  });

  it('believes the portal also where the day has passed', async () => {
    expect(await returning({ status: 4, dueState: 'on-time' })).toEqual([false, 'on-time']);
  });
});

describe('the watch list', () => {
  it('takes in what was opened or received, and forgets what was returned', async () => {
    const form = { ...facts, code: 'H27.128.14-261102-0020', status: 1 };
    await seePage(services, context, { kind: 'receive', facts: form, rows: [facts], listed: [CODE] });
    expect(await wakes(context.profile)).toEqual([]);
    await press(services, context, { actionId: 'receive', outcome: 'received', channel: 'direct', facts: form });
    expect((await settle(services, context, { success: true, facts: null })).today).toEqual({
      overdue: 0,
      dueToday: 1,
    });
    await press(services, context, { actionId: 'return', outcome: 'returned', channel: 'direct', facts: form });
    expect((await settle(services, context, { success: true, facts: null })).today).toEqual({
      overdue: 0,
      dueToday: 0,
    });
  });

  it('learns the code that the portal gave the dossier only when it took it', async () => {
    const { code: _none, ...form } = facts;
    await seePage(services, context, { kind: 'receive', facts: form, rows: [], listed: [] });
    await press(services, context, { actionId: 'receive', outcome: 'received', channel: 'direct', facts: form });
    expect((await settle(services, context, { success: true, facts })).today.dueToday).toBe(1);
  });

  it('takes no code from the page when the pressed dossier had another', async () => {
    const other = { ...facts, code: 'H27.128.14-261102-0099' };
    await press(services, context, { actionId: 'receive', outcome: 'received', channel: 'direct', facts });
    await settle(services, context, { success: true, facts: other });
    const list = await seePage(services, context, { kind: 'list', facts: null, rows: [facts], listed: [CODE] });
    expect(list.today).toEqual({ overdue: 0, dueToday: 0 });
  });

  it.each(['due-before-received', 'due-malformed', 'dues-disagree'] as const)(
    'counts nobody late by a due time that its page makes doubtful: %s',
    async (doubt) => {
      const late = { ...facts, due: '2026-10-30T16:00' };
      expect(
        (await seePage(services, context, { kind: 'detail', facts: late, rows: [], listed: [] })).today.overdue,
      ).toBe(1);
      const doubtful = { ...late, doubts: [doubt] };
      const seen = await seePage(services, context, { kind: 'detail', facts: doubtful, rows: [], listed: [] });
      expect(seen.today).toEqual({ overdue: 0, dueToday: 0 });
      await press(services, context, { actionId: 'return', outcome: 'returned', channel: 'direct', facts: doubtful });
      expect((await settle(services, context, { success: true, facts: null })).finish).toMatchObject({ late: null });
    },
  );

  it.each([3, 7, 8, 9, 10])('forgets a dossier whose status %i is closed', async (status) => {
    await seePage(services, context, { kind: 'detail', facts, rows: [], listed: [] });
    await seePage(services, context, { kind: 'list', facts: null, rows: [{ ...facts, status }], listed: [CODE] });
    expect(await wakes(context.profile)).toEqual([]);
  });

  it.each([{ status: 5 }, { status: 6 }, { dueState: 'paused' as const }])(
    'wakes nobody for a dossier that waits for somebody else: %o',
    async (over) => {
      await seePage(services, context, { kind: 'detail', facts: { ...facts, ...over }, rows: [], listed: [] });
      expect(await wakes(context.profile)).toEqual([]);
    },
  );

  it('forgets nothing when the portal refused the action', async () => {
    await seePage(services, context, { kind: 'detail', facts, rows: [], listed: [] });
    await press(services, context, { actionId: 'return', outcome: 'returned', channel: 'direct', facts });
    expect(await settle(services, context, { success: false, facts: null })).toMatchObject({
      finish: null,
      today: { dueToday: 1 },
    });
  });

  it('does not count twice what the list page in front shows itself', async () => {
    await seePage(services, context, { kind: 'detail', facts, rows: [], listed: [] });
    const list = await seePage(services, context, { kind: 'list', facts: null, rows: [facts], listed: [CODE] });
    expect(list.today).toEqual({ overdue: 0, dueToday: 0 });
    // Told again with the news alone, the list still shows all its rows.
    const again = await seePage(services, context, { kind: 'list', facts: null, rows: [], listed: [CODE] });
    expect(again.today).toEqual({ overdue: 0, dueToday: 0 });
    const other = await seePage(services, context, { kind: 'detail', facts, rows: [], listed: [] });
    expect(other.today.dueToday).toBe(1);
  });

  it('has the alarm set anew when an appointment moves, though no number that is shown changes', async () => {
    const online = { ...facts, channel: 'online' as const };
    const tomorrow = { ...online, code: 'H27.128.14-261102-0014', due: '2026-11-03T08:00' };
    await seePage(services, context, { kind: 'detail', facts: online, rows: [], listed: [] });
    for (const seen of [{ ...online, due: '2026-11-02T11:00' }, tomorrow]) {
      const [toldBefore, looksBefore] = [told.length, looks];
      await seePage(services, context, { kind: 'detail', facts: seen, rows: [], listed: [] });
      expect(told).toHaveLength(toldBefore);
      expect(looks).toBe(looksBefore + 1);
    }
    await seePage(services, context, { kind: 'detail', facts: tomorrow, rows: [], listed: [] });
    expect(looks).toBe(3);
  });

  it('stands in nobody’s way when it cannot be written', async () => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full (test)', 'QuotaExceededError');
    };
    const { error } = console;
    console.error = () => undefined;
    try {
      expect(await seePage(services, context, { kind: 'detail', facts, rows: [], listed: [] })).toMatchObject({
        practice: false,
      });
      await press(services, context, { actionId: 'receive', outcome: 'received', channel: null, facts });
      expect((await settle(services, context, { success: true, facts: null })).finish).not.toBeNull();
    } finally {
      IDBObjectStore.prototype.put = put;
      console.error = error;
    }
  });
});

describe('an event that a page sends again because no answer came', () => {
  it('begins no second session', async () => {
    const id = newId();
    const first = await events.citizenWaits(services, context, { id });
    nowMs += 4_000;
    const again = await events.citizenWaits(services, context, { id });
    expect(again.session?.id).toBe(first.session?.id);
    expect((await citizenWaits(services, context)).session?.id).not.toBe(first.session?.id);
  });

  it('does not have the next page wait for the sign of an action that is settled', async () => {
    const pressed = { id: newId(), actionId: 'receive', outcome: 'received', channel: null, facts } as const;
    await seePage(services, context, { kind: 'detail', facts, rows: [], listed: [] });
    await events.press(services, context, pressed);
    await settle(services, context, { success: true, facts: null });
    expect((await events.press(services, context, pressed)).pressed).toBeNull();
  });
});

describe('two tabs with a list and a dossier', () => {
  it('a list takes its own rows out of what is counted, in no other tab, and nobody is told', async () => {
    await seePage(services, context, { kind: 'detail', facts, rows: [], listed: [] });
    told = [];
    const list = { kind: 'list', facts: null, rows: [], listed: [CODE] } as const;
    expect((await seePage(services, context, list)).today).toEqual({ overdue: 0, dueToday: 0 });
    const other = { ...context, tab: '2' };
    const elsewhere = await seePage(services, other, { kind: 'other', facts: null, rows: [], listed: [] });
    expect(elsewhere.today.dueToday).toBe(1);
    expect((await seePage(services, context, list)).today).toEqual({ overdue: 0, dueToday: 0 });
    expect(told).toEqual([]);
  });
});

describe('nobody at the desk', () => {
  it('asks nothing for an online dossier', async () => {
    const online = { ...facts, channel: 'online' as const };
    await seePage(services, context, { kind: 'detail', facts: online, rows: [], listed: [] });
    await press(services, context, { actionId: 'receive', outcome: 'received', channel: null, facts: online });
    expect(await settle(services, context, { success: true, facts: null })).toMatchObject({
      session: null,
      finish: null,
    });
  });

  it.each([3, 7, 8, 10])('is assumed when a dossier of status %i, which is over, is looked up', async (status) => {
    const closed = { ...facts, status };
    for (const kind of ['detail', 'return'] as const) {
      expect((await seePage(services, context, { kind, facts: closed, rows: [], listed: [] })).session).toBeNull();
    }
    const { session } = await citizenWaits(services, context);
    const looked = await seePage(services, context, { kind: 'detail', facts: closed, rows: [], listed: [] });
    expect(looked.session?.id).toBe(session?.id);
  });

  it('is not assumed where a result lies ready', async () => {
    const ready = { ...facts, status: 9 };
    expect(
      (await seePage(services, context, { kind: 'detail', facts: ready, rows: [], listed: [] })).session,
    ).not.toBeNull();
  });

  it('begins a session when the official says that somebody is here', async () => {
    expect((await citizenWaits(services, context)).session).toMatchObject({
      startedAt: nowMs,
      until: nowMs + 20 * 60_000,
    });
  });
});

describe('the practice desk', () => {
  it('writes into its own journal, marked, and leaves the official’s own untouched', async () => {
    const practice = await contextOf('practice');
    const sessionId = await receive(practice);
    await record(services, practice, finish(sessionId, { profile: practice.profile.id }));
    expect(await entries()).toEqual([]);
    const read = await (await openJournalQuery(practice.profile.id)).entriesOn('2026-11-02');
    expect(read.map(({ entry }) => entry.service?.practice)).toEqual([true]);
    expect(await wakes(context.profile)).toEqual([]);
    expect(await wakes(practice.profile)).toEqual([]);
  });

  it('cannot be booked to the official', async () => {
    const practice = await contextOf('practice');
    const sessionId = await receive(practice);
    await expect(record(services, practice, finish(sessionId))).rejects.toMatchObject({ code: 'other-profile' });
    expect(await append(context.profile, { id: newId(), entry: practiceFree() }, nowMs)).toMatchObject({ n: 0 });
  });
});

function practiceFree() {
  return { service: null, conduct: null, private: { at: '2026-11-02T09:00:00', procedure: null, dayPage: {} } };
}
