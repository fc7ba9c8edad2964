import type { DueRule } from '../deadline/due.ts';

/* Without articles of any law: those belong to a country; `vn/due-rules.ts` has Vietnam's. */
const WORDS: Readonly<Record<DueRule, string>> = {
  restarted: 'counted anew from the completed supplement',
  'late-receipt': 'received after the hour that the term names: counts as received on the next working day',
  'outside-hours': 'received outside the hours: counts as received at the next opening',
  'from-the-moment': 'hours run from the moment of receipt',
  'same-day': 'the result is due on the day of receipt, at closing',
  'receipt-day-not-counted': 'the day of receipt is not counted',
  'working-days-only': 'only working days are counted, as the term says',
  'corresponding-day': 'the corresponding day of the last month',
  'last-day-of-month': 'the last month has no corresponding day: its last day',
  paused: 'lengthened by the time the clock stood still',
  'rolled-off-rest-day': 'the last day is a day off: moved to the next working day',
  'clock-time-kept': 'at the clock time of receipt',
  'moved-into-hours': 'nobody works at the clock time of receipt on the last day: at the closing before it',
  'moved-to-opening': 'the last day opens after the clock time of receipt: at its opening',
  'end-of-day': 'until the last day ends, at closing',
};

/** The rules behind a due date in one line, in the order in which they were applied. */
export function dueRulesInEnglish(rules: readonly DueRule[]): string {
  return rules.map((rule) => WORDS[rule]).join('; ');
}
