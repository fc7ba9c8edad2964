import { openDB } from 'idb';
import type { Bytes } from './schema.ts';

/*
 * Databases as JSON, for the fixtures that each release leaves behind (`fixtures/`). Used by tests and by the script that
 * writes fixtures; nothing that ships imports it.
 */

/** One database: its version and, by store, its rows with their keys. */
export interface DatabaseDump {
  readonly name: string;
  readonly version: number;
  readonly stores: Readonly<Record<string, readonly { readonly key: unknown; readonly value: unknown }[]>>;
}

/** Reads a whole database. Keys of WebCrypto must be extractable: a fixture is written with a key made for tests. */
export async function dumpDatabase(name: string): Promise<DatabaseDump> {
  const database = await openDB(name);
  const stores: Record<string, { key: unknown; value: unknown }[]> = {};
  for (const store of database.objectStoreNames) {
    const [keys, values] = [await database.getAllKeys(store), await database.getAll(store)];
    stores[store] = await Promise.all(values.map(async (value, i) => ({ key: keys[i], value: await toJson(value) })));
  }
  const dump = { name, version: database.version, stores };
  database.close();
  return dump;
}

/** Puts the rows of a dump into a database that has its stores already. */
export async function loadRows(dump: DatabaseDump): Promise<void> {
  const database = await openDB(dump.name);
  for (const [store, rows] of Object.entries(dump.stores)) {
    for (const { key, value } of rows) {
      const outOfLine = database.transaction(store).store.keyPath === null;
      await database.put(store, await fromJson(value), outOfLine ? (key as IDBValidKey) : undefined);
    }
  }
  database.close();
}

async function toJson(value: unknown): Promise<unknown> {
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (value instanceof CryptoKey) {
    const { extractable, usages } = value;
    return { $key: await crypto.subtle.exportKey('jwk', value), extractable, usages };
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Promise.all(value.map(toJson));
  const entries = Object.entries(value).map(async ([key, item]) => [key, await toJson(item)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function fromJson(value: unknown): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Promise.all(value.map(fromJson));
  if ('$bytes' in value && typeof value.$bytes === 'string') return bytesOf(value.$bytes);
  if ('$key' in value) {
    // A fixture is a file of ours; a wrong one makes the test fail here.
    const { $key, extractable, usages } = value as unknown as {
      $key: JsonWebKey;
      extractable: boolean;
      usages: KeyUsage[];
    };
    return crypto.subtle.importKey('jwk', $key, 'Ed25519', extractable, usages);
  }
  const entries = Object.entries(value).map(async ([key, item]) => [key, await fromJson(item)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

function bytesOf(base64: string): Bytes {
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}
