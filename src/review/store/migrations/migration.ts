import type { IDBPDatabase } from 'idb';

/** One step of the schema. It sees the database untyped: `schema.ts` describes the newest version only. */
export interface Migration {
  /** The version this step leads to: 1, 2, 3 … without a gap. */
  readonly to: number;
  up(database: IDBPDatabase): void;
}
