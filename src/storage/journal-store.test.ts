import 'fake-indexeddb/auto';
import { appendLeaf, type CompactRange, emptyRange, parseCheckpoint, rootOf } from 'checklist-core/journal';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openJournalQuery } from './journal-query.ts';
import { append, ensureLog, head } from './journal-store.ts';
import { closeDatabases, openProfileDb } from './open-database.ts';
import { ensureProfile } from './profiles.ts';
import type { StoredProfile } from './schema.ts';
import { at, finishEntry, newId, voidEntry } from './test-data.ts';

const NOW = at('2026-11-02T09:15');

let profile: StoredProfile;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  profile = await ensureProfile('normal', NOW);
});

afterEach(closeDatabases);

async function leaves() {
  return (await openProfileDb(profile.id)).getAll('leaves');
}

describe('append', () => {
  it('writes leaf, openings and compact range, and reads back the entry', async () => {
    const id = newId();
    expect(await append(profile, { id, entry: finishEntry() }, NOW)).toEqual({ id, n: 0, repeated: false });
    const query = await openJournalQuery(profile.id);
    expect(await query.entriesOn('2026-11-02')).toEqual([{ id, n: 0, entry: finishEntry(), voided: false }]);
    expect(await query.entriesOn('2026-11-03')).toEqual([]);
  });

  it('takes the same act twice as one entry, also when both are sent at once', async () => {
    const id = newId();
    const both = await Promise.all([1, 2].map(() => append(profile, { id, entry: finishEntry() }, NOW)));
    expect(both.map(({ n }) => n)).toEqual([0, 0]);
    expect(both.map(({ repeated }) => repeated)).toEqual([false, true]);
    expect(await append(profile, { id, entry: finishEntry() }, NOW)).toEqual({ id, n: 0, repeated: true });
    expect(await leaves()).toHaveLength(1);
    expect((await ensureLog(profile, NOW)).size).toBe(1);
  });

  it('gives 200 appends at once the numbers 0 to 199, and the root is the root of all leaves', async () => {
    const ids = Array.from({ length: 200 }, newId);
    const done = await Promise.all(ids.map((id) => append(profile, { id, entry: finishEntry() }, NOW)));
    expect(done.map(({ n }) => n).sort((a, b) => a - b)).toEqual(ids.map((_, n) => n));
    const stored = await leaves();
    expect(stored.map(({ n }) => n)).toEqual(ids.map((_, n) => n));
    const recomputed = stored.reduce<CompactRange>((range, { hash }) => appendLeaf(range, hash), emptyRange());
    const log = await ensureLog(profile, NOW);
    expect(log.size).toBe(200);
    expect(rootOf(log)).toEqual(rootOf(recomputed));
  });

  it('leaves no gap when two contexts append at once', async () => {
    // Fresh modules have a queue and connections of their own, as another worker would.
    vi.resetModules();
    const other = await import('./journal-store.ts');
    expect(other.append).not.toBe(append);
    const ids = Array.from({ length: 40 }, newId);
    const done = await Promise.all(
      ids.map((id, i) => (i % 2 ? other : { append }).append(profile, { id, entry: finishEntry() }, NOW)),
    );
    expect(done.map(({ n }) => n).sort((a, b) => a - b)).toEqual(ids.map((_, n) => n));
    expect((await leaves()).map(({ n }) => n)).toEqual(ids.map((_, n) => n));
  });

  it('leaves nothing behind when the transaction fails half way', async () => {
    await append(profile, { id: newId(), entry: finishEntry() }, NOW);
    const before = await ensureLog(profile, NOW);
    const database = await openProfileDb(profile.id);
    // A stray opening where the next one belongs makes the write fail after the leaf was put.
    const stray = { n: 1, class: 'p' as const, enc: new Uint8Array(1), ct: new Uint8Array(1) };
    await database.put('openings', stray);
    const refused = append(profile, { id: newId(), entry: finishEntry() }, NOW);
    await expect(refused).rejects.toMatchObject({ name: 'StorageError', code: 'storage-refused' });
    expect(await leaves()).toHaveLength(1);
    expect(await database.getAll('openings', IDBKeyRange.lowerBound([1]))).toEqual([stray]);
    expect(await ensureLog(profile, NOW)).toMatchObject({ size: 1, hashes: before.hashes });
    await database.delete('openings', [1, 'p']);
    expect(await append(profile, { id: newId(), entry: finishEntry() }, NOW)).toMatchObject({ n: 1 });
  });

  it('says storage-full where the browser says the quota is used up', async () => {
    await append(profile, { id: newId(), entry: finishEntry() }, NOW);
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('The disk is full (test)', 'QuotaExceededError');
    };
    try {
      const refused = append(profile, { id: newId(), entry: finishEntry() }, NOW);
      await expect(refused).rejects.toMatchObject({ name: 'StorageError', code: 'storage-full' });
    } finally {
      IDBObjectStore.prototype.add = add;
    }
    expect(await leaves()).toHaveLength(1);
  });

  it('refuses an entry that breaks its schema, before anything is written', async () => {
    const named = { ...finishEntry(), private: { at: '2026-11-02T09:15:00', procedure: 'Phan Thi Example' } };
    await expect(append(profile, { id: newId(), entry: named }, NOW)).rejects.toThrow(/procedure/);
    expect(await leaves()).toEqual([]);
  });

  it('stores nothing readable: day, rule, procedure and time are in no byte of any store', async () => {
    await append(profile, { id: newId(), entry: finishEntry() }, NOW);
    const database = await openProfileDb(profile.id);
    const rows = [await database.getAll('leaves'), await database.getAll('openings')].flat();
    const bytes = rows.flatMap((row) =>
      Object.values(row).map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value)),
    );
    for (const planted of ['2026-11-02', 'xin-chao', '1.001193', 'ho-tich', 'finish-thank']) {
      expect(bytes.filter((value) => String(value).includes(planted))).toEqual([]);
    }
  });
});

describe('head', () => {
  it('signs the stored root with a key that cannot be taken out', async () => {
    await append(profile, { id: newId(), entry: finishEntry() }, NOW);
    const log = await ensureLog(profile, NOW);
    expect(log.keys.privateKey.extractable).toBe(false);
    expect(parseCheckpoint(await head(profile, NOW))).toEqual({
      ok: true,
      value: { origin: log.origin, size: 1, root: rootOf(log) },
    });
  });
});

describe('entriesOn', () => {
  it('nets a void, keeps the order of writing, and walks past a page', async () => {
    const first = newId();
    const second = newId();
    await append(profile, { id: newId(), entry: finishEntry('2026-11-01') }, NOW);
    await append(profile, { id: first, entry: finishEntry() }, NOW);
    await append(profile, { id: second, entry: finishEntry() }, NOW);
    await append(profile, { id: newId(), entry: voidEntry(first) }, NOW);
    for (let i = 0; i < 120; i++) await append(profile, { id: newId(), entry: finishEntry('2026-11-04') }, NOW);
    const read = await (await openJournalQuery(profile.id)).entriesOn('2026-11-02');
    expect(read.map(({ n }) => n)).toEqual([1, 2, 3]);
    expect(read.map(({ voided }) => voided)).toEqual([true, false, false]);
  });

  it('ends its walk among older entries, also where some of them were deleted', async () => {
    for (let i = 0; i < 210; i++) await append(profile, { id: newId(), entry: finishEntry('2026-11-01') }, NOW);
    const database = await openProfileDb(profile.id);
    for (let n = 0; n < 210; n += 30) await database.delete('openings', IDBKeyRange.bound([n], [n + 1], false, true));
    const query = await openJournalQuery(profile.id);
    const pages = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    try {
      expect(await query.entriesOn('2026-11-02')).toEqual([]);
      expect(
        pages.mock.contexts.filter((store) => store instanceof IDBObjectStore && store.name === 'leaves'),
      ).toHaveLength(1);
    } finally {
      pages.mockRestore();
    }
  });

  it('finds a day page, which has only its private part', async () => {
    const page = { at: '2026-11-02T16:50:00', procedure: null, dayPage: { 'xin-chao': 'kept' as const } };
    await append(profile, { id: newId(), entry: { service: null, conduct: null, private: page } }, NOW);
    const [read] = await (await openJournalQuery(profile.id)).entriesOn('2026-11-02');
    expect(read?.entry.private).toEqual(page);
  });
});
