/**
 * Working time: calendars as data, wall-clock time without a zone, terms, due times, what is left, and everything that one
 * dossier has to keep, with its doubts.
 *
 * @module checklist-core/deadline
 */

export type { CalendarData, CalendarDay, ShiftText, Weekday } from '../calendar/calendar-data.ts';
export { type CalendarReading, parseCalendar, parseCalendarText } from '../calendar/parse-calendar.ts';
export type { WorkingSpan } from '../calendar/shift.ts';
export { type HoursReading, MAX_HOURS_LENGTH, withHours } from '../calendar/with-hours.ts';
export { createWorkingCalendar, type WorkingCalendar } from '../calendar/working-calendar.ts';
export { dueRulesInEnglish } from '../text/due-rules-en.ts';
export { type DayLength, splitWorkingTime, type WorkingTimeParts } from '../text/split-working-time.ts';
export {
  dueInEnglish,
  remainingHintInEnglish,
  remainingInEnglish,
  returnInEnglish,
  workingTimeInEnglish,
} from '../text/working-time-words-en.ts';
export { type LocalStamp, localStamp } from '../time/local-stamp.ts';
export {
  type CivilDate,
  dateOfDay,
  dayOfDate,
  dayOfMinute,
  epochMsOf,
  formatClock,
  formatDay,
  formatMinute,
  parseDay,
  parseWallTime,
  startOfDay,
  type WallDay,
  type WallMinute,
  type WallTime,
  wallMinuteAt,
  weekdayOf,
} from '../time/wall-time.ts';
export { type DueAnswer, type DueQuestion, type DueRule, dueOf } from './due.ts';
export { type DuePoint, type NoDuePoint, readDuePoint } from './due-point.ts';
export { type DossierMarks, type DossierTimes, type Mark, type MarkDoubt, marksOf } from './marks.ts';
export { type ReturnTiming, returnTiming } from './on-time.ts';
export type { Pause } from './pause.ts';
export {
  type ReappointmentAnswer,
  type ReappointmentQuestion,
  type ReappointmentRefusal,
  type ReappointmentRule,
  reappointment,
} from './re-appointment.ts';
export { type EffectiveReceipt, effectiveReceipt } from './receipt.ts';
export {
  type DeadlineFacts,
  type DeadlineQuestion,
  type Remaining,
  remaining,
  type UncertainFigure,
} from './remaining.ts';
export { type InternalTarget, parseTarget } from './target.ts';
export { isLength, type Term, type TermCase, type TermLength, type TermSpan, termInCase } from './term.ts';
export { sortToday, type TodayItem, type TodayList } from './today-list.ts';
