import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { profileMigrations, profilesMigrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { PROFILES_DB, type ProfileSchema, type ProfilesSchema, profileDbName } from './schema.ts';
import { asStorageError, StorageError } from './storage-error.ts';

export type ProfileDb = IDBPDatabase<ProfileSchema>;
export type ProfilesDb = IDBPDatabase<ProfilesSchema>;

/**
 * Open connections by database name, kept per worker or page: a cache only. A connection leaves it when the browser
 * ends it or when a newer version or a deletion waits for it.
 */
const connections = new Map<string, Promise<IDBPDatabase<never>>>();

/** Opens (or makes) the database of one profile. Rejects with `StorageError`. */
export function openProfileDb(profileId: string): Promise<ProfileDb> {
  return openMigrated<ProfileSchema>(profileDbName(profileId), profileMigrations);
}

/** Opens (or makes) the database of profiles. Rejects with `StorageError`. */
export function openProfilesDb(): Promise<ProfilesDb> {
  return openMigrated<ProfilesSchema>(PROFILES_DB, profilesMigrations);
}

/**
 * Opens a database, running the migrations it lacks in one version-change transaction. A database written by a newer
 * release is refused with a sentence that says so: guessing would damage it.
 */
export function openMigrated<S extends DBSchema>(
  name: string,
  migrations: readonly Migration[],
): Promise<IDBPDatabase<S>> {
  const known = connections.get(name);
  // The map forgets the schema, the name decides it: each name is opened with one schema only (see above).
  if (known) return known as unknown as Promise<IDBPDatabase<S>>;
  const opening = connect<S>(name, migrations);
  connections.set(name, opening as unknown as Promise<IDBPDatabase<never>>);
  // Only this attempt is forgotten: a later one may already stand in its place.
  opening.catch(() => connections.get(name) === (opening as unknown) && connections.delete(name));
  return opening;
}

/** Closes every connection of this context, so that a test or "delete all" can go on. */
export async function closeDatabases(): Promise<void> {
  const open = [...connections.values()];
  connections.clear();
  for (const opening of open) await opening.then((database) => database.close()).catch(() => undefined);
}

async function connect<S extends DBSchema>(name: string, migrations: readonly Migration[]): Promise<IDBPDatabase<S>> {
  try {
    return await attempt<S>(name, migrations);
  } catch (error) {
    if (error instanceof Error && error.name === 'VersionError') {
      throw new StorageError('storage-refused', `${name}: written by a newer version of this extension`, error);
    }
    throw asStorageError(error);
  }
}

function attempt<S extends DBSchema>(name: string, migrations: readonly Migration[]): Promise<IDBPDatabase<S>> {
  return new Promise((resolve, reject) => {
    const letGo = () => {
      connections.delete(name);
      opening.then((database) => database.close()).catch(() => undefined);
    };
    const opening = openDB<S>(name, migrations.at(-1)?.to ?? 1, {
      upgrade(database, from, _to, transaction) {
        // Migrations see the stores of their own version, not the types of the newest.
        const untyped = database as unknown as IDBPDatabase;
        for (const step of migrations) {
          if (step.to > from) step.up(untyped, transaction as unknown as Parameters<Migration['up']>[1]);
        }
      },
      blocked() {
        reject(
          new StorageError('storage-refused', `${name}: an older page of this extension still holds the database`),
        );
        letGo();
      },
      // A newer version or "delete all" waits: let go, the next use opens again.
      blocking: letGo,
      terminated: () => connections.delete(name),
    });
    opening.then(resolve, reject);
  });
}
