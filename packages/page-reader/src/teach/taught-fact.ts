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
