import type { Entry } from 'checklist-core/journal';
import type { ProfileKeys } from './keys.ts';
import type { ProfileDb } from './open-database.ts';
import { dayOf, openedBackTo } from './opened-leaf.ts';

/** An entry as far as its openings are still there; a deleted one leaves a null part. */
export interface ReadEntry {
  /** Random id of the leaf. */
  readonly id: string;
  readonly n: number;
  readonly entry: Entry;
  /** A later `void` took it back: it counts nowhere. */
  readonly voided: boolean;
}

/**
 * Entries of one local day (`YYYY-MM-DD`), in the order they were written, voids included. Walks back from the end, so
 * that today costs the same however long the journal is.
 */
export async function entriesOn(database: ProfileDb, keys: ProfileKeys, day: string): Promise<ReadEntry[]> {
  const found: Omit<ReadEntry, 'voided'>[] = [];
  for await (const { id, n, entry } of openedBackTo(database, keys, day)) {
    if (dayOf(entry) === day) found.unshift({ id, n, entry });
  }
  const taken = new Set(found.flatMap(({ entry }) => (entry.service?.kind === 'void' ? [entry.service.of] : [])));
  return found.map((read) => ({ ...read, voided: taken.has(read.id) }));
}
