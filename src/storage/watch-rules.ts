import { dayOfMinute, epochMsOf, readDuePoint, type WorkingCalendar, wallMinuteAt } from 'checklist-core/deadline';
import type { WatchedDossier } from './watched-dossier.ts';

/** The moment a change is made, and the calendar that counts from it. */
export interface WatchMoment {
  readonly calendar: WorkingCalendar;
  /** Epoch ms. */
  readonly now: number;
}

/** Working days a dossier stays after its due date. */
const KEPT_AFTER_DUE = 10;

/** A dossier nobody opened for so long is forgotten. */
const KEPT_AFTER_SEEN_MS = 30 * 24 * 60 * 60 * 1000;

/** Whether a row has outlived its use (docs/adr/0008): 10 working days after due, or 30 days after it was last seen. */
export function isOver(dossier: WatchedDossier, moment: WatchMoment): boolean {
  if (moment.now - dossier.lastSeen > KEPT_AFTER_SEEN_MS) return true;
  return workingDaysPastDue(dossier.due, moment) > KEPT_AFTER_DUE;
}

/** When a row falls due as an instant (epoch ms); null where nobody is to be woken for it. */
export function wakeTime(dossier: WatchedDossier, { calendar }: WatchMoment): number | null {
  if (dossier.mark !== 'open' || dossier.paused) return null;
  const point = readDuePoint(calendar, dossier.due);
  return typeof point === 'string' ? null : epochMsOf(point.minute, calendar.offsetMinutes);
}

/** 0 where nothing can be counted: then only the 30 days decide. */
function workingDaysPastDue(due: string | null, { calendar, now }: WatchMoment): number {
  const point = readDuePoint(calendar, due);
  const minute = wallMinuteAt(now, calendar.offsetMinutes);
  if (typeof point === 'string' || !calendar.covers(minute)) return 0;
  return calendar.workingDaysBetween(point.day, dayOfMinute(minute));
}
