import { createWorkingCalendar, remaining, wallMinuteAt } from 'checklist-core/deadline';
import { remainingInVietnamese } from 'checklist-core/vn';
import { vnOffice } from '../../../src/rules/calendars/index.ts';

const calendar = createWorkingCalendar(vnOffice);

/** What is to be said now of a deadline, ISO local time: counted by the library alone, without the extension. */
export function remainingWords(due: string): string {
  const now = wallMinuteAt(Date.now(), calendar.offsetMinutes);
  return remainingInVietnamese(remaining(calendar, { due, paused: false, now }), calendar);
}
