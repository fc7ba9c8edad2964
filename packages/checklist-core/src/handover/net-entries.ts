import type { ServicePart } from '../journal/entry.ts';
import { fatesOf } from '../journal/entry-fates.ts';

/** An entry as far as netting needs it. */
export interface NettableEntry {
  readonly id: string;
  readonly service: ServicePart | null;
}

/**
 * The entries that count, in their order: voids and what they take back are left out, a correction stands in place of
 * what it corrects (see `fatesOf`), practice is left out. Entries whose service part is closed or empty are left out,
 * for nobody knows what they are.
 * @param entries of one log, in its order; whole days, for a void or correction is of the same day as its entry.
 */
export function netEntries<T extends NettableEntry>(entries: readonly T[]): readonly T[] {
  const open = entries.flatMap((entry) => (entry.service === null ? [] : [{ ...entry.service, id: entry.id, entry }]));
  const fates = fatesOf(open);
  return open.filter((each) => each.kind !== 'void' && !each.practice && !fates.has(each)).map(({ entry }) => entry);
}
