import type { IDBPDatabase, IDBPTransaction } from 'idb';

/**
 * One step of a database's schema. It sees the database untyped: the types of `schema.ts` describe the newest
 * version, a migration speaks of the stores as they were in its own.
 */
export interface Migration {
  /** The version this step leads to: 1, 2, 3 … without a gap. */
  readonly to: number;
  up(database: IDBPDatabase, transaction: IDBPTransaction<unknown, string[], 'versionchange'>): void;
}
