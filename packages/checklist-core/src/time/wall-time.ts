/**
 * Time on a wall clock, as integers. No `Date` anywhere: a `Date` brings the machine's own zone with it, and
 * a desk computer set to UTC would then count other hours than the one beside it.
 */

/** Minutes since 1970-01-01T00:00 on the calendar's own wall clock. */
export type WallMinute = number;

/** Days since 1970-01-01 on the calendar's own wall clock. */
export type WallDay = number;

export const MINUTES_PER_DAY = 1440;

/** A moment as it was written: a text without a time of day says nothing finer than the day. */
export interface WallTime {
  /** The minute written; the first minute of the day if no time was written. Seconds are dropped. */
  readonly minute: WallMinute;
  readonly day: WallDay;
  readonly precision: 'day' | 'minute';
}

/** A date of the Gregorian calendar, `month` and `day` counted from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_PER_400_YEARS = 146_097;
/** Days from 0000-03-01 to 1970-01-01, so that every leap day is the last of its (March-based) year. */
const EPOCH_FROM_MARCH_0000 = 719_468;

/** Number of days since 1970-01-01. The date must exist; see `isCivilDate`. */
export function dayOfDate({ year, month, day }: CivilDate): WallDay {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const daysBeforeMonth = Math.floor((153 * marchMonth + 2) / 5);
  return 365 * marchYear + leapDays + daysBeforeMonth + day - 1 - EPOCH_FROM_MARCH_0000;
}

/** The date of a day counted from 1970-01-01; the inverse of `dayOfDate`. */
export function dateOfDay(wallDay: WallDay): CivilDate {
  const shifted = wallDay + EPOCH_FROM_MARCH_0000;
  const cycle = Math.floor(shifted / DAYS_PER_400_YEARS);
  const dayOfCycle = shifted - cycle * DAYS_PER_400_YEARS;
  const yearOfCycle = Math.floor(
    (dayOfCycle - Math.floor(dayOfCycle / 1460) + Math.floor(dayOfCycle / 36_524) - Math.floor(dayOfCycle / 146_096)) /
      365,
  );
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** Whether such a date exists: 2025-02-29 does not. */
export function isCivilDate(date: CivilDate): boolean {
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return false;
  const back = dateOfDay(dayOfDate(date));
  return back.month === date.month && back.day === date.day;
}

/** Day of the week, Monday 0 … Sunday 6. */
export function weekdayOf(day: WallDay): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The day a minute falls on. */
export function dayOfMinute(minute: WallMinute): WallDay {
  return Math.floor(minute / MINUTES_PER_DAY);
}

/** The first minute of a day. */
export function startOfDay(day: WallDay): WallMinute {
  return day * MINUTES_PER_DAY;
}

/** The wall clock at an instant. `offsetMinutes`: minutes east of UTC (Vietnam: 420). Seconds are dropped. */
export function wallMinuteAt(epochMs: number, offsetMinutes: number): WallMinute {
  return Math.floor(epochMs / 60_000) + offsetMinutes;
}

/** The instant (epoch ms) at which the wall clock shows this minute: the inverse of `wallMinuteAt`, for alarms. */
export function epochMsOf(minute: WallMinute, offsetMinutes: number): number {
  return (minute - offsetMinutes) * 60_000;
}

const ISO_LOCAL = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;

/**
 * Reads ISO 8601 local time without offset: `2026-02-13`, `2026-02-13T15:20` or `2026-02-13T15:20:59`.
 * Seconds are checked, then dropped. Returns null for anything else, for a date that does not exist, and for
 * a text with an offset: such a text is not on this wall clock.
 */
export function parseWallTime(text: string): WallTime | null {
  const match = ISO_LOCAL.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, dayOfMonth = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((digits: string | undefined) => Number(digits ?? 0));
  const date = { year, month, day: dayOfMonth };
  if (!isCivilDate(date) || hour > 23 || minute > 59 || second > 59) return null;
  const day = dayOfDate(date);
  return {
    minute: startOfDay(day) + hour * 60 + minute,
    day,
    precision: match[4] === undefined ? 'day' : 'minute',
  };
}

/** Reads `YYYY-MM-DD` and nothing longer; null if it is no date. */
export function parseDay(text: string): WallDay | null {
  const time = parseWallTime(text);
  return time?.precision === 'day' ? time.day : null;
}

/** `YYYY-MM-DD`. */
export function formatDay(wallDay: WallDay): string {
  const { year, month, day } = dateOfDay(wallDay);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** `YYYY-MM-DDTHH:mm`. */
export function formatMinute(minute: WallMinute): string {
  return `${formatDay(dayOfMinute(minute))}T${formatClock(minute)}`;
}

/** Time of day, `HH:mm`. */
export function formatClock(minute: WallMinute): string {
  const ofDay = minute - startOfDay(dayOfMinute(minute));
  return `${twoDigits(Math.floor(ofDay / 60))}:${twoDigits(ofDay % 60)}`;
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
