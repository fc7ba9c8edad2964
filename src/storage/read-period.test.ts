import 'fake-indexeddb/auto';
import type { Entry } from 'checklist-core/journal';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { append } from './journal-store.ts';
import { unlockProfile } from './keys.ts';
import { closeDatabases, openProfileDb } from './open-database.ts';
import { ensureProfile } from './profiles.ts';
import { leavesOf } from './read-period.ts';
import type { StoredProfile } from './schema.ts';
import { at, finishEntry, newId } from './test-data.ts';

const NOW = at('2026-11-22T09:00');
const WEEK = { from: '2026-11-16', to: '2026-11-22' };
let profile: StoredProfile;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  profile = await ensureProfile('normal', NOW);
});
afterEach(closeDatabases);

async function write(...entries: readonly Entry[]): Promise<void> {
  for (const entry of entries) await append(profile, { id: newId(), entry }, NOW);
}

function dayPage(day: string): Entry {
  const page = { at: `${day}T16:50:00`, procedure: null, dayPage: { 'xin-chao': 'kept' as const } };
  return { service: null, conduct: null, private: page };
}

async function read(days = WEEK) {
  return leavesOf(await openProfileDb(profile.id), await unlockProfile(profile), days);
}

describe('leavesOf', () => {
  it('takes the leaves from the first to the last of the period, both days included', async () => {
    await write(...['2026-11-15', '2026-11-16', '2026-11-22', '2026-11-23'].map((day) => finishEntry(day)));
    const found = await read();
    expect(found?.from).toBe(1);
    expect(found?.leaves.map(({ opened, inside }) => [opened.n, inside])).toEqual([
      [1, true],
      [2, true],
    ]);
    expect(found?.hashes).toHaveLength(4);
  });

  it('marks what only lies between: an entry of another day, one of which nothing is left', async () => {
    await write(...['2026-11-16', '2026-12-01', '2026-11-17', '2026-11-18'].map((day) => finishEntry(day)));
    const database = await openProfileDb(profile.id);
    await database.delete('openings', IDBKeyRange.bound([2], [3], false, true));
    expect((await read())?.leaves.map(({ inside }) => inside)).toEqual([true, false, false, true]);
  });

  it('finds what was written before a clock stood wrong for days', async () => {
    const wrong = Array.from({ length: 99 }, () => finishEntry('2020-01-01'));
    await write(finishEntry('2026-11-16'), ...wrong, finishEntry('2026-11-18'));
    const inside = (await read())?.leaves.flatMap(({ opened, inside }) => (inside ? [opened.n] : []));
    expect(inside).toEqual([0, 100]);
  });

  it('leaves no leaf between two weeks: a day page belongs to its day', async () => {
    await write(finishEntry('2026-11-13'), dayPage('2026-11-13'), finishEntry('2026-11-16'), dayPage('2026-11-16'));
    const [before, after] = [await read({ from: '2026-11-09', to: '2026-11-15' }), await read()];
    expect([before?.from, before?.leaves.length]).toEqual([0, 2]);
    expect([after?.from, after?.leaves.length]).toEqual([2, 2]);
  });

  it('finds nothing in a period without entries, and in an empty journal', async () => {
    expect(await read()).toBeNull();
    await write(finishEntry('2026-11-15'), finishEntry('2026-11-23'));
    expect(await read()).toBeNull();
  });

  it('reads past a page of later entries', async () => {
    await write(finishEntry('2026-11-16'));
    await write(...Array.from({ length: 105 }, () => finishEntry('2026-11-24')));
    expect((await read())?.leaves).toHaveLength(1);
  });
});
