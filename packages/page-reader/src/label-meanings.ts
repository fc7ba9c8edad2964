/**
 * Meanings that one label may have on one portal and another on the next, so that an official may give it the other. Any
 * two others are told apart everywhere: whoever points at the appointment when asked for the day of receipt has erred.
 */
const AKIN: readonly ReadonlySet<string>[] = [
  new Set(['submitted', 'received']),
  new Set(['due', 'newDue', 'stepDue']),
  new Set(['status', 'term', 'dueText']),
];

/** Whether a label that means `fact` may well mean `key` on another portal. */
export function mayMean(key: string, fact: string): boolean {
  return fact === key || fact === 'mixed' || AKIN.some((group) => group.has(fact) && group.has(key));
}
