import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import {
  dayOfMinute,
  formatClock,
  MINUTES_PER_DAY,
  startOfDay,
  type WallDay,
  type WallMinute,
} from '../time/wall-time.ts';

/** The moment from which a term runs, and why it is not the moment written on the receipt. */
export interface EffectiveReceipt {
  readonly minute: WallMinute;
  readonly moved: 'outside-hours' | 'late' | null;
}

/**
 * When a dossier counts as received. Closing time belongs to the working day: 17:00 sharp is received that day.
 *
 * - in lunch or before opening: the next opening of the same day;
 * - after closing or on a day off: the opening of the next working day;
 * - on a day on which the desk is open without the day being counted (people's Saturday): the moment itself, because
 *   somebody took the dossier; the day is no working day of the term;
 * - later on a working day than `lateAfter`: the opening of the next working day.
 */
export function effectiveReceipt(
  calendar: WorkingCalendar,
  received: WallMinute,
  lateAfter?: string,
): EffectiveReceipt {
  const day = dayOfMinute(received);
  if (lateAfter !== undefined && calendar.isWorkingDay(day) && formatClock(received) > lateAfter) {
    return { minute: openingAfter(calendar, day), moved: 'late' };
  }
  if (
    spansAround(calendar, day).some(({ start, end }) => start <= received && received <= end) ||
    isOpen(calendar, day)
  ) {
    return { minute: received, moved: null };
  }
  const laterToday = calendar.spans(day).find(({ start }) => start > received);
  return { minute: laterToday?.start ?? openingAfter(calendar, day), moved: 'outside-hours' };
}

/** The moment itself if somebody works then; else the closing before it on that day, or that day's opening. */
export function withinHours(calendar: WorkingCalendar, minute: WallMinute): WallMinute {
  const day = dayOfMinute(minute);
  if (spansAround(calendar, day).some(({ start, end }) => start <= minute && minute <= end)) return minute;
  const spans = calendar.spans(day);
  return spans.findLast(({ end }) => end < minute)?.end ?? spans[0]?.start ?? minute;
}

/** End of the last shift that begins on this working day. */
export function closingOf(calendar: WorkingCalendar, day: WallDay): WallMinute {
  return calendar.spans(day).at(-1)?.end ?? startOfDay(day) + MINUTES_PER_DAY;
}

function openingAfter(calendar: WorkingCalendar, day: WallDay): WallMinute {
  const next = calendar.nextWorkingDay(day);
  return calendar.spans(next)[0]?.start ?? startOfDay(next);
}

/** The spans that can hold a minute of this day: a shift over midnight began the day before. */
function spansAround(calendar: WorkingCalendar, day: WallDay) {
  const before = calendar.covers(startOfDay(day - 1)) ? calendar.spans(day - 1) : [];
  return [...before, ...calendar.spans(day)];
}

function isOpen(calendar: WorkingCalendar, day: WallDay): boolean {
  return calendar.entry(day)?.kind === 'open';
}
