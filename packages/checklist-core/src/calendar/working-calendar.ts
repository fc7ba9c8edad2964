import type { WallDay, WallMinute } from '../time/wall-time.ts';
import { dayOfMinute, formatDay, formatMinute, parseDay, startOfDay } from '../time/wall-time.ts';
import type { CalendarData, CalendarDay } from './calendar-data.ts';
import { type DayHours, readDayHours } from './day-hours.ts';
import { spansOn, type WorkingSpan } from './shift.ts';

/**
 * Counts working time in whole minutes on the calendar's wall clock: local time at a fixed distance from UTC, without
 * daylight saving (Vietnam has had none since 1975). Where clocks are put forward or back, a shift that crosses that
 * night would be counted an hour too long or too short. The zone of the machine plays no part.
 *
 * Closing time is fixed by convention. Between closing and the next opening no working time passes, so many instants
 * are equally far away. `add` answers with the earliest of them (17:00 today, not 07:30 tomorrow; 11:30, not 13:00) and
 * `subtract` with the latest (07:30, not 17:00 the day before): the tighter reading of a deadline and of a latest start.
 * Closing belongs to the working day: what is received at 17:00 sharp is received that day, and what falls due at 17:00
 * is late from 17:01 on.
 *
 * Building takes one pass over the days of the calendar; every question after it is a few binary searches.
 *
 * Every method that takes an instant or a day throws a RangeError naming the calendar and its range when the
 * question or the answer lies outside `from`…`to`; `covers` asks beforehand.
 */
export interface WorkingCalendar {
  readonly data: CalendarData;
  /** `id@version`: a computed date must say which calendar made it. */
  readonly label: string;
  readonly offsetMinutes: number;
  /** Minutes of "1 day" in words. */
  readonly dayMinutes: number;
  /** The same calendar if every uncertain day were an ordinary one; the calendar itself if no day is uncertain. */
  readonly otherwise: WorkingCalendar;
  /** Whether the calendar answers for this instant: from the first midnight up to and including the last one. */
  covers(minute: WallMinute): boolean;
  /** The earliest instant with `minutes` of working time since `minute`; negative minutes subtract. */
  add(minute: WallMinute, minutes: number): WallMinute;
  /** The latest instant with `minutes` of working time until `minute`; negative minutes add. */
  subtract(minute: WallMinute, minutes: number): WallMinute;
  /** Working minutes from `a` to `b`; negative if `b` is before `a`. */
  between(a: WallMinute, b: WallMinute): number;
  /** Whether working time is counted on this day; a day that is only open is none. */
  isWorkingDay(day: WallDay): boolean;
  /** The first working day after `day`. */
  nextWorkingDay(day: WallDay): WallDay;
  /**
   * The same time of day on the n-th working day after the day of `minute`, which itself is not counted;
   * negative `n` goes back, 0 gives `minute`. The time of day is kept even where that day's hours do not reach it.
   */
  addWorkingDays(minute: WallMinute, n: number): WallMinute;
  /** Working days after day `a` up to and including day `b`; negative if `b` is before `a`. */
  workingDaysBetween(a: WallDay, b: WallDay): number;
  /** The working spans that begin on this day, earliest first. */
  spans(day: WallDay): readonly WorkingSpan[];
  /** What the data says of this day in particular; undefined if it is like its weekday. */
  entry(day: WallDay): CalendarDay | undefined;
  /** Uncertain days whose hours would change the working time between two instants if they were ordinary days. */
  uncertainDaysBetween(a: WallMinute, b: WallMinute): readonly CalendarDay[];
}

/**
 * Builds the engine: all working spans with the minutes worked before each, so that every question is one or
 * two binary searches. Takes data that passed `parseCalendar`; throws a RangeError on data that cannot be read.
 */
export function createWorkingCalendar(data: CalendarData): WorkingCalendar {
  const hours = readDayHours(data);
  const range = readRange(data);
  const label = `${data.id}@${data.version}`;
  const worked = countWorkedMinutes(hours, range);
  // Many a calendar is only asked for minutes.
  let workingDaysKnown: readonly WallDay[] | undefined;
  const days = () => {
    workingDaysKnown ??= workingDays(hours, range);
    return workingDaysKnown;
  };

  const refuse = (what: string): never => {
    throw new RangeError(`calendar ${label} answers from ${data.from} to ${data.to}, not for ${what}`);
  };
  const covers = (minute: WallMinute) => minute >= range.start && minute <= range.end;
  const checked = (minute: WallMinute) => (covers(minute) ? minute : refuse(formatMinute(minute)));
  const checkedDay = (day: WallDay) => (day >= range.first && day <= range.last ? day : refuse(formatDay(day)));
  const add = (minute: WallMinute, minutes: number): WallMinute => {
    if (minutes === 0) return checked(minute);
    if (minutes < 0) return subtract(minute, -minutes);
    const found = worked.earliest(worked.before(checked(minute)) + whole(minutes));
    return found ?? refuse(`${minutes} working minutes after ${formatMinute(minute)}`);
  };
  const subtract = (minute: WallMinute, minutes: number): WallMinute => {
    if (minutes === 0) return checked(minute);
    if (minutes < 0) return add(minute, -minutes);
    const found = worked.latest(worked.before(checked(minute)) - whole(minutes));
    return found ?? refuse(`${minutes} working minutes before ${formatMinute(minute)}`);
  };
  const nthWorkingDay = (day: WallDay, n: number): WallDay => {
    // Going back, a day that is itself a working day is the one not counted.
    const index = n > 0 ? countUpTo(days(), checkedDay(day)) + n - 1 : countUpTo(days(), checkedDay(day) - 1) + n;
    return days()[index] ?? refuse(`${n} working days from ${formatDay(day)}`);
  };
  const certain = data.days.filter((day) => day.confidence !== 'uncertain');
  const uncertain = daysOf(data.days.filter((day) => day.confidence === 'uncertain'));
  let otherwise: WorkingCalendar | undefined;

  const calendar: WorkingCalendar = {
    data,
    label,
    offsetMinutes: data.offsetMinutes,
    dayMinutes: data.dayMinutes,
    get otherwise() {
      otherwise ??= certain.length === data.days.length ? calendar : createWorkingCalendar({ ...data, days: certain });
      return otherwise;
    },
    covers,
    add,
    subtract,
    between: (a, b) => worked.before(checked(b)) - worked.before(checked(a)),
    isWorkingDay: (day) => hours.shifts(checkedDay(day)).length > 0,
    nextWorkingDay: (day) => nthWorkingDay(day, 1),
    addWorkingDays: (minute, n) =>
      n === 0
        ? checked(minute)
        : startOfDay(nthWorkingDay(dayOfMinute(checked(minute)), n)) + minute - startOfDay(dayOfMinute(minute)),
    workingDaysBetween: (a, b) => countUpTo(days(), checkedDay(b)) - countUpTo(days(), checkedDay(a)),
    spans: (day) => spansOn(day, hours.shifts(checkedDay(day))),
    entry: (day) => hours.entry(checkedDay(day)),
    uncertainDaysBetween: (a, b) => {
      const [start, end] = checked(a) <= checked(b) ? [a, b] : [b, a];
      // From one day earlier, because a shift over midnight reaches into the span.
      const from = countUpTo(uncertain, dayOfMinute(start) - 2);
      const within = uncertain.slice(from, countUpTo(uncertain, dayOfMinute(end)));
      return within.filter((day) => changesBetween(hours, day, start, end)).flatMap((day) => hours.entry(day) ?? []);
    },
  };
  return calendar;
}

interface Range {
  readonly first: WallDay;
  readonly last: WallDay;
  readonly start: WallMinute;
  /** Midnight at the end of the last day. */
  readonly end: WallMinute;
}

function readRange(data: Pick<CalendarData, 'from' | 'to'>): Range {
  const first = parseDay(data.from);
  const last = parseDay(data.to);
  if (first === null || last === null || last < first) throw new RangeError(`not a range: ${data.from} to ${data.to}`);
  return { first, last, start: startOfDay(first), end: startOfDay(last + 1) };
}

interface WorkedMinutes {
  /** Working minutes from the start of the range to this instant. */
  before(minute: WallMinute): number;
  /** The earliest instant with so many working minutes before it (more than 0); undefined if there is none. */
  earliest(target: number): WallMinute | undefined;
  /** The latest instant with so many working minutes before it; undefined if there is none. */
  latest(target: number): WallMinute | undefined;
}

function countWorkedMinutes(hours: DayHours, range: Range): WorkedMinutes {
  const starts: number[] = [];
  const ends: number[] = [];
  /** `sums[i]`: minutes worked before span i; one more at the end for the total. */
  const sums: number[] = [0];
  let total = 0;
  let last = range.start;
  // Ten years of days in a page that waits for them: nothing is made here but the three lists.
  for (let day = range.first; day <= range.last; day++) {
    const midnight = startOfDay(day);
    for (const shift of hours.shifts(day)) {
      const start = midnight + shift.start;
      // The same minute would count twice; parseCalendar refuses such data with its path.
      if (start < last) throw new RangeError(`shifts overlap at ${formatMinute(start)}`);
      last = Math.min(midnight + shift.end, range.end);
      starts.push(start);
      ends.push(last);
      total += last - start;
      sums.push(total);
    }
  }
  return {
    before: (minute) => {
      const i = countUpTo(starts, minute) - 1;
      return i < 0 ? 0 : (sums[i] ?? 0) + Math.min(minute, ends[i] ?? 0) - (starts[i] ?? 0);
    },
    earliest: (target) => {
      // The span whose sum before it is still below the target holds its last minute.
      const i = countUpTo(sums, target - 1) - 1;
      const start = starts[i];
      return start === undefined ? undefined : start + target - (sums[i] ?? 0);
    },
    latest: (target) => {
      if (target < 0) return undefined;
      const i = countUpTo(sums, target) - 1;
      const start = starts[i];
      return start === undefined ? undefined : start + target - (sums[i] ?? 0);
    },
  };
}

function workingDays(hours: DayHours, range: Range): readonly WallDay[] {
  const days: WallDay[] = [];
  for (let day = range.first; day <= range.last; day++) if (hours.shifts(day).length > 0) days.push(day);
  return days;
}

/** The dates, ascending; those that cannot be read have stopped `readDayHours` before. */
function daysOf(entries: readonly CalendarDay[]): readonly WallDay[] {
  return entries.flatMap(({ date }) => parseDay(date) ?? []).sort((a, b) => a - b);
}

/** Whether the day, as it is and as an ordinary one, has other working time between the two instants. */
function changesBetween(hours: DayHours, day: WallDay, start: WallMinute, end: WallMinute): boolean {
  const within = (spans: readonly WorkingSpan[]) => spans.reduce((sum, span) => sum + overlap(span, start, end), 0);
  return within(spansOn(day, hours.shifts(day))) !== within(spansOn(day, hours.ordinaryShifts(day)));
}

function overlap(span: WorkingSpan, start: WallMinute, end: WallMinute): number {
  return Math.max(0, Math.min(span.end, end) - Math.max(span.start, start));
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Number.POSITIVE_INFINITY) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function whole(minutes: number): number {
  if (Number.isSafeInteger(minutes)) return minutes;
  throw new RangeError(`not a whole number of minutes: ${minutes}`);
}
