import type { ServicePart } from '../journal/entry.ts';

/** An entry as far as netting needs it. */
export interface NettableEntry {
  readonly id: string;
  readonly service: ServicePart | null;
}

type Taken = 'voided' | 'corrected';

/**
 * The entries that count, in their order: a void and what it takes back are left out, a correction stands in place of
 * what it corrects, practice is left out. A void of a correction brings the corrected entry back, a later void of the corrected entry takes
 * its corrections too; of several
 * corrections of one entry the last one counts. Entries whose service part is closed or empty are left out, for nobody
 * knows what they are.
 * @param entries of one log, in its order; long enough that a void or correction stands in it together with its entry
 *   (they are of the same day).
 */
export function netEntries<T extends NettableEntry>(entries: readonly T[]): readonly T[] {
  const taken = new Map<string, Taken>();
  const counted: T[] = [];
  for (const entry of entries.toReversed()) {
    if (counts(entry, taken)) counted.push(entry);
  }
  return counted.reverse();
}

/** From the last entry back, so that everything said about an entry is known when it is met. */
function counts({ id, service }: NettableEntry, taken: Map<string, Taken>): boolean {
  const fate = taken.get(id);
  if (service === null || fate === 'voided') return false;
  if (service.kind === 'void') {
    if (service.of !== null) taken.set(service.of, 'voided');
    return false;
  }
  if (service.kind !== 'correction' || service.of === null) return fate === undefined && !service.practice;
  const corrected = taken.get(service.of);
  // A later correction of the same entry was met before this one.
  if (corrected === undefined) taken.set(service.of, 'corrected');
  return fate === undefined && corrected === undefined && !service.practice;
}
