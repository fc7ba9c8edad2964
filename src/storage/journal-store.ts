import {
  appendLeaf,
  type CompactRange,
  createLogKey,
  type Disclosures,
  type Entry,
  type EntryClass,
  newLogOrigin,
  rootOf,
  type SealedEntry,
  sealEntry,
  signCheckpoint,
  webCryptoSigner,
} from 'checklist-core/journal';
import { openProfileDb, type ProfileDb } from './open-database.ts';
import { openingPlace } from './opening-place.ts';
import type { Bytes, HpkeSealed, StoredLeaf, StoredLog, StoredOpening, StoredProfile } from './schema.ts';
import { fromUtf8, hpkeSeal, sealingKey, utf8 } from './sealing.ts';
import { asStorageError, noteWritten } from './storage-error.ts';
import { inTurn } from './turns.ts';

/*
 * The one writer of a profile's journal; only the background holds it.
 *
 * Everything slow (salts, digests, encryption) happens before the transaction opens; inside it there is nothing but
 * IndexedDB and synchronous hashing, because a transaction that waits for anything else closes itself.
 */

/** What to append: the act's own random id makes a second sending harmless. */
export interface Append {
  readonly id: string;
  readonly entry: Entry;
}

/** Where it stands. `repeated`: it already stood there, nothing was written now. */
export interface Appended {
  readonly id: string;
  readonly n: number;
  readonly repeated: boolean;
}

/**
 * Appends one entry and answers only after the browser has confirmed the transaction with `durability: 'strict'`.
 * Safe if two contexts race: the compact range is read inside the transaction that writes it.
 * `now`: epoch ms, written once, as the birth of the log.
 * Rejects with `StorageError`; with a RangeError if the entry breaks its schema. Nothing is written then.
 */
export function append(profile: StoredProfile, what: Append, now: number): Promise<Appended> {
  return inTurn(`journal ${profile.id}`, () => appendNow(profile, what, now));
}

/** The index of the leaf with this id, or null. Rejects with `StorageError`. */
export async function indexOf(profile: StoredProfile, id: string): Promise<number | null> {
  try {
    const database = await openProfileDb(profile.id);
    return (await database.getKeyFromIndex('leaves', 'id', id)) ?? null;
  } catch (error) {
    throw asStorageError(error);
  }
}

/**
 * Signs the log's head as it is stored now: a C2SP checkpoint note, against which proofs about the journal are
 * checked (docs/journal-format.md, "The head"). Rejects with `StorageError`.
 */
export async function head(profile: StoredProfile, now: number): Promise<string> {
  const log = await ensureLog(profile, now);
  const signer = await webCryptoSigner(log.origin, log.keys);
  return signCheckpoint({ origin: log.origin, size: log.size, root: rootOf(log) }, signer);
}

/** The log's own row, made with its signing key on first use. Rejects with `StorageError`. */
export async function ensureLog(profile: StoredProfile, now: number): Promise<StoredLog> {
  try {
    const database = await openProfileDb(profile.id);
    const known = await database.get('log', 'log');
    if (known) return known;
    const fresh = await newLog(now);
    const transaction = database.transaction('log', 'readwrite', { durability: 'strict' });
    const rival = await transaction.store.get('log');
    if (!rival) await transaction.store.put(fresh, 'log');
    await transaction.done;
    return rival ?? fresh;
  } catch (error) {
    throw asStorageError(error);
  }
}

async function appendNow(profile: StoredProfile, what: Append, now: number): Promise<Appended> {
  const sealed = sealEntry(what.entry, what.id, randomBytes);
  const openings = await sealOpenings(profile, what.id, sealed.disclosures);
  await ensureLog(profile, now);
  try {
    return await write(await openProfileDb(profile.id), sealed, openings);
  } catch (error) {
    throw asStorageError(error);
  }
}

async function write(database: ProfileDb, sealed: SealedEntry, openings: readonly SealedOpening[]): Promise<Appended> {
  const { id } = sealed.leaf;
  const transaction = database.transaction(['leaves', 'openings', 'log'], 'readwrite', { durability: 'strict' });
  const leaves = transaction.objectStore('leaves');
  const log = transaction.objectStore('log');
  try {
    const known = await leaves.index('id').getKey(id);
    if (known !== undefined) {
      await transaction.done;
      return { id, n: known, repeated: true };
    }
    const before = await log.get('log');
    if (!before) throw new Error('the log row vanished');
    const n = before.size;
    // Requests are not awaited one by one: the first that fails aborts the transaction, and `done` tells.
    const requests = [
      leaves.add(storedLeaf(n, sealed)),
      ...openings.map((opening) => transaction.objectStore('openings').add({ n, ...opening })),
      log.put({ ...before, ...grown(before, sealed.leafHash) }, 'log'),
    ];
    await Promise.all([...requests, transaction.done]);
    noteWritten();
    return { id, n, repeated: false };
  } catch (error) {
    abortQuietly(transaction);
    await transaction.done.catch(() => undefined);
    throw transaction.error ?? error;
  }
}

function abortQuietly(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // Already ended: by the failure that brought us here.
  }
}

function storedLeaf(n: number, sealed: SealedEntry): StoredLeaf {
  const bytes = Uint8Array.from(sealed.leafBytes);
  return { n, id: sealed.leaf.id, text: fromUtf8(bytes), hash: Uint8Array.from(sealed.leafHash) };
}

function grown(log: StoredLog, leafHash: Uint8Array): Pick<StoredLog, 'size' | 'hashes'> {
  const range: CompactRange = appendLeaf({ size: log.size, hashes: log.hashes }, leafHash);
  return { size: range.size, hashes: range.hashes.map((hash): Bytes => Uint8Array.from(hash)) };
}

type SealedOpening = Omit<StoredOpening, 'n'>;

async function sealOpenings(profile: StoredProfile, id: string, disclosures: Disclosures): Promise<SealedOpening[]> {
  const key = await sealingKey(profile.publicKey);
  const classes: readonly EntryClass[] = ['s', 'c', 'p'];
  const sealed = await Promise.all(
    classes.map(async (name): Promise<SealedOpening | null> => {
      const disclosure = disclosures[name];
      if (disclosure === undefined) return null;
      const bytes: HpkeSealed = await hpkeSeal(key, utf8(disclosure), openingPlace(id, name));
      return { class: name, ...bytes };
    }),
  );
  return sealed.filter((opening) => opening !== null);
}

async function newLog(now: number): Promise<StoredLog> {
  return { origin: newLogOrigin(randomBytes), keys: await createLogKey(), size: 0, hashes: [], created: now };
}

function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}
