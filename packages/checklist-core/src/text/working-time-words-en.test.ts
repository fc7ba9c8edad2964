import { describe, expect, it } from 'vitest';
import { exampleCalendar } from '../calendar/example-calendar.ts';
import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import { remaining } from '../deadline/remaining.ts';
import { parseWallTime } from '../time/wall-time.ts';
import {
  remainingHintInEnglish,
  remainingInEnglish,
  returnInEnglish,
  workingTimeInEnglish,
} from './working-time-words-en.ts';

const calendar = createWorkingCalendar(exampleCalendar);

function chipAndHint(now: string, due: string | null, paused = false): [string, string] {
  const minute = parseWallTime(now)?.minute ?? Number.NaN;
  const left = remaining(calendar, { now: minute, due, paused });
  return [remainingInEnglish(left, calendar), remainingHintInEnglish(left, calendar, minute)];
}

describe('working time in English', () => {
  it.each([
    ['2026-01-05T07:30', '2026-01-06T10:30', '1 day 3 hours left'],
    ['2026-01-06T06:30', '2026-01-06T17:00', 'Today, 8 hours left'],
    ['2026-01-06T08:30', '2026-01-06T10:30', 'Today, 2 hours left'],
    ['2026-01-06T09:50', '2026-01-06T10:30', '40 minutes left'],
    ['2026-01-06T10:30', '2026-01-06T10:30', 'Due today'],
    ['2026-01-05T17:30', '2026-01-06T07:30', 'No working time left'],
    ['2026-01-06T11:00', '2026-01-06T09:59', '1 hour 1 minute overdue'],
    ['2026-01-06T17:30', '2026-01-06T17:00', 'Just overdue'],
    ['2026-01-06T17:30', null, 'No due date seen'],
    ['2026-01-06T17:30', '6/1/2026', 'Please check the due date'],
    ['2026-01-06T17:30', '2030-01-06', 'No calendar for this due date'],
  ])('at %s, due %s: %s', (now, due, chip) => {
    expect(chipAndHint(now, due)[0]).toBe(chip);
  });

  it('says that the clock stands still', () => {
    expect(chipAndHint('2026-01-06T17:30', '2026-01-06T17:00', true)[0]).toBe('Paused, awaiting supplement');
  });

  it('explains the figure', () => {
    expect(chipAndHint('2026-01-06T07:30', '2026-01-07T10:30')[1]).toBe(
      'working hours, 1 day = 8 hours · due 10:30, Wednesday 07/01',
    );
    expect(chipAndHint('2026-04-06T16:00', '2026-04-08')[1]).toBe(
      'working hours, 1 day = 8 hours · due Wednesday 08/04 · calendar of 07/04 uncertain: may also be 1 day 5 hours left',
    );
    expect(chipAndHint('2026-04-06T16:00', null)[1]).toBe('');
  });

  it('speaks of returns', () => {
    expect(returnInEnglish({ onTime: 'early', days: 2 }, calendar)).toBe('Returned 2 days early');
    expect(returnInEnglish({ onTime: 'on-time' }, calendar)).toBe('Returned on time');
    expect(returnInEnglish({ onTime: 'late', minutes: 60 }, calendar)).toBe('Returned 1 hour late');
    expect(returnInEnglish({ onTime: 'late', minutes: 0 }, calendar)).toBe('Returned late');
    expect(returnInEnglish(null, calendar)).toBe('Returned');
  });

  it('keeps a day of another length', () => {
    expect(workingTimeInEnglish(450, { dayMinutes: 450 })).toBe('1 day');
    expect(workingTimeInEnglish(0, { dayMinutes: 450 })).toBe('0 minutes');
  });
});
