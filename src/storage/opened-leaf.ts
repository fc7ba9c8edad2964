import { type Disclosures, type Entry, type EntryClass, openEntry } from 'checklist-core/journal';
import type { ProfileKeys } from './keys.ts';
import type { ProfileDb } from './open-database.ts';
import { openingPlace } from './opening-place.ts';
import type { StoredLeaf, StoredOpening } from './schema.ts';
import { fromUtf8, hpkeOpen } from './sealing.ts';

/** A leaf of the journal with what was opened of it. */
export interface OpenedLeaf extends StoredLeaf {
  readonly disclosures: Disclosures;
  /** Parts that were not opened, or whose opening was deleted, are null. */
  readonly entry: Entry;
}

/** Leaves read in one transaction when walking back through the journal. */
const PAGE = 100;

/** A clock that was wrong for a while leaves a few entries out of order; so many older ones in a row end the walk. */
const OLDER_IN_A_ROW = 50;

/**
 * Walks back from the newest leaf until only days before `day` (`YYYY-MM-DD`) come: what was written lately costs the
 * same however long the journal is. Opens of each leaf only what tells its day, because opening is what costs:
 * `openAlso` opens more of the few that are wanted.
 * @param patience older entries in a row that end the walk; more costs time, fewer loses what a wrong clock lies before.
 */
export async function* openedBackTo(
  database: ProfileDb,
  keys: ProfileKeys,
  day: string,
  patience = OLDER_IN_A_ROW,
): AsyncGenerator<OpenedLeaf> {
  let below = (await database.get('log', 'log'))?.size ?? 0;
  for (let older = 0; below > 0 && older < patience; below -= PAGE) {
    for (const opened of await openBelow(database, keys, below)) {
      yield opened;
      const itsDay = dayOf(opened.entry);
      // An entry whose openings are all deleted has no day: it neither ends the walk nor keeps it going.
      if (itsDay !== null) older = itsDay < day ? older + 1 : 0;
    }
  }
}

/** Opens these classes too, of leaves in the order of the log; those that were deleted stay closed. */
export async function openAlso(
  database: ProfileDb,
  keys: ProfileKeys,
  leaves: readonly OpenedLeaf[],
  classes: readonly EntryClass[],
): Promise<OpenedLeaf[]> {
  const [first, last] = [leaves[0], leaves.at(-1)];
  if (first === undefined || last === undefined) return [];
  const sealed = await database.getAll('openings', IDBKeyRange.bound([first.n], [last.n + 1], false, true));
  const byLeaf = groupByLeaf(sealed);
  return Promise.all(
    leaves.map(async (leaf) => {
      const missing = classes.filter((name) => leaf.disclosures[name] === undefined);
      const wanted = byLeaf.get(leaf.n)?.filter((opening) => missing.includes(opening.class)) ?? [];
      return opened(leaf, { ...leaf.disclosures, ...(await disclose(leaf, wanted, keys)) });
    }),
  );
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
  const byLeaf = groupByLeaf(openings);
  const found = await Promise.all(leaves.map((leaf) => openDay(leaf, byLeaf.get(leaf.n) ?? [], keys)));
  return found.reverse();
}

function groupByLeaf(openings: readonly StoredOpening[]): ReadonlyMap<number, readonly StoredOpening[]> {
  const byLeaf = new Map<number, StoredOpening[]>();
  for (const opening of openings) {
    const ofLeaf = byLeaf.get(opening.n);
    if (ofLeaf === undefined) byLeaf.set(opening.n, [opening]);
    else ofLeaf.push(opening);
  }
  return byLeaf;
}

/** The service part says the day; only where there is none, the private part has to. */
async function openDay(leaf: StoredLeaf, openings: readonly StoredOpening[], keys: ProfileKeys): Promise<OpenedLeaf> {
  const ofClass = (name: EntryClass) => openings.filter((opening) => opening.class === name);
  const service = await disclose(leaf, ofClass('s'), keys);
  return opened(leaf, service.s === undefined ? await disclose(leaf, ofClass('p'), keys) : service);
}

function opened(leaf: StoredLeaf, disclosures: Disclosures): OpenedLeaf {
  const checked = openEntry(JSON.parse(leaf.text), disclosures);
  const nothing: Entry = { service: null, conduct: null, private: null };
  return { ...leaf, disclosures, entry: checked.ok ? checked.value : nothing };
}

async function disclose(leaf: StoredLeaf, openings: readonly StoredOpening[], keys: ProfileKeys): Promise<Disclosures> {
  const found = await Promise.all(openings.map((opening) => disclosureOf(leaf, opening, keys)));
  return Object.fromEntries(found.filter((each) => each !== null));
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
