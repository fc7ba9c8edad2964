import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournalQuery } from './journal-query.ts';
import { closeDatabases, openProfileDb } from './open-database.ts';
import { ensureProfile } from './profiles.ts';
import type { StoredProfile } from './schema.ts';
import { at, seenDossier, testCalendar } from './test-data.ts';
import { observe, type SeenDossier, setMark, setTold, tidy, wakes } from './watch-store.ts';

const calendar = testCalendar;
const moment = (local: string) => ({ calendar, now: at(local) });
const MONDAY = moment('2026-11-02T09:00');

let profile: StoredProfile;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  profile = await ensureProfile('normal', MONDAY.now);
});
afterEach(closeDatabases);

const opened = (over: Partial<SeenDossier> = {}) => ({ dossier: seenDossier(over), enters: true });
const listed = (over: Partial<SeenDossier> = {}) => ({ dossier: seenDossier(over), enters: false });

describe('watch list', () => {
  it('takes in what was opened, and lets list rows only refresh what is known', async () => {
    await observe(profile, [opened(), listed({ code: 'H27.128.14-261102-0014' })], MONDAY);
    const later = moment('2026-11-02T10:00');
    await observe(profile, [listed({ due: '2026-11-04T10:00', status: 5, paused: true, procedureName: null })], later);
    const rows = await (await openJournalQuery(profile.id)).watchList();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      code: 'H27.128.14-261102-0013',
      due: '2026-11-04T10:00',
      paused: true,
      procedureName: 'Example procedure name',
      lastSeen: later.now,
      mark: 'open',
    });
  });

  it('forgets a dossier that is closed', async () => {
    await observe(profile, [opened()], MONDAY);
    expect(await observe(profile, [listed({ status: 10, closed: true })], MONDAY)).toEqual([]);
    expect(await (await openProfileDb(profile.id)).count('watch')).toBe(0);
    expect(await wakes(profile)).toEqual([]);
  });

  it('knows no due time any more once a page contradicts itself about it', async () => {
    await observe(profile, [opened({ due: '2026-11-01T16:00' })], MONDAY);
    const [row] = await observe(profile, [listed({ due: '2026-11-01T16:00', dueDoubtful: true })], MONDAY);
    expect(row?.due).toBeNull();
    expect(await wakes(profile)).toEqual([]);
    const [again] = await observe(profile, [listed({ due: '2026-11-04T16:00' })], MONDAY);
    expect(again?.due).toBe('2026-11-04T16:00');
  });

  it('keeps a dossier paused while no page says otherwise', async () => {
    await observe(profile, [opened({ status: 5, paused: true })], MONDAY);
    const [row] = await observe(profile, [listed({ status: null, paused: null })], MONDAY);
    expect(row).toMatchObject({ status: 5, paused: true });
  });

  it('keeps a late dossier for 10 working days after due, then forgets it', async () => {
    await observe(profile, [opened({ due: '2026-11-03T16:00' })], MONDAY);
    expect(await tidy(profile, moment('2026-11-17T17:00'))).toHaveLength(1);
    expect(await tidy(profile, moment('2026-11-18T07:00'))).toHaveLength(0);
  });

  it('forgets what nobody opened for 30 days', async () => {
    await observe(profile, [opened({ due: '2026-12-30T16:00' })], MONDAY);
    expect(await tidy(profile, moment('2026-12-02T09:00'))).toHaveLength(1);
    expect(await tidy(profile, moment('2026-12-02T09:01'))).toHaveLength(0);
  });

  it('keeps the mark of the official when the dossier is seen again', async () => {
    const [row] = await observe(profile, [opened()], MONDAY);
    await setMark(profile, row?.row ?? '', 'not-mine', MONDAY);
    const [again] = await observe(profile, [opened()], MONDAY);
    expect(again?.mark).toBe('not-mine');
    expect(await setMark(profile, 'no-such-row', 'done', MONDAY)).toBeNull();
  });

  it('loses no row when many pages report at once', async () => {
    const codes = Array.from({ length: 12 }, (_, i) => `H27.128.14-261102-00${10 + i}`);
    await Promise.all(codes.map((code) => observe(profile, [opened({ code })], MONDAY)));
    const rows = await (await openJournalQuery(profile.id)).watchList();
    expect(rows.map(({ code }) => code).sort()).toEqual(codes);
  });

  it('reads on when one row was altered', async () => {
    const [first] = await observe(profile, [opened(), opened({ code: 'H27.128.14-261102-0099' })], MONDAY);
    const database = await openProfileDb(profile.id);
    const stored = await database.get('watch', first?.row ?? '');
    if (!stored) throw new Error('row is missing');
    stored.sealed.ct[0] = (stored.sealed.ct[0] ?? 0) ^ 1;
    await database.put('watch', stored);
    expect(await (await openJournalQuery(profile.id)).watchList()).toHaveLength(1);
  });
});

describe('wake table', () => {
  it('holds an hour and a kind, follows the due date, and is silent for marked and paused dossiers', async () => {
    const [row] = await observe(profile, [opened()], MONDAY);
    const wake = { row: row?.row, profile: profile.id, at: at('2026-11-03T16:00'), kind: 'due', told: false };
    expect(await wakes(profile)).toEqual([wake]);
    await observe(profile, [opened({ due: '2026-11-04' })], MONDAY);
    expect(await wakes(profile)).toEqual([{ ...wake, at: at('2026-11-04T17:00') }]);
    await observe(profile, [opened({ status: 5, paused: true })], MONDAY);
    expect(await wakes(profile)).toEqual([]);
    await observe(profile, [opened({ status: 4 })], MONDAY);
    await setMark(profile, row?.row ?? '', 'done', MONDAY);
    expect(await wakes(profile)).toEqual([]);
  });

  it('tells a notice once, and again only for a new due time', async () => {
    await observe(profile, [opened()], MONDAY);
    await setTold(profile, await wakes(profile));
    await observe(profile, [opened()], MONDAY);
    expect((await wakes(profile)).map(({ told }) => told)).toEqual([true]);
    await observe(profile, [opened({ due: '2026-11-05T16:00' })], MONDAY);
    expect((await wakes(profile)).map(({ told }) => told)).toEqual([false]);
  });

  it('gives no notice for a dossier that is late already when it is opened', async () => {
    await observe(profile, [opened({ due: '2026-11-02T08:59' })], MONDAY);
    expect((await wakes(profile)).map(({ told }) => told)).toEqual([true]);
  });
});

describe('what lies on the disk', () => {
  it('has no code, procedure, name, host or date in any byte or key of any store', async () => {
    const planted = seenDossier({
      code: 'H99.77.55-261102-4321',
      procedureName: 'PLANTED PROCEDURE',
      host: 'planted.vn',
    });
    await observe(profile, [{ dossier: planted, enters: true }], MONDAY);
    const database = await openProfileDb(profile.id);
    const everything: string[] = [];
    for (const store of database.objectStoreNames) {
      everything.push(...(await database.getAllKeys(store)).map(String));
      for (const value of await database.getAll(store)) everything.push(...textsIn(value));
    }
    expect(everything.length).toBeGreaterThan(5);
    for (const secret of ['H99.77', '4321', '1.001193', 'PLANTED', 'planted', '2026-11-03', 'ho-tich']) {
      expect(everything.filter((text) => text.includes(secret))).toEqual([]);
    }
  });
});

function textsIn(value: unknown): string[] {
  if (value instanceof Uint8Array)
    return [Buffer.from(value).toString('latin1'), Buffer.from(value).toString('utf16le')];
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, item]) => [key, ...textsIn(item)]);
  return [String(value)];
}
