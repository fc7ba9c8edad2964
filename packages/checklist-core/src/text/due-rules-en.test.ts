import { describe, expect, it } from 'vitest';
import { exampleCalendar } from '../calendar/example-calendar.ts';
import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import { dueOf } from '../deadline/due.ts';
import { parseWallTime } from '../time/wall-time.ts';
import { dueRulesInEnglish } from './due-rules-en.ts';

describe('dueRulesInEnglish', () => {
  it('says how a date was counted, in order', () => {
    const received = parseWallTime('2026-01-05T17:30')?.minute ?? Number.NaN;
    const answer = dueOf(createWorkingCalendar(exampleCalendar), { received, term: { kind: 'calendar-days', n: 4 } });
    expect(answer.ok && dueRulesInEnglish(answer.rules)).toBe(
      'received outside the hours: counts as received at the next opening; the day of receipt is not counted; ' +
        'the last day is a day off: moved to the next working day; at the clock time of receipt',
    );
    expect(dueRulesInEnglish([])).toBe('');
  });
});
