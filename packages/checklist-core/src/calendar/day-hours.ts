import { parseDay, type WallDay, weekdayOf } from '../time/wall-time.ts';
import type { CalendarData, CalendarDay, Weekday } from './calendar-data.ts';
import { parseShifts, type Shift, spansOn, type WorkingSpan } from './shift.ts';

/** Weekdays as the calendar data names them, Monday first. */
export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const NO_SHIFTS: readonly Shift[] = [];

/** Which shifts a day has: its own entry first, else its weekday. */
export interface DayHours {
  /** Shifts counted on this day; none on a day off and on a day that is open but not counted. */
  shifts(day: WallDay): readonly Shift[];
  /** Shifts the weekday alone would give, without the day's own entry. */
  ordinaryShifts(day: WallDay): readonly Shift[];
  /** The day's own entry, if it has one. */
  entry(day: WallDay): CalendarDay | undefined;
}

/** Reads the hours once. Throws a RangeError on a date or shift that cannot be read; `parseCalendar` reports these with their path. */
export function readDayHours(data: Pick<CalendarData, 'week' | 'days'>): DayHours {
  const week = WEEKDAYS.map((weekday) => parseShifts(data.week[weekday]));
  const ordinaryShifts = (day: WallDay) => week[weekdayOf(day)] ?? NO_SHIFTS;
  const entries = new Map<WallDay, { readonly entry: CalendarDay; readonly shifts: readonly Shift[] }>();
  for (const entry of data.days) {
    const day = parseDay(entry.date);
    if (day === null) throw new RangeError(`not a date (YYYY-MM-DD): ${entry.date}`);
    entries.set(day, { entry, shifts: shiftsOfEntry(entry, week[0] ?? NO_SHIFTS) });
  }
  return {
    shifts: (day) => entries.get(day)?.shifts ?? ordinaryShifts(day),
    ordinaryShifts,
    entry: (day) => entries.get(day)?.entry,
  };
}

function shiftsOfEntry(entry: CalendarDay, mondays: readonly Shift[]): readonly Shift[] {
  if (entry.kind !== 'work') return NO_SHIFTS;
  return entry.shifts === undefined ? mondays : parseShifts(entry.shifts);
}

/** All working spans that begin from day `first` to day `last`, in order of day; the last may reach beyond it. */
export function* workingSpans(hours: DayHours, first: WallDay, last: WallDay): Generator<WorkingSpan> {
  for (let day = first; day <= last; day++) yield* spansOn(day, hours.shifts(day));
}
