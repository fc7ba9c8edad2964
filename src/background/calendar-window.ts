import type { CalendarData } from 'checklist-core/deadline';

/** A dossier that has been late for longer than this is late by more than anybody counts in hours. */
const YEARS_BACK = 3;

/**
 * The part of a calendar that a page of ours needs, without its sources and the names of its days: the popup reads it
 * anew each time it opens. `now`: epoch ms. The version stays the same, because every answer does.
 */
export function calendarWindow(data: CalendarData, now: number): CalendarData {
  const year = new Date(now + data.offsetMinutes * 60_000).getUTCFullYear();
  const from = `${year - YEARS_BACK}-01-01`;
  // A clock that is set wrong must not leave an empty calendar.
  const begin = from <= data.from || from > data.to ? data.from : from;
  const days = data.days.filter(({ date }) => date >= begin).map((day) => ({ ...day, name: {}, source: '' }));
  return { ...data, from: begin, days, sources: [] };
}
