import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Confidence } from '../text/provenance.ts';
import { dayOfMinute, startOfDay, type WallDay, type WallMinute } from '../time/wall-time.ts';
import { type DuePoint, type NoDuePoint, readDuePoint } from './due-point.ts';

/** What an order of procedure allows an office that cannot keep its appointment; `checklist-core/vn` has Vietnam's. */
export interface ReappointmentRule {
  /** How many times one dossier may get a new appointment, 0 or more. */
  readonly most: number;
  /** The apology is out at the latest so many days before the appointment's day, 0 or more. */
  readonly apologyDaysBefore: number;
  /** Where the rule stands, as a reader would look it up. */
  readonly source: string;
  readonly confidence: Confidence;
}

/** A new appointment that an office wants to give. */
export interface ReappointmentQuestion {
  /** The appointment that cannot be kept: `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm[:ss]`. */
  readonly appointment: string;
  /** The new one, in the same form. */
  readonly proposed: string;
  /** How many times this dossier was given a new appointment already. */
  readonly already: number;
  readonly now: WallMinute;
}

/**
 * Why a new appointment cannot be given. `too-many`: the rule allows no further one. `not-later`: it is not after the
 * appointment it replaces. `in-the-past`: it is over already. `rest-day`: nobody works on that day. `malformed` and
 * `outside-calendar`: one of the two cannot be read or counted.
 */
export type ReappointmentRefusal =
  | 'too-many'
  | 'not-later'
  | 'in-the-past'
  | 'rest-day'
  | 'malformed'
  | 'outside-calendar';

/** Whether the new appointment can be given, and what is due then. */
export interface ReappointmentAnswer {
  readonly allowed: boolean;
  /** Empty if it is allowed; all reasons if it is not. */
  readonly reasons: readonly ReappointmentRefusal[];
  /**
   * The last working day on which the apology can go out; null if the appointment cannot be read. If the day the rule
   * gives is a day off, the working day before it: afterwards it would be too late.
   */
  readonly apologyBy: WallDay | null;
  /** Whether `now` is no later than that day. An apology that is late is still owed, and the new appointment still holds. */
  readonly apologyInTime: boolean;
  /** The appointment that is authoritative from now on: the new one if it is allowed, else the old one; null if that cannot be read. */
  readonly authoritative: DuePoint | null;
  /** How sure the rule itself is. */
  readonly confidence: Confidence;
}

/**
 * Whether a dossier may get this new appointment, and by which day the apology must be out. Never throws. The answer
 * says what the rule says; it does not stop a person who has been given another one.
 */
export function reappointment(
  calendar: WorkingCalendar,
  rule: ReappointmentRule,
  question: ReappointmentQuestion,
): ReappointmentAnswer {
  const old = known(readDuePoint(calendar, question.appointment));
  const proposed = known(readDuePoint(calendar, question.proposed));
  const reasons = [...new Set(reasonsAgainst(calendar, rule, question, old, proposed))];
  const allowed = reasons.length === 0;
  const apologyBy = typeof old === 'string' ? null : lastApologyDay(calendar, old.day - rule.apologyDaysBefore);
  const authoritative = allowed ? proposed : old;
  return {
    allowed,
    reasons,
    apologyBy,
    apologyInTime: apologyBy !== null && dayOfMinute(question.now) <= apologyBy,
    authoritative: typeof authoritative === 'string' ? null : authoritative,
    confidence: rule.confidence,
  };
}

/** A missing date is malformed here: without both there is nothing to decide. */
function known(point: DuePoint | NoDuePoint): DuePoint | 'malformed' | 'outside-calendar' {
  return point === 'no-due' ? 'malformed' : point;
}

function* reasonsAgainst(
  calendar: WorkingCalendar,
  rule: ReappointmentRule,
  { already, now }: ReappointmentQuestion,
  old: DuePoint | 'malformed' | 'outside-calendar',
  proposed: DuePoint | 'malformed' | 'outside-calendar',
): Generator<ReappointmentRefusal> {
  if (!Number.isSafeInteger(already) || already < 0) yield 'malformed';
  else if (already >= rule.most) yield 'too-many';
  if (typeof old === 'string') yield old;
  if (typeof proposed === 'string') return yield proposed;
  if (typeof old !== 'string' && proposed.lastMinute <= old.lastMinute) yield 'not-later';
  if (proposed.lastMinute < now) yield 'in-the-past';
  if (!calendar.isWorkingDay(proposed.day)) yield 'rest-day';
}

/** The working day at or before `day`; null if the calendar knows none. */
function lastApologyDay(calendar: WorkingCalendar, day: WallDay): WallDay | null {
  for (let each = day; calendar.covers(startOfDay(each)); each--) if (calendar.isWorkingDay(each)) return each;
  return null;
}
