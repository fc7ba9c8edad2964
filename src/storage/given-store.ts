import { newEntryId } from 'checklist-core/journal';
import { type GivenAway, givenPlace } from './given-away.ts';
import { unlockProfile } from './keys.ts';
import { openProfileDb } from './open-database.ts';
import { openGiven } from './read-given.ts';
import type { StoredGiven, StoredProfile } from './schema.ts';
import { hpkeSeal, sealingKey, utf8 } from './sealing.ts';
import { asStorageError, noteWritten } from './storage-error.ts';
import { inTurn } from './turns.ts';

/*
 * The one writer of what was given away; only the background holds it. A head is written here before its bytes leave:
 * a head that the journal forgot could never be proven in a later hand-over, and its holder would suspect a fork.
 */

/** A head that left the computer. */
export type GivenHead = Pick<StoredGiven, 'id' | 'size' | 'note'>;

/** Every head given away so far, in no order; needs no key. Rejects with `StorageError`. */
export async function givenHeads(profile: StoredProfile): Promise<GivenHead[]> {
  try {
    const rows = await (await openProfileDb(profile.id)).getAll('given');
    return rows.map(({ id, size, note }) => ({ id, size, note }));
  } catch (error) {
    throw asStorageError(error);
  }
}

/**
 * Writes that something is given away and answers only once that is durable. The same bytes given twice stay one row,
 * as it was written first. Rejects with `StorageError`; nothing was written then.
 */
export async function addGiven(profile: StoredProfile, given: GivenAway): Promise<void> {
  const row = await sealGiven(profile, given);
  await inTurn(`given ${profile.id}`, () => write(profile, row, 'if-new'));
}

/**
 * Marks a hand-over as withdrawn at `at` (epoch ms) and answers with it once that is durable; one that was withdrawn
 * before keeps its time. Null if it was never given or is no hand-over. Rejects with `StorageError`.
 */
export function markWithdrawn(profile: StoredProfile, id: string, at: number): Promise<GivenAway | null> {
  return inTurn(`given ${profile.id}`, async () => {
    const known = await givenById(profile, id);
    if (known?.what !== 'handover' || known.withdrawn !== null) return known?.what === 'handover' ? known : null;
    const withdrawn = { ...known, withdrawn: at };
    await write(profile, await sealGiven(profile, withdrawn), 'always');
    return withdrawn;
  });
}

/** The person's random id, made on first use. Rejects with `StorageError`. */
export async function ensureAuthor(profile: StoredProfile): Promise<string> {
  const id = newEntryId((length) => crypto.getRandomValues(new Uint8Array(length)));
  try {
    const transaction = (await openProfileDb(profile.id)).transaction('author', 'readwrite', { durability: 'strict' });
    const known = await transaction.store.get('author');
    if (!known) await transaction.store.put({ id }, 'author');
    await transaction.done;
    return known?.id ?? id;
  } catch (error) {
    throw asStorageError(error);
  }
}

async function givenById(profile: StoredProfile, id: string): Promise<GivenAway | null> {
  try {
    const row = await (await openProfileDb(profile.id)).get('given', id);
    return row === undefined ? null : await openGiven(row, await unlockProfile(profile));
  } catch (error) {
    throw asStorageError(error);
  }
}

async function write(profile: StoredProfile, row: StoredGiven, when: 'if-new' | 'always'): Promise<void> {
  try {
    const transaction = (await openProfileDb(profile.id)).transaction('given', 'readwrite', { durability: 'strict' });
    const isKnown = when === 'if-new' && (await transaction.store.getKey(row.id)) !== undefined;
    if (!isKnown) await transaction.store.put(row);
    await transaction.done;
    noteWritten();
  } catch (error) {
    throw asStorageError(error);
  }
}

async function sealGiven(profile: StoredProfile, given: GivenAway): Promise<StoredGiven> {
  const { id, size, note, ...details } = given;
  const key = await sealingKey(profile.publicKey);
  return { id, size, note, sealed: await hpkeSeal(key, utf8(JSON.stringify(details)), givenPlace(id)) };
}
