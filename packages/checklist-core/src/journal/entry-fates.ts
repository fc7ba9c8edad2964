import type { EntryKind, HalfDay } from './entry.ts';

/** An entry as far as it can be taken back or replaced. */
export interface SpeakingEntry {
  readonly id: string;
  readonly kind: EntryKind;
  /** Local day, in whatever form; only compared. */
  readonly day: string | number;
  readonly half: HalfDay;
  readonly practice: boolean;
  /** Id of the entry that a void or correction speaks of. */
  readonly of: string | null;
}

/** Why an entry does not count: taken back, replaced, or a correction of nothing that could be corrected. */
export type EntryFate = 'voided' | 'corrected' | 'unfit';

/**
 * Which entries of one log, given in its order, do not count, because of what later entries of their day say of them. A
 * void takes back the entry of its half-day that it names, with all corrections of it; no void takes back a void. Of
 * the corrections of one entry that are not taken back the last one stands in its place; a correction names the
 * entry itself, not another correction (docs/journal-format.md, "What counts").
 */
export function fatesOf<Entry extends SpeakingEntry>(entries: readonly Entry[]): ReadonlyMap<Entry, EntryFate> {
  const fates = new Map<Entry, EntryFate>();
  const speaking = entries.filter(({ of }) => of !== null);
  if (speaking.length === 0) return fates;
  const targets = targetsIn(entries, speaking);
  const corrections = speaking.filter(({ kind }) => kind === 'correction');
  for (const [entry, target] of targets) if (entry.kind === 'void') fates.set(target, 'voided');
  const taken = new Set(fates.keys());
  const standing = new Map<Entry, Entry>();
  for (const correction of corrections) {
    const target = targets.get(correction);
    if (target !== undefined && taken.has(target)) fates.set(correction, 'voided');
    if (fates.has(correction)) continue;
    if (target === undefined) fates.set(correction, 'unfit');
    else replace(standing, fates, target, correction);
  }
  return fates;
}

function replace<Entry>(
  standing: Map<Entry, Entry>,
  fates: Map<Entry, EntryFate>,
  target: Entry,
  correction: Entry,
): void {
  fates.set(standing.get(target) ?? target, 'corrected');
  standing.set(target, correction);
}

/** What each entry that speaks of another may speak of; entries that name nothing fitting are not in it. */
function targetsIn<Entry extends SpeakingEntry>(
  entries: readonly Entry[],
  speaking: readonly Entry[],
): ReadonlyMap<Entry, Entry> {
  const places = new Map(entries.map((entry, place) => [entry.id, place]));
  const order = new Map(entries.map((entry, place) => [entry, place]));
  const found = new Map<Entry, Entry>();
  for (const entry of speaking) {
    const place = places.get(entry.of ?? '');
    const target = place === undefined ? undefined : entries[place];
    if (place === undefined || target === undefined || place >= (order.get(entry) ?? 0)) continue;
    if (fits(entry, target)) found.set(entry, target);
  }
  return found;
}

function fits(entry: SpeakingEntry, target: SpeakingEntry): boolean {
  if (target.day !== entry.day || target.practice !== entry.practice || target.kind === 'void') return false;
  return entry.kind === 'correction' ? target.kind !== 'correction' : target.half === entry.half;
}
