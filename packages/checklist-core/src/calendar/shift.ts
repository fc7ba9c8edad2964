import { MINUTES_PER_DAY, startOfDay, type WallDay, type WallMinute } from '../time/wall-time.ts';
import type { ShiftText } from './calendar-data.ts';

/** A span of working time within a day, in minutes from its midnight; `end` is beyond 1440 for a shift over midnight. */
export interface Shift {
  readonly start: number;
  readonly end: number;
}

/** A span of working time on the wall clock: from `start` up to, not including, `end`. */
export interface WorkingSpan {
  readonly start: WallMinute;
  readonly end: WallMinute;
}

/** Most working spans of one day that data from outside may have: with more, the years of a calendar would fill the memory. */
export const MOST_SHIFTS = 24;

const SHIFT = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/;

/** Reads `HH:mm-HH:mm`; an end before its start runs over midnight. Null if it is no shift or an empty one. */
export function parseShift(text: ShiftText): Shift | null {
  const match = SHIFT.exec(text);
  if (match === null) return null;
  const [startHour = 0, startMinute = 0, endHour = 0, endMinute = 0] = match.slice(1).map(Number);
  const start = startHour * 60 + startMinute;
  const end = endHour * 60 + endMinute;
  if (start === end) return null;
  return { start, end: end < start ? end + MINUTES_PER_DAY : end };
}

/** Reads the shifts of one day, earliest first. Throws a RangeError on a text that is no shift. */
export function parseShifts(texts: readonly ShiftText[]): readonly Shift[] {
  return texts.map(shiftOrThrow).sort((a, b) => a.start - b.start);
}

/** The shifts of a day, put on the wall clock. */
export function spansOn(day: WallDay, shifts: readonly Shift[]): readonly WorkingSpan[] {
  const midnight = startOfDay(day);
  return shifts.map(({ start, end }) => ({ start: midnight + start, end: midnight + end }));
}

function shiftOrThrow(text: ShiftText): Shift {
  const shift = parseShift(text);
  if (shift === null) throw new RangeError(`not a shift (HH:mm-HH:mm): ${text}`);
  return shift;
}
