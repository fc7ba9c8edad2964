import { type Disclosures, type Entry, type EntryClass, openEntry } from 'checklist-core/journal';
import type { ProfileKeys } from './keys.ts';
import type { ProfileDb } from './open-database.ts';
import { openingPlace } from './opening-place.ts';
import type { StoredLeaf, StoredOpening } from './schema.ts';
import { fromUtf8, hpkeOpen } from './sealing.ts';

/** An entry as far as its openings are still there; a deleted one leaves a null part. */
export interface ReadEntry {
  /** Random id of the leaf. */
  readonly id: string;
  readonly n: number;
  readonly entry: Entry;
  /** A later `void` took it back: it counts nowhere. */
  readonly voided: boolean;
}

/** Leaves read in one transaction when walking back through the journal. */
const PAGE = 100;

/** A clock that was wrong for a while leaves a few entries out of order; so many older ones in a row end the walk. */
const OLDER_IN_A_ROW = 50;

/**
 * Entries of one local day (`YYYY-MM-DD`), in the order they were written, voids included. Walks back from the end, so
 * that today costs the same however long the journal is.
 */
export async function entriesOn(database: ProfileDb, keys: ProfileKeys, day: string): Promise<ReadEntry[]> {
  const found: Omit<ReadEntry, 'voided'>[] = [];
  let below = (await database.get('log', 'log'))?.size ?? 0;
  for (let older = 0; below > 0 && older < OLDER_IN_A_ROW; below -= PAGE) {
    for (const read of await readBack(database, keys, below)) {
      const entryDay = dayOf(read.entry);
      if (entryDay === day) found.unshift(read);
      // An entry whose openings are all deleted has no day: it neither ends the walk nor keeps it going.
      if (entryDay !== null) older = entryDay < day ? older + 1 : 0;
    }
  }
  const taken = new Set(found.flatMap(({ entry }) => (entry.service?.kind === 'void' ? [entry.service.of] : [])));
  return found.map((read) => ({ ...read, voided: taken.has(read.id) }));
}

function dayOf(entry: Entry): string | null {
  return entry.service?.day ?? entry.private?.at.slice(0, 10) ?? null;
}

/** Up to `PAGE` entries below index `below`, newest first. */
async function readBack(database: ProfileDb, keys: ProfileKeys, below: number): Promise<Omit<ReadEntry, 'voided'>[]> {
  const from = Math.max(0, below - PAGE);
  const transaction = database.transaction(['leaves', 'openings']);
  const [leaves, openings] = await Promise.all([
    transaction.objectStore('leaves').getAll(IDBKeyRange.bound(from, below, false, true)),
    transaction.objectStore('openings').getAll(IDBKeyRange.bound([from], [below], false, true)),
  ]);
  const read = await Promise.all(
    leaves.map((leaf) =>
      open(
        leaf,
        openings.filter(({ n }) => n === leaf.n),
        keys,
      ),
    ),
  );
  return read.reverse();
}

async function open(leaf: StoredLeaf, openings: readonly StoredOpening[], keys: ProfileKeys) {
  const opened = await Promise.all(openings.map((opening) => disclosureOf(leaf, opening, keys)));
  const disclosures: Disclosures = Object.fromEntries(opened.filter((each) => each !== null));
  const checked = openEntry(JSON.parse(leaf.text), disclosures);
  const nothing: Entry = { service: null, conduct: null, private: null };
  return { id: leaf.id, n: leaf.n, entry: checked.ok ? checked.value : nothing };
}

/** Bytes that do not open count as deleted: the rest of the day is still read. */
async function disclosureOf(
  leaf: StoredLeaf,
  opening: StoredOpening,
  keys: ProfileKeys,
): Promise<readonly [EntryClass, string] | null> {
  const bytes = await hpkeOpen(keys.opening, opening, openingPlace(leaf.id, opening.class));
  return bytes === null ? null : [opening.class, fromUtf8(bytes)];
}
