import { dateOfDay, dayOfMinute, parseDay, twoDigits, type WallDay, type WallMinute } from './wall-time.ts';

/** `25/11`, or `05/01/2027` if the year is not that of `now`. */
export function shortDate(wallDay: WallDay, now: WallMinute): string {
  const { year, month, day } = dateOfDay(wallDay);
  const short = `${twoDigits(day)}/${twoDigits(month)}`;
  return year === dateOfDay(dayOfMinute(now)).year ? short : `${short}/${year}`;
}

/** The same for a day written `YYYY-MM-DD`; a text that is no date is given back as it is. */
export function shortDateOf(text: string, now: WallMinute): string {
  const day = parseDay(text);
  return day === null ? text : shortDate(day, now);
}
