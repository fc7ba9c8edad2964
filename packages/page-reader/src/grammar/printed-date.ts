import type { DatePatterns } from '../date-patterns.ts';
import { isDay } from './dossier-code.ts';

/** What stands where a date is expected: an ISO local time as precise as printed, a spoilt date, or no date at all. */
export type PrintedDate = { readonly iso: string } | 'malformed' | null;

/** The words of days and hours, ready to be asked. */
export type KnownDates = Readonly<Record<keyof DatePatterns, RegExp>>;

/** What most portals print, and nothing behind it. Asked first: the forms of all the others take long to compile. */
const COMMON =
  /^(?:(\d\d):(\d\d)(?::(\d\d))? )?(\d\d)\/(\d\d)\/(\d{4})$|^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d)(?::(\d\d))?$/;

const ISO_FIRST = /^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?!\d)/;
const BEFORE_ISO_CLOCK = /^[t ]/;
const YEAR = /\d{4}/;
/**
 * The date a folded text starts with, in any form the portals print. Day before month, always. Never guessed:
 * a day that does not exist, an impossible hour, or digits glued to the date are `malformed`; a range is no date.
 */
export function printedDate(text: string, words: KnownDates): PrintedDate {
  const common = COMMON.exec(text);
  if (common !== null) {
    const [, h1, min1, s1, d1, m1, y1, d = d1, m = m1, y = y1, h = h1, min = min1, s = s1] = common;
    return assemble({ d, m, y, h, min, s });
  }
  const from = /^\d/.test(text) ? text : text.replace(words.beforeDay, '');
  // Without a year there is no date; the forms take long to compile.
  const found = YEAR.test(from) ? (dayFirst(from, words) ?? clockFirst(from, words)) : null;
  if (found === null) return words.dateAttempt.test(from) ? 'malformed' : null;
  if (words.anotherDate.test(found.rest)) return words.movedDate.test(found.rest) ? 'malformed' : null;
  return words.uncleanDate.test(found.rest) ? 'malformed' : assemble(found.parts);
}

/** The named parts of a date, and what follows it: words or punctuation, never more digits or another zone's offset. */
interface FoundDate {
  readonly parts: Readonly<Record<string, string | undefined>>;
  readonly rest: string;
}

function dayFirst(text: string, words: KnownDates): FoundDate | null {
  const iso = text[4] === '-' ? ISO_FIRST.exec(text) : null;
  const day = iso ?? words.dayFirst.exec(text);
  if (day?.groups === undefined) return null;
  const rest = text.slice(day[0].length);
  const join = (iso === null ? words.beforeClock : BEFORE_ISO_CLOCK).exec(rest)?.[0].length;
  const clock = join === undefined ? null : words.clockBehind.exec(rest.slice(join));
  if (join === undefined || clock === null) return { parts: day.groups, rest };
  const behind = rest.slice(join + clock[0].length);
  return {
    parts: { ...day.groups, ...clock.groups },
    rest: iso === null && behind.startsWith(')') ? behind.slice(1) : behind,
  };
}

function clockFirst(text: string, words: KnownDates): FoundDate | null {
  const found = words.clockFirst.exec(text);
  return found?.groups === undefined ? null : { parts: found.groups, rest: text.slice(found[0].length) };
}

function assemble(part: FoundDate['parts']): PrintedDate {
  const year = Number(part.y);
  const month = Number(part.m ?? part.m2);
  const day = Number(part.d);
  if (year < 2000 || year > 2100 || !isDay(year, month, day)) return 'malformed';
  const date = `${part.y}-${two(month)}-${two(day)}`;
  if (part.h === undefined) return { iso: date };
  const hour = hourOf(Number(part.h), part.half);
  const minute = Number(part.min ?? 0);
  const second = Number(part.s ?? part.s2 ?? 0);
  if (hour === null || minute > 59 || second > 59) return 'malformed';
  const time = `${date}T${two(hour)}:${two(minute)}`;
  return { iso: part.s === undefined && part.s2 === undefined ? time : `${time}:${two(second)}` };
}

/** 24-hour value of a printed hour; `sa` (sáng) and `ch` (chiều) are the Vietnamese halves of the day. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 23 ? hour : null;
  if (hour < 1 || hour > 23) return null;
  if (hour > 12) return half === 'chiều' ? hour : null;
  return (hour % 12) + (half === 'am' || half === 'sa' || half === 'sáng' ? 0 : 12);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
