import type { ProfileKeys } from './keys.ts';
import type { ProfileDb } from './open-database.ts';
import { dayOf, type OpenedLeaf, openAlso, openedBackTo } from './opened-leaf.ts';
import type { Bytes } from './schema.ts';

/** Local days, `YYYY-MM-DD`, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** A stretch of the journal that holds every entry of a period. */
export interface PeriodLeaves {
  /** Leaf hashes of the whole journal, by index. */
  readonly hashes: readonly Bytes[];
  /** Index of the first leaf of the stretch; its last has index `from + leaves.length - 1`. */
  readonly from: number;
  readonly leaves: readonly PeriodLeaf[];
}

export interface PeriodLeaf {
  /** Its service and conduct part, as far as they are there. */
  readonly opened: OpenedLeaf;
  /** False for a leaf that only lies between: an entry of another day (the clock was wrong), or one without a day. */
  readonly inside: boolean;
}

/** A computer whose battery is flat writes old days for a week or two before somebody sets its clock. */
const WRONG_CLOCK_ENTRIES = 500;

/**
 * From the first to the last leaf whose entry is of the period, in the order of the log; null where there is none. A
 * day page counts as an entry of its day, so that hand-overs of one week after another leave no leaf between them.
 */
export async function leavesOf(database: ProfileDb, keys: ProfileKeys, days: Days): Promise<PeriodLeaves | null> {
  const walked: PeriodLeaf[] = [];
  for await (const opened of openedBackTo(database, keys, days.from, WRONG_CLOCK_ENTRIES)) {
    walked.push({ opened, inside: isWithin(dayOf(opened.entry), days) });
  }
  walked.reverse();
  const leaves = walked.slice(
    walked.findIndex(({ inside }) => inside),
    walked.findLastIndex(({ inside }) => inside) + 1,
  );
  const [first] = leaves;
  if (!first?.inside) return null;
  const opened = await openAlso(
    database,
    keys,
    leaves.map((leaf) => leaf.opened),
    ['c'],
  );
  const stored = await database.getAll('leaves');
  return {
    hashes: stored.map(({ hash }) => hash),
    from: first.opened.n,
    leaves: opened.map((leaf, index) => ({ opened: leaf, inside: leaves[index]?.inside === true })),
  };
}

function isWithin(day: string | null, { from, to }: Days): boolean {
  return day !== null && from <= day && day <= to;
}
