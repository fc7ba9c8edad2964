import { dateOfDay, parseDay } from 'checklist-core/deadline';

/** A day `YYYY-MM-DD` as it is written in Vietnam: `25/11/2026`. A text that is no day is given back as it is. */
export function shownDay(text: string): string {
  const day = parseDay(text);
  if (day === null) return text;
  const { year, month, day: date } = dateOfDay(day);
  return `${two(date)}/${two(month)}/${year}`;
}

/** The same without the year, for a column of a table. */
export function shownShortDay(text: string): string {
  return shownDay(text).slice(0, 5);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
