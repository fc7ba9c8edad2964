import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GivenAway } from './given-away.ts';
import { addGiven, ensureAuthor, givenHeads, markWithdrawn } from './given-store.ts';
import { openJournalQuery } from './journal-query.ts';
import { closeDatabases, openProfileDb } from './open-database.ts';
import { ensureProfile } from './profiles.ts';
import type { StoredProfile } from './schema.ts';
import { testReceipt } from './test-data.ts';

let profile: StoredProfile;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  profile = await ensureProfile('normal', 1);
});
afterEach(closeDatabases);

const handover: GivenAway = {
  ...testReceipt(5),
  id: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  size: 3,
  what: 'handover',
  period: { from: '2026-11-16', to: '2026-11-22' },
  conduct: 'sums',
  entries: 2,
};

async function given(): Promise<readonly GivenAway[]> {
  return (await openJournalQuery(profile.id)).given();
}

describe('what was given away', () => {
  it('is read back newest first, whole', async () => {
    await addGiven(profile, testReceipt(3));
    await addGiven(profile, handover);
    expect(await given()).toEqual([handover, testReceipt(3)]);
  });

  it('stays one row when the same bytes are given again, as it was first written', async () => {
    await addGiven(profile, handover);
    await Promise.all([1, 2, 3].map((later) => addGiven(profile, { ...handover, at: handover.at + later })));
    expect(await given()).toEqual([handover]);
  });

  it('is withdrawn once; the head stays, because somebody has it', async () => {
    await addGiven(profile, handover);
    expect(await markWithdrawn(profile, handover.id, 9)).toEqual({ ...handover, withdrawn: 9 });
    expect(await markWithdrawn(profile, handover.id, 12)).toEqual({ ...handover, withdrawn: 9 });
    expect(await given()).toEqual([{ ...handover, withdrawn: 9 }]);
    expect(await givenHeads(profile)).toEqual([{ id: handover.id, size: 3, note: handover.note }]);
  });

  it('withdraws neither a receipt nor what was never given', async () => {
    await addGiven(profile, testReceipt(3));
    expect(await markWithdrawn(profile, testReceipt(3).id, 9)).toBeNull();
    expect(await markWithdrawn(profile, handover.id, 9)).toBeNull();
    expect(await given()).toEqual([testReceipt(3)]);
  });

  it('says when and for which days only to who can open it', async () => {
    await addGiven(profile, { ...handover, at: 1_793_585_700_123 });
    const [row] = await (await openProfileDb(profile.id)).getAll('given');
    const { sealed, ...clear } = row ?? {};
    expect(clear).toEqual({ id: handover.id, size: handover.size, note: handover.note });
    const bytes = Buffer.from(sealed?.ct ?? new Uint8Array()).toString('latin1');
    for (const planted of ['2026-11-16', 'sums', '1793585700123']) expect(bytes).not.toContain(planted);
  });

  it('leaves out a row whose details were moved or altered, never its head', async () => {
    await addGiven(profile, handover);
    await addGiven(profile, testReceipt(3));
    const database = await openProfileDb(profile.id);
    const [one, two] = await database.getAll('given');
    if (!one || !two) throw new Error('two rows were written');
    await database.put('given', { ...one, sealed: two.sealed });
    expect(await given()).toHaveLength(1);
    expect(await givenHeads(profile)).toHaveLength(2);
  });
});

describe('the person', () => {
  it('has one random id, also when two ask at once', async () => {
    const ids = await Promise.all([ensureAuthor(profile), ensureAuthor(profile), ensureAuthor(profile)]);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^[A-Za-z0-9_-]{21}[AQgw]$/);
    const other = await ensureProfile('practice', 1);
    expect(await ensureAuthor(other)).not.toBe(ids[0]);
  });
});
