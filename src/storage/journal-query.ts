import type { GivenAway } from './given-away.ts';
import { unlockProfile } from './keys.ts';
import { openProfileDb, type ProfileDb } from './open-database.ts';
import { profileById } from './profiles.ts';
import { entriesOn, type ReadEntry } from './read-entries.ts';
import { readGiven } from './read-given.ts';
import type { StoredProfile } from './schema.ts';
import { asStorageError, StorageError } from './storage-error.ts';
import { readWatchRows } from './watch-rows.ts';
import type { WatchedDossier } from './watched-dossier.ts';

export type { GivenAway, SharedConduct } from './given-away.ts';
export type { ReadEntry } from './read-entries.ts';
export { StorageError } from './storage-error.ts';
export type { WatchedDossier, WatchMark } from './watched-dossier.ts';

/*
 * How pages of ours read: always from the database itself, in read-only transactions, keeping nothing. A page reads
 * again after every broadcast.
 */

/** What is stored, in numbers. */
export interface JournalStatus {
  readonly origin: string | null;
  readonly entries: number;
  readonly watched: number;
  /** No PIN: the data key lies beside the data, and the page has to say so. */
  readonly keyBesideData: boolean;
}

export interface JournalQuery {
  /** Entries of one local day (`YYYY-MM-DD`), in the order they were written, voids included. */
  entriesOn(day: string): Promise<readonly ReadEntry[]>;
  /** The watch list, unsorted, marked ones included. */
  watchList(): Promise<readonly WatchedDossier[]>;
  /** Hand-overs and receipts that this profile gave away, newest first. */
  given(): Promise<readonly GivenAway[]>;
  status(): Promise<JournalStatus>;
}

/**
 * Opens one profile for reading. The id comes from the background's `desk` answer. Rejects with `StorageError` if there
 * is no such profile or the database is refused.
 */
export async function openJournalQuery(profileId: string): Promise<JournalQuery> {
  const profile = await profileById(profileId);
  if (!profile) throw new StorageError('storage-refused', 'no such profile');
  const keys = await unlockProfile(profile);
  const database = () => openProfileDb(profile.id);
  return {
    entriesOn: (day) => reading(async () => entriesOn(await database(), keys, day)),
    watchList: () => reading(async () => readWatchRows(await database(), keys)),
    given: () => reading(async () => readGiven(await database(), keys)),
    status: () => reading(async () => status(await database(), profile)),
  };
}

async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw asStorageError(error);
  }
}

async function status(database: ProfileDb, profile: StoredProfile): Promise<JournalStatus> {
  const log = await database.get('log', 'log');
  return {
    origin: log?.origin ?? null,
    entries: log?.size ?? 0,
    watched: await database.count('watch'),
    keyBesideData: profile.dataKey.length > 0,
  };
}
