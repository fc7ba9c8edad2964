import type { Fault } from '../text/fault.ts';
import { parseDay } from '../time/wall-time.ts';
import type { CalendarData, ShiftText, Weekday } from './calendar-data.ts';
import { WEEKDAYS } from './day-hours.ts';
import { overnightOverlap, spansOverlap } from './overlap.ts';
import { MOST_SHIFTS, parseShift } from './shift.ts';

/** The calendar with other hours, or every fault of the hours; `path` is a place in the text: `hours`, `hours[1]`. */
export type HoursReading =
  | { readonly ok: true; readonly value: CalendarData }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Longest text of hours that is looked at, in UTF-16 units. */
export const MAX_HOURS_LENGTH = 400;

/**
 * The calendar with the weekly hours of one office, because communes differ: `07:30-11:30,13:00-17:00` for every
 * weekday on which the calendar works, or by weekday, `mon-thu 07:30-11:30,13:00-17:00; fri 07:00-11:30; sat 07:30-11:30`
 * (weekdays that are not named keep theirs). A span whose end is before its start runs over midnight.
 *
 * - Holidays, days in lieu and days that are open but not counted stay what they are. A make-up day takes the new
 *   hours of Monday unless the data gives it its own.
 * - `dayMinutes`, the length of "1 day" in words, stays too: it is the law's or the portal's, not the office's.
 * - Other hours give other dates, so that the version names them as build metadata
 *   (`1.1.0+0730-1130.1300-1700`, SemVer 2.0.0 §10). Hours that change nothing give the same data back.
 *
 * Takes data that passed `parseCalendar`. Never throws for a text; on a fault nothing is changed.
 */
export function withHours(data: CalendarData, hours: string): HoursReading {
  if (hours.length > MAX_HOURS_LENGTH) return refuse('hours', `longer than ${MAX_HOURS_LENGTH} characters`);
  const groups = hours.split(';').map((text, i) => readGroup(text.trim(), i === 0 ? 'hours' : `hours[${i}]`));
  const faults = groups.flatMap(({ faults: found }) => found);
  if (faults.length > 0) return { ok: false, faults };
  const twice = WEEKDAYS.find((day) => groups.filter(({ days }) => days?.includes(day)).length > 1);
  if (twice !== undefined) return refuse('hours', `names ${twice} twice`);
  if (groups.filter(({ days }) => days === null).length > 1) {
    return refuse('hours', 'has two parts without weekdays; write e.g. "sat 07:30-11:30" for the second');
  }
  const left = WEEKDAYS.filter((day) => data.week[day].length > 0 && !groups.some(({ days }) => days?.includes(day)));
  if (left.length === 0 && groups.some(({ days }) => days === null)) {
    return refuse(
      'hours',
      'no working weekday is left for the part without weekdays; name them, e.g. "mon-fri 07:30-11:30"',
    );
  }
  return applied(data, groups);
}

/** Hours of some weekdays; `days` is null where none is named. */
interface HoursGroup {
  readonly days: readonly Weekday[] | null;
  readonly shifts: readonly ShiftText[];
  readonly faults: readonly Fault[];
}

const GROUP = /^(?:([a-z]{3})(?:-([a-z]{3}))? +)?([^ ].*)$/;

function readGroup(text: string, path: string): HoursGroup {
  const faulty = (message: string): HoursGroup => ({ days: null, shifts: [], faults: [{ path, message }] });
  const [, first, last, list = ''] = GROUP.exec(text) ?? [];
  if (list === '') return faulty('is empty; write spans like 07:30-11:30,13:00-17:00');
  const days = first === undefined ? null : weekdaysFrom(first, last ?? first);
  if (days?.length === 0) return faulty(`no such weekdays (mon … sun, or mon-fri): ${text}`);
  const shifts = list.split(',').map((shift) => shift.trim());
  if (shifts.length > MOST_SHIFTS) return faulty(`more than ${MOST_SHIFTS} working spans in a day`);
  const wrong = shifts.find((shift) => parseShift(shift) === null);
  if (wrong !== undefined) return faulty(`no working span (HH:mm-HH:mm, e.g. 07:30-11:30): ${wrong}`);
  if (spansOverlap(shifts)) return faulty(`working spans of one day overlap: ${list}`);
  return { days, shifts: shifts.toSorted(), faults: [] };
}

/** Empty if a name is unknown or the last is before the first. */
function weekdaysFrom(first: string, last: string): readonly Weekday[] {
  const names: readonly string[] = WEEKDAYS;
  const from = names.indexOf(first);
  const to = names.indexOf(last);
  return from < 0 ? [] : WEEKDAYS.slice(from, to + 1);
}

function applied(data: CalendarData, groups: readonly HoursGroup[]): HoursReading {
  const week = { ...data.week };
  for (const { days, shifts } of groups.toSorted((a, b) => Number(a.days !== null) - Number(b.days !== null))) {
    for (const day of days ?? WEEKDAYS.filter((each) => data.week[each].length > 0)) week[day] = shifts;
  }
  if (WEEKDAYS.every((day) => week[day].join() === data.week[day].toSorted().join())) return { ok: true, value: data };
  const said = groups.map(({ days, shifts }) => [...(days === null ? [] : [nameOf(days)]), ...shifts].join('.'));
  const named = said.join('.').replaceAll(':', '');
  const version = `${data.version}${data.version.includes('+') ? '.' : '+'}${named}`;
  const value = { ...data, version, week };
  const overlap = overnightOverlap(value, parseDay(data.from) ?? 0, parseDay(data.to) ?? 0);
  return overlap === null ? { ok: true, value } : refuse('hours', `${overlap.path} ${overlap.message}`);
}

function nameOf(days: readonly Weekday[]): string {
  return days.length === 1 ? `${days[0]}` : `${days[0]}-${days.at(-1)}`;
}

function refuse(path: string, message: string): HoursReading {
  return { ok: false, faults: [{ path, message }] };
}
