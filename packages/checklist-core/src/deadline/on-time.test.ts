import { describe, expect, it } from 'vitest';
import { exampleCalendar } from '../calendar/example-calendar.ts';
import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import { parseWallTime } from '../time/wall-time.ts';
import { returnTiming } from './on-time.ts';

const calendar = createWorkingCalendar(exampleCalendar);
const returned = (due: string | null, when: string) =>
  returnTiming(calendar, due, parseWallTime(when)?.minute ?? Number.NaN);

describe('returnTiming', () => {
  it.each([
    ['2026-01-06T16:30', '2026-01-06T16:30:59', { onTime: 'on-time' }],
    ['2026-01-06T16:30', '2026-01-06T07:00', { onTime: 'on-time' }],
    ['2026-01-06T16:30', '2026-01-06T16:31', { onTime: 'late', minutes: 1 }],
    ['2026-01-06T17:00', '2026-01-06T17:20', { onTime: 'late', minutes: 0 }],
    ['2026-01-06T16:30', '2026-01-07T08:30', { onTime: 'late', minutes: 90 }],
    ['2026-01-06T16:30', '2026-01-05T16:59', { onTime: 'early', days: 1 }],
    ['2026-01-12T16:30', '2026-01-09T10:00', { onTime: 'early', days: 1 }],
    ['2026-01-12T16:30', '2026-01-10T10:00', { onTime: 'early', days: 1 }],
    ['2026-01-12T16:30', '2026-01-08T10:00', { onTime: 'early', days: 2 }],
    ['2026-01-10T16:30', '2026-01-09T10:00', { onTime: 'on-time' }],
    ['2026-01-06', '2026-01-06T17:20', { onTime: 'on-time' }],
    ['2026-01-06', '2026-01-07T07:20', { onTime: 'late', minutes: 0 }],
    ['2026-01-06', '2026-01-07T08:30', { onTime: 'late', minutes: 60 }],
  ])('due %s, returned %s', (due, when, timing) => {
    expect(returned(due, when)).toEqual(timing);
  });

  it.each([
    [null, '2026-01-06T10:00'],
    ['tomorrow', '2026-01-06T10:00'],
    ['2028-01-06T10:00', '2026-01-06T10:00'],
    ['2026-01-06T10:00', '2028-01-06T10:00'],
  ])('cannot tell: due %s, returned %s', (due, when) => {
    expect(returned(due, when)).toBeNull();
  });
});
