import type { CalendarDay } from '../calendar/calendar-data.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { dayOfMinute, parseWallTime, type WallMinute } from '../time/wall-time.ts';
import { type DuePoint, type NoDuePoint, readDuePoint } from './due-point.ts';

/** What is known about a dossier's deadline. */
export interface DeadlineFacts {
  /** Appointment as printed: `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm[:ss]`; null if none is printed. */
  readonly due: string | null;
  /** The clock stands still, e.g. status "Yêu cầu bổ sung giấy tờ". */
  readonly paused?: boolean;
  /** Since when, in the same form as `due`; implies `paused`. */
  readonly pausedSince?: string;
}

/** What is known, and the moment it is asked. */
export interface DeadlineQuestion extends DeadlineFacts {
  readonly now: WallMinute;
}

/** The other figure, if days that may or may not be holidays were ordinary days. */
export interface UncertainFigure {
  /** Working minutes, signed like `Remaining.minutes`. */
  readonly minutes: number;
  /** The days on which the figures differ. */
  readonly days: readonly CalendarDay[];
}

/** Working time left until a dossier is due, at one moment. */
export type Remaining =
  | {
      /** `due-today`: due on the day of `now` and not late yet. `overdue`: the promised minute (or day) has passed. */
      readonly state: 'running' | 'due-today' | 'overdue';
      /** Working minutes left; zero or negative when overdue (zero: late, but no working time has passed since). */
      readonly minutes: number;
      readonly due: DuePoint;
      readonly uncertain: UncertainFigure | null;
    }
  | {
      readonly state: 'paused';
      /** Working minutes that were left when the clock was stopped; null if that moment or the due date is unknown. */
      readonly minutes: number | null;
      readonly due: DuePoint | null;
      readonly uncertain: null;
    }
  | {
      readonly state: 'unknown';
      readonly minutes: null;
      readonly due: null;
      readonly uncertain: null;
      /** `outside-calendar`: the due date or `now` lies beyond the days the calendar answers for. */
      readonly reason: NoDuePoint;
    };

/**
 * Working time left at `now`. Never throws: what cannot be counted is `unknown`, with the reason.
 * The printed due date is taken as it stands; it is not checked against a statutory term.
 */
export function remaining(calendar: WorkingCalendar, question: DeadlineQuestion): Remaining {
  const { now, pausedSince } = question;
  const due = readDuePoint(calendar, question.due);
  if (question.paused === true || pausedSince !== undefined) return paused(calendar, due, pausedSince);
  if (typeof due === 'string') return unknown(due);
  if (!calendar.covers(now)) return unknown('outside-calendar');
  return {
    state: stateAt(now, due),
    minutes: calendar.between(now, due.minute),
    due,
    uncertain: uncertainFigure(calendar, now, due.minute),
  };
}

function stateAt(now: WallMinute, due: DuePoint): 'running' | 'due-today' | 'overdue' {
  if (now > due.lastMinute) return 'overdue';
  return dayOfMinute(now) === due.day ? 'due-today' : 'running';
}

function paused(calendar: WorkingCalendar, due: DuePoint | NoDuePoint, since: string | undefined): Remaining {
  const known = typeof due === 'string' ? null : due;
  const stopped = since === undefined ? null : parseWallTime(since);
  const countable = known !== null && stopped !== null && calendar.covers(stopped.minute);
  const minutes = countable ? calendar.between(stopped.minute, known.minute) : null;
  return { state: 'paused', minutes, due: known, uncertain: null };
}

function unknown(reason: NoDuePoint): Remaining {
  return { state: 'unknown', minutes: null, due: null, uncertain: null, reason };
}

function uncertainFigure(calendar: WorkingCalendar, now: WallMinute, due: WallMinute): UncertainFigure | null {
  const days = calendar.uncertainDaysBetween(now, due);
  if (days.length === 0) return null;
  const minutes = calendar.otherwise.between(now, due);
  return minutes === calendar.between(now, due) ? null : { minutes, days };
}
