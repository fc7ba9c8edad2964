import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { rootOf } from 'checklist-core/journal';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DatabaseDump, loadRows } from './database-dump.ts';
import { addGiven, ensureAuthor, givenHeads } from './given-store.ts';
import { openJournalQuery } from './journal-query.ts';
import { append, ensureLog, head } from './journal-store.ts';
import { profileMigrations, profilesMigrations } from './migrations/index.ts';
import { closeDatabases, openMigrated } from './open-database.ts';
import { profileById } from './profiles.ts';
import { PROFILES_DB } from './schema.ts';
import { at, finishEntry, newId, testReceipt } from './test-data.ts';

interface Fixture {
  readonly profile: string;
  readonly dumps: readonly DatabaseDump[];
}

const folder = new URL('./fixtures/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(closeDatabases);

/** Makes the databases as the release had them: its migrations, its rows. */
async function load(file: string): Promise<Fixture> {
  const fixture: Fixture = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  for (const dump of fixture.dumps) {
    const migrations = dump.name === PROFILES_DB ? profilesMigrations : profileMigrations;
    await openMigrated(dump.name, migrations.slice(0, dump.version));
    await closeDatabases();
    await loadRows(dump);
  }
  return fixture;
}

describe.each(files)('the database of %s', (file) => {
  it('is still read: entries, void, day page and watch list', async () => {
    const { profile } = await load(file);
    const query = await openJournalQuery(profile);
    const entries = await query.entriesOn('2026-11-02');
    expect(entries.map(({ n, voided }) => [n, voided])).toEqual([
      [0, true],
      [1, false],
      [2, false],
      [3, false],
    ]);
    expect(entries[1]?.entry).toEqual(finishEntry());
    expect(entries[3]?.entry.private?.dayPage).toEqual({ 'xin-chao': 'kept' });
    expect(await query.watchList()).toMatchObject([{ code: 'H27.128.14-261102-0013', mark: 'open' }]);
  });

  it('goes on: the next entry continues the same log under the same key', async () => {
    const { profile } = await load(file);
    const stored = await profileById(profile);
    if (!stored) throw new Error('profile is missing');
    const before = await ensureLog(stored, 0);
    expect(await append(stored, { id: newId(), entry: finishEntry() }, at('2026-11-03T09:00'))).toMatchObject({ n: 4 });
    const after = await ensureLog(stored, 0);
    expect(after).toMatchObject({ origin: before.origin, size: 5 });
    expect(rootOf(after)).not.toEqual(rootOf(before));
    expect(await head(stored, 0)).toContain(`${before.origin}\n5\n`);
  });
});

it('what was given away before the update is still known, also by whom', async () => {
  const { profile } = await load('profile-v2.json');
  const stored = await profileById(profile);
  if (!stored) throw new Error('profile is missing');
  const query = await openJournalQuery(profile);
  expect(await query.given()).toMatchObject([{ what: 'receipt', size: 4, at: at('2026-11-02T09:15') }]);
  expect(await givenHeads(stored)).toMatchObject([{ size: 4, note: await head(stored, 0) }]);
  expect(await ensureAuthor(stored)).toBe(await ensureAuthor(stored));
});

it('a journal older than hand-overs has given nothing away, and can begin to', async () => {
  const { profile } = await load('profile-v1.json');
  const stored = await profileById(profile);
  if (!stored) throw new Error('profile is missing');
  const query = await openJournalQuery(profile);
  expect(await query.given()).toEqual([]);
  await addGiven(stored, testReceipt(1));
  expect(await query.given()).toEqual([testReceipt(1)]);
  expect(await ensureAuthor(stored)).toMatch(/^[A-Za-z0-9_-]{22}$/);
});

it('there is a fixture of every schema version', () => {
  expect(files.sort()).toEqual(profileMigrations.map(({ to }) => `profile-v${to}.json`));
});
