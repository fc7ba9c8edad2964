import { type Disclosures, type Entry, type EntryClass, openEntry } from 'checklist-core/journal';
import type { ProfileKeys } from './keys.ts';
import type { ProfileDb } from './open-database.ts';
import { openingPlace } from './opening-place.ts';
import type { StoredLeaf, StoredOpening } from './schema.ts';
import { fromUtf8, hpkeOpen } from './sealing.ts';

/** A leaf of the journal with everything of it that can still be opened. */
export interface OpenedLeaf extends StoredLeaf {
  readonly disclosures: Disclosures;
  /** All null where every opening was deleted. */
  readonly entry: Entry;
}

/** Leaves read in one transaction when walking back through the journal. */
const PAGE = 100;

/** A clock that was wrong for a while leaves a few entries out of order; so many older ones in a row end the walk. */
const OLDER_IN_A_ROW = 50;

/**
 * Walks back from the newest leaf until only days before `day` (`YYYY-MM-DD`) come: what was written lately costs the
 * same however long the journal is.
 */
export async function* openedBackTo(database: ProfileDb, keys: ProfileKeys, day: string): AsyncGenerator<OpenedLeaf> {
  let below = (await database.get('log', 'log'))?.size ?? 0;
  for (let older = 0; below > 0 && older < OLDER_IN_A_ROW; below -= PAGE) {
    for (const opened of await openBelow(database, keys, below)) {
      yield opened;
      const itsDay = dayOf(opened.entry);
      // An entry whose openings are all deleted has no day: it neither ends the walk nor keeps it going.
      if (itsDay !== null) older = itsDay < day ? older + 1 : 0;
    }
  }
}

/** Local day of an entry, `YYYY-MM-DD`; null where nothing of it can be opened. */
export function dayOf({ service, private: personal }: Entry): string | null {
  return service?.day ?? personal?.at.slice(0, 10) ?? null;
}

/** Up to `PAGE` leaves below index `below`, newest first. */
async function openBelow(database: ProfileDb, keys: ProfileKeys, below: number): Promise<OpenedLeaf[]> {
  const from = Math.max(0, below - PAGE);
  const transaction = database.transaction(['leaves', 'openings']);
  const [leaves, openings] = await Promise.all([
    transaction.objectStore('leaves').getAll(IDBKeyRange.bound(from, below, false, true)),
    transaction.objectStore('openings').getAll(IDBKeyRange.bound([from], [below], false, true)),
  ]);
  const ofLeaf = (n: number) => openings.filter((opening) => opening.n === n);
  const opened = await Promise.all(leaves.map((stored) => open(stored, ofLeaf(stored.n), keys)));
  return opened.reverse();
}

async function open(stored: StoredLeaf, openings: readonly StoredOpening[], keys: ProfileKeys): Promise<OpenedLeaf> {
  const opened = await Promise.all(openings.map((opening) => disclosureOf(stored, opening, keys)));
  const disclosures: Disclosures = Object.fromEntries(opened.filter((each) => each !== null));
  const checked = openEntry(JSON.parse(stored.text), disclosures);
  const nothing: Entry = { service: null, conduct: null, private: null };
  return { ...stored, disclosures, entry: checked.ok ? checked.value : nothing };
}

/** Bytes that do not open count as deleted: the rest is still read. */
async function disclosureOf(
  leaf: StoredLeaf,
  opening: StoredOpening,
  keys: ProfileKeys,
): Promise<readonly [EntryClass, string] | null> {
  const bytes = await hpkeOpen(keys.opening, opening, openingPlace(leaf.id, opening.class));
  return bytes === null ? null : [opening.class, fromUtf8(bytes)];
}
