import type { ConductPart } from '../journal/entry.ts';
import type { Period, RuleSum, StatedConduct } from './handover.ts';
import { type NettableEntry, netEntries } from './net-entries.ts';

/** An entry with its conduct. */
export interface ConductEntry extends NettableEntry {
  readonly conduct: ConductPart | null;
}

/**
 * The sums that a hand-over states for a period. Entries are netted first (see `netEntries`). A finish that was skipped
 * or bypassed counts there and nowhere else: nothing was answered. Of the others each rule of `conduct.rules` was asked
 * about once, and was missed once if any cue marked missed serves it, however many do.
 * @param entries of one log, in its order, at least those of the period's days.
 * @param period local days, both included; an entry belongs to its own day.
 * @param rulesOf ids of the rules that a cue serves, from the pack; unknown cues serve none.
 */
export function statedConduct(
  entries: readonly ConductEntry[],
  period: Period,
  rulesOf: (cue: string) => readonly string[],
): StatedConduct {
  const sums = new Map<string, RuleSum>();
  let [skipped, bypassed] = [0, 0];
  for (const { service, conduct } of netEntries(entries)) {
    if (service === null || conduct === null || service.day < period.from || service.day > period.to) continue;
    if (conduct.skipped) skipped += 1;
    if (conduct.bypassed === true) bypassed += 1;
    if (!conduct.skipped && conduct.bypassed !== true) addRules(sums, conduct, rulesOf);
  }
  const rules = [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { rules: Object.fromEntries(rules), skipped, bypassed };
}

function addRules(sums: Map<string, RuleSum>, conduct: ConductPart, rulesOf: (cue: string) => readonly string[]): void {
  const missed = new Set(conduct.missed.flatMap(rulesOf));
  for (const rule of conduct.rules) {
    const sum = sums.get(rule) ?? { missed: 0, of: 0 };
    sums.set(rule, { missed: sum.missed + (missed.has(rule) ? 1 : 0), of: sum.of + 1 });
  }
}
