import { appendLeaf, emptyRange, hashLeaf, rootOf } from 'checklist-core/journal';
import type { Page } from 'playwright-core';

/** A journal as it lies in the browser, read without the extension's own code. */
export interface StoredJournal {
  readonly profile: string;
  readonly kind: string;
  /** Indexes of the leaves, in order. */
  readonly indexes: readonly number[];
  readonly ids: readonly string[];
  readonly leafTexts: readonly string[];
  readonly size: number;
  readonly frontier: readonly (readonly number[])[];
}

/** Reads every journal from a page of the extension, straight from IndexedDB. */
export async function readJournals(extensionPage: Page): Promise<StoredJournal[]> {
  return extensionPage.evaluate(async () => {
    const open = (name: string): Promise<IDBDatabase> =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const all = <T>(database: IDBDatabase, store: string): Promise<T[]> =>
      new Promise((resolve, reject) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result as T[]);
        request.onerror = () => reject(request.error);
      });
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    if (!names.includes('profiles')) return [];
    const profilesDb = await open('profiles');
    const profiles = await all<{ id: string; kind: string }>(profilesDb, 'profiles');
    profilesDb.close();
    const journals = [];
    for (const { id, kind } of profiles) {
      if (!names.includes(`profile-${id}`)) continue;
      const database = await open(`profile-${id}`);
      const leaves = await all<{ n: number; id: string; text: string }>(database, 'leaves');
      const [log] = await all<{ size: number; hashes: Uint8Array[] }>(database, 'log');
      database.close();
      journals.push({
        profile: id,
        kind,
        indexes: leaves.map(({ n }) => n),
        ids: leaves.map((leaf) => leaf.id),
        leafTexts: leaves.map(({ text }) => text),
        size: log?.size ?? 0,
        frontier: (log?.hashes ?? []).map((hash) => [...hash]),
      });
    }
    return journals;
  });
}

/** The official's own journal (not the practice one); empty if nothing was written yet. */
export async function readJournal(extensionPage: Page): Promise<StoredJournal> {
  const journals = (await readJournals(extensionPage)).filter(({ kind }) => kind !== 'practice');
  return journals[0] ?? { profile: '', kind: 'normal', indexes: [], ids: [], leafTexts: [], size: 0, frontier: [] };
}

/** Does the stored frontier belong to exactly the stored leaves, numbered without a gap? */
export function isWhole(journal: StoredJournal): boolean {
  const range = journal.leafTexts.reduce(
    (before, text) => appendLeaf(before, hashLeaf(new TextEncoder().encode(text))),
    emptyRange(),
  );
  const gapless = journal.indexes.every((n, position) => n === position);
  const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.from(a).equals(Buffer.from(b));
  const stored = { size: journal.size, hashes: journal.frontier.map((hash) => Uint8Array.from(hash)) };
  return gapless && journal.size === journal.indexes.length && same(rootOf(range), rootOf(stored));
}
