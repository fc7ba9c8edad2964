import type { PageFacts } from '../page-facts.ts';
import type { LabelKey } from '../portal-profile.ts';

/** What an official can show on a page. */
export type TaughtKey = Extract<
  LabelKey,
  'code' | 'received' | 'due' | 'procedureName' | 'status' | 'stepDue' | 'newDue' | 'term'
>;

/** Where the reader puts what such a label announces. */
export const FACT_OF = {
  code: 'code',
  received: 'received',
  due: 'due',
  newDue: 'due',
  stepDue: 'stepDue',
  procedureName: 'procedureName',
  status: 'statusText',
  term: 'term',
} as const satisfies Record<TaughtKey, keyof PageFacts>;

/** The value of a taught fact among facts that were read. */
export function taughtValue(facts: PageFacts | null | undefined, key: TaughtKey): string | undefined {
  return facts?.[FACT_OF[key]];
}

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
