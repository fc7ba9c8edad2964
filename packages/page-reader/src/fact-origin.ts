import type { FactName } from './explanation.ts';
import type { FactSheet, Read, Slot } from './fact-sheet.ts';
import type { PageFacts } from './page-facts.ts';

/** The slots a fact may be drawn from; the first that has a value decides. */
const SLOTS: Readonly<Record<FactName, readonly Slot[]>> = {
  code: ['code'],
  procedureCode: ['procedureCode'],
  procedureName: ['procedureName'],
  channel: ['channel'],
  received: ['received', 'submitted'],
  due: ['newDue', 'due'],
  stepDue: ['stepDue'],
  term: ['term'],
  statusText: ['status'],
  status: ['status'],
  dueText: ['dueText'],
  dueState: ['dueText'],
};

export const FACT_NAMES = Object.keys(SLOTS) as readonly FactName[];

/** All that was read for a fact, in the order in which its slots count. */
export function readsOf(name: FactName, sheet: FactSheet): readonly Read[] {
  return SLOTS[name].flatMap((slot) => sheet.reads(slot));
}

/** What a fact was drawn from; null for what was not read from a sheet. */
export function originOf(name: FactName, facts: PageFacts, sheet: FactSheet): Read | null {
  const value = name === 'status' ? facts.statusText : name === 'dueState' ? facts.dueText : facts[name];
  const said = readsOf(name, sheet).filter((read) => read.value === value);
  return said.reduce<Read | null>((a, b) => (a === null || b.weight > a.weight ? b : a), null);
}
