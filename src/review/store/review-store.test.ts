import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { reviewMigrations } from './migrations/index.ts';
import { type Acceptance, ReviewStore } from './review-store.ts';
import { DEFAULT_SETTINGS, REVIEW_DB, type StoredHead } from './schema.ts';

afterEach(() => deleteDB(REVIEW_DB));

const head: StoredHead = { origin: 'example-log', size: 1, note: 'note', key: null, seen: 1 };
const nothing: Acceptance = { handovers: [], heads: [], withdrawals: [], remove: [] };

describe('ReviewStore', () => {
  it('numbers its migrations without a gap', () => {
    expect(reviewMigrations.map(({ to }) => to)).toEqual(reviewMigrations.map((_, index) => index + 1));
  });

  it('starts empty, with the default settings, and keeps what it is told', async () => {
    const store = await ReviewStore.open();
    expect(await store.settings()).toEqual(DEFAULT_SETTINGS);
    await store.saveSettings({ officeSize: 9, minGroup: 4 });
    await store.accept({ ...nothing, heads: [head] });
    store.close();
    const again = await ReviewStore.open();
    expect(await again.settings()).toEqual({ officeSize: 9, minGroup: 4 });
    expect(await again.heads()).toEqual([head]);
    again.close();
  });

  it('stores all of an acceptance or nothing', async () => {
    const store = await ReviewStore.open();
    // The second head has no key path: IndexedDB refuses it after the first was put.
    const broken = { ...head, size: undefined } as unknown as StoredHead;
    await expect(store.accept({ ...nothing, heads: [head, broken] })).rejects.toThrow();
    expect(await store.heads()).toEqual([]);
    store.close();
  });

  it('refuses a database of a newer release instead of guessing', async () => {
    (await openDB(REVIEW_DB, reviewMigrations.length + 1)).close();
    await expect(ReviewStore.open()).rejects.toMatchObject({ name: 'VersionError' });
  });
});
