import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { dayOfMinute, type WallMinute } from '../time/wall-time.ts';
import { readDuePoint } from './due-point.ts';

/** How a return stands to its appointment. */
export type ReturnTiming =
  | {
      readonly onTime: 'early';
      /** Whole working days between the day of return and the day promised, at least 1. */
      readonly days: number;
    }
  | { readonly onTime: 'on-time' }
  | {
      readonly onTime: 'late';
      /** Working minutes since the promised minute; 0 if late outside working hours. */
      readonly minutes: number;
    };

/**
 * Classifies a return made at `returned`: `early` on an earlier working day than promised, `late` after the
 * printed minute (or, where only a day is printed, after that day), `on-time` in between. Null if the due date
 * is missing or malformed, or if one of the two lies outside the calendar.
 */
export function returnTiming(calendar: WorkingCalendar, due: string | null, returned: WallMinute): ReturnTiming | null {
  const point = readDuePoint(calendar, due);
  if (typeof point === 'string' || !calendar.covers(returned)) return null;
  if (returned > point.lastMinute) return { onTime: 'late', minutes: calendar.between(point.minute, returned) };
  const days = calendar.workingDaysBetween(dayOfMinute(returned), point.day);
  return days > 0 ? { onTime: 'early', days } : { onTime: 'on-time' };
}
