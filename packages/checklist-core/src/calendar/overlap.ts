import type { Fault } from '../text/fault.ts';
import { dayOfMinute, formatDay, parseDay, type WallDay, type WallMinute, weekdayOf } from '../time/wall-time.ts';
import type { CalendarData, ShiftText } from './calendar-data.ts';
import { readDayHours, WEEKDAYS, workingSpans } from './day-hours.ts';
import { parseShift, parseShifts } from './shift.ts';

/** Whether two working spans of one day share a minute. A text that is no span overlaps nothing: it is a fault of its own. */
export function spansOverlap(texts: readonly ShiftText[]): boolean {
  if (texts.some((text) => parseShift(text) === null)) return false;
  const sorted = parseShifts(texts);
  return sorted.some((each, i) => each.start < (sorted[i - 1]?.end ?? 0));
}

/** A shift that runs over midnight into the next day's first one, where it first happens from `first` to `last`; null if none does. */
export function overnightOverlap(data: CalendarData, first: WallDay, last: WallDay): Fault | null {
  let reached: WallMinute = Number.NEGATIVE_INFINITY;
  for (const span of workingSpans(readDayHours(data), first, last)) {
    if (span.start < reached) {
      const day = dayOfMinute(span.start);
      const message = `begins before the shift of the day before has ended (${formatDay(day)})`;
      return { path: hoursPath(data, day), message };
    }
    reached = span.end;
  }
  return null;
}

function hoursPath(data: CalendarData, day: WallDay): string {
  const index = data.days.findIndex((entry) => parseDay(entry.date) === day);
  return index < 0 ? `week.${WEEKDAYS[weekdayOf(day)]}` : `days[${index}]`;
}
