import { createWorkingCalendar } from 'checklist-core/deadline';
import { vnOffice } from '../../rules/calendars/index.ts';
import { MINUTE_MS, type WallTime } from './wall-time.ts';

const calendar = createWorkingCalendar(vnOffice);

/** So many working minutes after (negative: before) a wall time; plain minutes where the calendar has no answer. */
export function workingMinutesFrom(time: WallTime, minutes: number): WallTime {
  const start = Math.floor(time / MINUTE_MS);
  if (!calendar.covers(start)) return (start + minutes) * MINUTE_MS;
  return calendar.add(start, minutes) * MINUTE_MS;
}

/** Working minutes of `days` working days. */
export function workingDays(days: number): number {
  return days * calendar.dayMinutes;
}
