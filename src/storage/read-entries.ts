import type { Entry } from 'checklist-core/journal';
import type { ProfileKeys } from './keys.ts';
import type { ProfileDb } from './open-database.ts';
import { dayOf, type OpenedLeaf, openAlso, openedBackTo } from './opened-leaf.ts';

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
  const ofDay: OpenedLeaf[] = [];
  for await (const opened of openedBackTo(database, keys, day)) {
    if (dayOf(opened.entry) === day) ofDay.unshift(opened);
  }
  const found = await openAlso(database, keys, ofDay, ['s', 'c', 'p']);
  const taken = new Set(found.flatMap(({ entry }) => (entry.service?.kind === 'void' ? [entry.service.of] : [])));
  return found.map(({ id, n, entry }) => ({ id, n, entry, voided: taken.has(id) }));
}
