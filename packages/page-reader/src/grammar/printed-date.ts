import { LETTERS } from '../letters.ts';
import { isDay } from './dossier-code.ts';

/** What stands where a date is expected: an ISO local time as precise as printed, a spoilt date, or no date at all. */
export type PrintedDate = { readonly iso: string } | 'malformed' | null;

const DAY = String.raw`(?:ngày )?(?<d>\d{1,2})(?: ?(?<sep>[/.-]) ?(?<m>\d{1,2}) ?\k<sep> ?| (?:tháng|thg) (?<m2>\d{1,2})(?:,? năm|,)? )(?<y>\d{4})(?!\d)`;
const ISO_DAY = String.raw`(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?!\d)`;
const CLOCK = String.raw`(?<h>\d{1,2}) ?(?::|giờ|h|g) ?(?:(?<min>\d{1,2})(?: ?phút| ?p(?![${LETTERS}])|['’])?(?::(?<s>\d{1,2})(?:\.\d+)?| ?(?<s2>\d{1,2}) giây)?)?(?![:\d])`;
const HALF = `(?: ?(?<half>am|pm|sa|ch|sáng|chiều)(?![${LETTERS}]))?`;
const WEEKDAY = '(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|t[2-7]|chủ nhật|cn),? )?';
const FORMS = [
  `^${ISO_DAY}(?:(?:t| )${CLOCK}${HALF})?`,
  `^${DAY}(?:,? (?:[-–|] |lúc |vào lúc |vào )?\\(?${CLOCK}${HALF}\\)?)?`,
  `^(?:lúc |vào lúc )?${CLOCK}${HALF},? (?:[-–|] )?${WEEKDAY}${DAY}`,
].map((form) => new RegExp(form));

/** What portals put before a day: its weekday, or that the hour is the last. */
const PREFIX = new RegExp(`^(?:trước |chậm nhất |hết |đến hết )?(?:(?:buổi )?(?:sáng|chiều),? )?${WEEKDAY}`);
const YEAR = /\d{4}/;
/** Whatever looks like somebody meant a date. */
const ATTEMPT = /^(?:ngày |lúc )?\d+ ?(?:[/.-] ?\d+ ?[/.-] ?\d|tháng|giờ|h ?\d|:\d)/;
const ANOTHER_DATE = /\d ?[/.-] ?\d{1,2} ?[/.-] ?\d|^ ?(?:-|–|~|đến) ?\d/;

/**
 * The date a folded text starts with, in any form the portals print. Day before month, always. Never guessed:
 * a day that does not exist, an impossible hour, or digits glued to the date are `malformed`; a range is no date.
 */
export function printedDate(text: string): PrintedDate {
  const from = text.replace(PREFIX, '');
  // Without a year there is no date; the forms take long to compile.
  for (const form of YEAR.test(from) ? FORMS : []) {
    const match = form.exec(from);
    if (match?.groups !== undefined) {
      const rest = from.slice(match[0].length);
      if (ANOTHER_DATE.test(rest)) return null;
      return isClean(rest) ? assemble(match.groups) : 'malformed';
    }
  }
  return ATTEMPT.test(from) ? 'malformed' : null;
}

/**
 * What follows a date may be words or punctuation, never more digits of it or of an hour that did not parse, nor the
 * offset of another zone.
 */
function isClean(rest: string): boolean {
  return !/^[\p{L}\d:/]|^[\s,.(-]*\d|^\+(?!07)/u.test(rest);
}

function assemble(part: Record<string, string | undefined>): PrintedDate {
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
