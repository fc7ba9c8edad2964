import type { Period } from '../handover/handover.ts';
import {
  type CivilDate,
  dateOfDay,
  dayOfDate,
  formatDay,
  parseDay,
  type WallDay,
  weekdayOf,
} from '../time/wall-time.ts';

/**
 * How time is cut. `week`: ISO 8601. `month` to `year`: civil. `reporting-…`: from the 15th of the month before to the
 * 14th of the last month, as the periodic reports of Vietnamese agencies run (Decree 09/2019/ND-CP art. 12, as the press
 * cites it).
 */
export type PeriodKind =
  | 'week'
  | 'month'
  | 'quarter'
  | 'half-year'
  | 'year'
  | 'reporting-month'
  | 'reporting-quarter'
  | 'reporting-half-year'
  | 'reporting-year';

/** All kinds, shortest first. */
export const PERIOD_KINDS: readonly PeriodKind[] = [
  'week',
  'month',
  'reporting-month',
  'quarter',
  'reporting-quarter',
  'half-year',
  'reporting-half-year',
  'year',
  'reporting-year',
];

/** One period: all its days, whether or not the report covers them all. */
export interface ReportPeriod extends Period {
  readonly kind: PeriodKind;
  /** `2026-W47`, `2026-11`, `2026-Q4`, `2026-H2`, `2026`; a reporting period has the name of the one it reports on. */
  readonly key: string;
}

/** First and last day of a period as day numbers, both included. */
export interface DayRange {
  readonly first: WallDay;
  readonly last: WallDay;
}

const MONTHS: Readonly<Record<Exclude<PeriodKind, 'week'>, number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
  'reporting-month': 1,
  'reporting-quarter': 3,
  'reporting-half-year': 6,
  'reporting-year': 12,
};

/** A reporting period ends on this day of its last month. */
const REPORTING_END = 14;

/** Day numbers of a period. Throws RangeError if a day does not exist or the period ends before it begins. */
export function dayRange(period: Period): DayRange {
  const first = parseDay(period.from);
  const last = parseDay(period.to);
  if (first === null || last === null) throw new RangeError(`period ${period.from} to ${period.to}: not YYYY-MM-DD`);
  if (last < first) throw new RangeError(`period ${period.from} to ${period.to}: ends before it begins`);
  return { first, last };
}

/** The half-month that holds a day: up to the 14th, or from the 15th; civil and reporting months are made of them. */
export function halfMonthOf(day: WallDay): DayRange {
  const date = dateOfDay(day);
  const middle = day - date.day + REPORTING_END;
  if (date.day <= REPORTING_END) return { first: day - date.day + 1, last: middle };
  return { first: middle + 1, last: firstOfMonth(monthNumber(date) + 1) - 1 };
}

/** The period of a kind that holds a day. */
export function periodOf(kind: PeriodKind, day: WallDay): ReportPeriod {
  return kind === 'week' ? weekOf(day) : monthsOf(kind, day);
}

/** All periods of a kind that hold a day of the range, in order of time. */
export function periodsOver(kind: PeriodKind, { first, last }: DayRange): readonly ReportPeriod[] {
  const found: ReportPeriod[] = [];
  for (let day = first; day <= last; ) {
    const period = periodOf(kind, day);
    found.push(period);
    day = dayRange(period).last + 1;
  }
  return found;
}

/** Most periods that one table shows: over eleven years of weeks. */
export const MOST_PERIODS = 600;

/**
 * The periods of a kind that a table over the range shows, in order of time: all of them, or where they would be more
 * than `MOST_PERIODS` those with most entries. A clock that was wrong once must not put a century of empty weeks between
 * two days, nor cost the time to look for figures in each.
 */
export function periodsShown(
  kind: PeriodKind,
  range: DayRange,
  days: ReadonlyMap<WallDay, { readonly entries: number }>,
): readonly ReportPeriod[] {
  if (range.last - range.first < MOST_PERIODS * (kind === 'week' ? 7 : 28)) return periodsOver(kind, range);
  const found = new Map<string, { readonly period: ReportPeriod; readonly entries: number }>();
  for (const [day, { entries }] of days) {
    const period = periodOf(kind, day);
    found.set(period.key, { period, entries: entries + (found.get(period.key)?.entries ?? 0) });
  }
  return [...found.values()]
    .sort((a, b) => b.entries - a.entries || byTime(a.period, b.period))
    .slice(0, MOST_PERIODS)
    .map(({ period }) => period)
    .sort(byTime);
}

function byTime(a: ReportPeriod, b: ReportPeriod): number {
  return a.from < b.from ? -1 : 1;
}

function weekOf(day: WallDay): ReportPeriod {
  const monday = day - weekdayOf(day);
  // ISO 8601: a week belongs to the year of its Thursday.
  const { year } = dateOfDay(monday + 3);
  const week = Math.floor((monday + 3 - dayOfDate({ year, month: 1, day: 1 })) / 7) + 1;
  return { kind: 'week', key: `${fourDigits(year)}-W${String(week).padStart(2, '0')}`, ...days(monday, monday + 6) };
}

function monthsOf(kind: Exclude<PeriodKind, 'week'>, day: WallDay): ReportPeriod {
  const months = MONTHS[kind];
  const reporting = kind.startsWith('reporting-');
  const date = dateOfDay(day);
  const month = monthNumber(date) + (reporting && date.day > REPORTING_END ? 1 : 0);
  const start = Math.floor(month / months) * months;
  const range = reporting
    ? days(firstOfMonth(start - 1) + REPORTING_END, firstOfMonth(start + months - 1) + REPORTING_END - 1)
    : days(firstOfMonth(start), firstOfMonth(start + months) - 1);
  return { kind, key: monthsKey(start, months), ...range };
}

/** Months since year 0. */
function monthNumber({ year, month }: CivilDate): number {
  return year * 12 + month - 1;
}

function firstOfMonth(month: number): WallDay {
  return dayOfDate({ year: Math.floor(month / 12), month: (month % 12) + 1, day: 1 });
}

function monthsKey(start: number, months: number): string {
  const year = fourDigits(Math.floor(start / 12));
  const nth = Math.floor((start % 12) / months) + 1;
  if (months === 12) return year;
  if (months === 1) return `${year}-${String(nth).padStart(2, '0')}`;
  return `${year}-${months === 3 ? 'Q' : 'H'}${nth}`;
}

function days(first: WallDay, last: WallDay): Period {
  return { from: formatDay(first), to: formatDay(last) };
}

function fourDigits(year: number): string {
  return String(year).padStart(4, '0');
}
