import { createProfile } from './keys.ts';
import { openProfilesDb } from './open-database.ts';
import type { ProfileKind, StoredProfile } from './schema.ts';
import { asStorageError } from './storage-error.ts';

/*
 * The database of profiles. Written by the background alone; pages read it.
 */

/**
 * The profile of a kind, made on first use. Two contexts that ask at once get the same one: the transaction looks
 * again before it writes. `created`: epoch ms. Rejects with `StorageError`.
 */
export async function ensureProfile(kind: ProfileKind, created: number): Promise<StoredProfile> {
  const known = await findProfile(kind);
  if (known) return known;
  const fresh = await createProfile(kind, created);
  try {
    const database = await openProfilesDb();
    const transaction = database.transaction('profiles', 'readwrite', { durability: 'strict' });
    const rival = (await transaction.store.getAll()).find((profile) => profile.kind === kind);
    if (!rival) await transaction.store.put(fresh);
    await transaction.done;
    return rival ?? fresh;
  } catch (error) {
    throw asStorageError(error);
  }
}

/** The oldest profile of a kind, or null. Rejects with `StorageError`. */
export async function findProfile(kind: ProfileKind): Promise<StoredProfile | null> {
  const profiles = (await allProfiles()).filter((profile) => profile.kind === kind);
  return profiles.sort((a, b) => a.created - b.created)[0] ?? null;
}

/** A profile by its id, or null. Rejects with `StorageError`. */
export async function profileById(id: string): Promise<StoredProfile | null> {
  return (await allProfiles()).find((profile) => profile.id === id) ?? null;
}

async function allProfiles(): Promise<StoredProfile[]> {
  try {
    return await (await openProfilesDb()).getAll('profiles');
  } catch (error) {
    throw asStorageError(error);
  }
}
