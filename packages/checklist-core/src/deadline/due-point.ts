import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { parseWallTime, startOfDay, type WallDay, type WallMinute } from '../time/wall-time.ts';

/** A due date as printed, put on the calendar's wall clock. */
export interface DuePoint {
  readonly day: WallDay;
  readonly precision: 'day' | 'minute';
  /**
   * The minute it falls due: as printed, or where only a day is printed the closing time of that day
   * (the end of the day if nobody works on it).
   */
  readonly minute: WallMinute;
  /**
   * The last minute that still keeps the promise. A printed day is kept until it ends: nobody is called late
   * for a result handed over after closing on the very day.
   */
  readonly lastMinute: WallMinute;
}

/** Why a due date gives no figure. */
export type NoDuePoint = 'no-due' | 'malformed' | 'outside-calendar';

/**
 * Reads a due date, `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm[:ss]` on the calendar's wall clock (seconds dropped).
 * `null` or an empty text is a dossier without due date.
 */
export function readDuePoint(calendar: WorkingCalendar, due: string | null): DuePoint | NoDuePoint {
  if (due === null || due === '') return 'no-due';
  const time = parseWallTime(due);
  if (time === null) return 'malformed';
  if (!calendar.covers(time.minute) || !calendar.covers(startOfDay(time.day + 1))) return 'outside-calendar';
  const { day, minute, precision } = time;
  if (precision === 'minute') return { day, precision, minute, lastMinute: minute };
  const endOfDay = startOfDay(day + 1);
  const closing = calendar.spans(day).at(-1)?.end ?? endOfDay;
  return { day, precision, minute: closing, lastMinute: Math.max(closing, endOfDay - 1) };
}
