import type { CalendarDay } from '../calendar/calendar-data.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { dayOfMinute, formatMinute, parseWallTime, type WallMinute, type WallTime } from '../time/wall-time.ts';
import { type DueAnswer, type DueRule, dueOf } from './due.ts';
import { type DuePoint, readDuePoint } from './due-point.ts';
import type { Pause } from './pause.ts';
import { type Remaining, remaining } from './remaining.ts';
import { type InternalTarget, isSoundTarget, targetMinute } from './target.ts';
import type { Term } from './term.ts';

/**
 * What is known of one dossier. Texts are local times as printed, `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm[:ss]`; null where
 * the page does not say.
 */
export interface DossierTimes {
  readonly received: string | null;
  /** The statutory term, already the case that applies (`termInCase`); null if it is unknown. */
  readonly term: Term | null;
  /** The appointment: the newest one that was given. */
  readonly appointment: string | null;
  /** How many new appointments were given before this one stood; left out: none. */
  readonly reappointments?: number;
  /** Deadline of the current step or the person; never the dossier's. */
  readonly stepDue?: string | null;
  readonly pauses?: readonly Pause[];
  /** When the dossier was complete again after a supplement. */
  readonly restart?: string;
  /** The clock stands still now. */
  readonly paused?: boolean;
  /** Since when; implies `paused`. */
  readonly pausedSince?: string;
  /** Convention for whole days; see `DueQuestion.count`. */
  readonly count?: 'clock' | 'end-of-day';
  readonly target?: InternalTarget;
}

/** One date that a dossier has to keep, with the working time left to it. */
export interface Mark {
  /** ISO local time: `YYYY-MM-DDTHH:mm`, or `YYYY-MM-DD` where only a day is printed. */
  readonly due: string;
  readonly remaining: Remaining;
  /** How the date was counted, in order; empty for a printed one. */
  readonly rules: readonly DueRule[];
  /** The other date, if days that may or may not be holidays were ordinary days; null if that changes nothing, or for a printed one. */
  readonly otherwise: { readonly due: string; readonly days: readonly CalendarDay[] } | null;
}

/**
 * Something that does not fit; a person decides.
 * - `received-malformed`, `restart-malformed`, `appointment-malformed`, `step-malformed`: a printed date that is none;
 *   a restart also where it is before the receipt;
 * - `malformed`: the term, a pause or the target is none that can be counted (a target that is none costs only itself);
 * - `outside-calendar`: the calendar does not know the days that would have to be counted;
 * - `receipt-hour-unknown`: only the day of receipt is printed: a term in days stands at closing, one in hours at the
 *   earliest it can be;
 * - `due-before-received`: the appointment is before the receipt (some portals print the receipt in its place): it is
 *   shown, but does not count;
 * - `appointment-before-term`: promised on an earlier day than the term asks for: kinder than the law, or not restarted;
 * - `appointment-after-term`: promised on a later day than the term allows, and no new appointment was given;
 * - `not-restarted`: the dossier was supplemented, but the appointment is still earlier than the new term: the portal
 *   merely paused, or has not renewed it;
 * - `appointment-on-rest-day`: nobody works on the day promised;
 * - `step-after-appointment`: the step may take longer than the whole;
 * - `reappointed-again`: more than one new appointment.
 */
export type MarkDoubt =
  | 'received-malformed'
  | 'restart-malformed'
  | 'appointment-malformed'
  | 'step-malformed'
  | 'malformed'
  | 'outside-calendar'
  | 'receipt-hour-unknown'
  | 'due-before-received'
  | 'appointment-before-term'
  | 'appointment-after-term'
  | 'not-restarted'
  | 'appointment-on-rest-day'
  | 'step-after-appointment'
  | 'reappointed-again';

/** Every date of one dossier, which of them binds, and what does not fit. */
export interface DossierMarks {
  /** Counted from the receipt and the term; a cross-check where an appointment is printed. */
  readonly statutory: Mark | null;
  /** As printed. */
  readonly appointment: Mark | null;
  /** The office's own aim; never after the date that counts. */
  readonly target: Mark | null;
  /** Deadline of the step, where it is printed. */
  readonly step: Mark | null;
  /** Which mark binds: the appointment where one is printed that is not before the receipt, else what the law gives; null if neither is known. */
  readonly authoritative: 'appointment' | 'statutory' | null;
  readonly doubts: readonly MarkDoubt[];
  /** `id@version` of the calendar that every mark was counted with. */
  readonly calendar: string;
}

/**
 * The marks of one dossier at `now`. Never throws: what cannot be counted is null, with a doubt that says why.
 *
 * - The printed appointment is authoritative; the statutory mark only checks it. They are compared by their *days*:
 *   one-stop systems round the hour (down to the full hour on slips, up to the quarter in some systems).
 * - The target is counted from the term, as `dueOf` does; where no term is known from the receipt to the appointment.
 *   A share ("30 % less": 70, "half": 50) is a share of the working minutes from the receipt to the end of the term
 *   and is rounded *down* to the whole minute; "16 working hours" are 960 working minutes from the receipt. A
 *   target that would lie after the date that counts is that date.
 * - While the clock stands still every mark says so; what was left is counted up to `pausedSince`.
 */
export function marksOf(calendar: WorkingCalendar, times: DossierTimes, now: WallMinute): DossierMarks {
  const doubts = new Set<MarkDoubt>();
  const seen = readTimes(calendar, times, (doubt) => doubts.add(doubt));
  for (const doubt of doubtsOf(calendar, seen, times.reappointments ?? 0)) doubts.add(doubt);
  const { printed, statutory, step } = seen;
  const promised = doubts.has('due-before-received') ? null : printed;
  const target = targetOf(calendar, seen, promised?.minute ?? statutory?.due ?? null);
  const mark = (due: string | null, answer: Counted | null = null) => markOf(calendar, times, now, due, answer);
  return {
    statutory: statutory === null ? null : mark(formatMinute(statutory.due), statutory),
    appointment: mark(printed === null ? null : times.appointment),
    target: mark(target === null ? null : formatMinute(target)),
    step: mark(step === null ? null : (times.stepDue ?? null)),
    authoritative: promised !== null ? 'appointment' : statutory !== null ? 'statutory' : null,
    doubts: [...doubts],
    calendar: calendar.label,
  };
}

type Counted = Extract<DueAnswer, { ok: true }>;

type Doubting = (doubt: MarkDoubt) => void;

/** What could be read and counted. */
interface SeenTimes {
  readonly received: WallTime | null;
  readonly restart: WallTime | null;
  readonly printed: DuePoint | null;
  readonly step: DuePoint | null;
  readonly aim: InternalTarget | undefined;
  readonly statutory: Counted | null;
}

function readTimes(calendar: WorkingCalendar, times: DossierTimes, doubt: Doubting): SeenTimes {
  const received = timeOf(times.received, () => doubt('received-malformed'));
  const restart = restartOf(times, received, () => doubt('restart-malformed'));
  const printed = pointOf(calendar, times.appointment, doubt, 'appointment-malformed');
  const step = pointOf(calendar, times.stepDue ?? null, doubt, 'step-malformed');
  const aim = times.target !== undefined && isSoundTarget(times.target) ? times.target : undefined;
  if (times.target !== aim) doubt('malformed');
  const counted = countedFrom(calendar, { ...times, aim }, received, restart);
  if (counted?.ok === false && counted.reason !== 'no-term') doubt(counted.reason);
  return { received, restart, printed, step, aim, statutory: counted?.ok === true ? counted : null };
}

function timeOf(text: string | null, malformed: () => void): WallTime | null {
  if (text === null || text === '') return null;
  const time = parseWallTime(text);
  if (time === null) malformed();
  return time;
}

/** A restart before the receipt cannot be: the receipt counts. */
function restartOf(times: DossierTimes, received: WallTime | null, malformed: () => void): WallTime | null {
  const restart = timeOf(times.restart ?? null, malformed);
  if (restart === null || received === null) return restart;
  const before = restart.precision === 'day' ? restart.day < received.day : restart.minute < received.minute;
  if (before) malformed();
  return before ? null : restart;
}

function pointOf(
  calendar: WorkingCalendar,
  text: string | null,
  doubt: Doubting,
  malformed: 'appointment-malformed' | 'step-malformed',
): DuePoint | null {
  const point = readDuePoint(calendar, text);
  if (typeof point !== 'string') return point;
  if (point !== 'no-due') doubt(point === 'malformed' ? malformed : point);
  return null;
}

function countedFrom(
  calendar: WorkingCalendar,
  { term, pauses, count, aim }: DossierTimes & { readonly aim: InternalTarget | undefined },
  received: WallTime | null,
  restart: WallTime | null,
): DueAnswer | null {
  const from = restart ?? received;
  if (term === null || from === null) return null;
  return dueOf(calendar, {
    // Once restarted, the first receipt no longer counts.
    received: openingOn(calendar, from),
    term,
    ...(pauses === undefined ? {} : { pauses }),
    ...(restart === null ? {} : { restart: openingOn(calendar, restart) }),
    // Without an hour of receipt the clock time of the end is unknown; the day is not.
    ...(from.precision === 'day' ? { count: 'end-of-day' } : count === undefined ? {} : { count }),
    ...(aim === undefined ? {} : { target: aim }),
  });
}

/** A day without an hour: the opening of that day, so that it is not taken for the night before. */
function openingOn(calendar: WorkingCalendar, { precision, minute }: WallTime): WallMinute {
  if (precision === 'minute' || !calendar.covers(minute)) return minute;
  return calendar.spans(dayOfMinute(minute))[0]?.start ?? minute;
}

/** `again`: how many new appointments were given. */
function* doubtsOf(calendar: WorkingCalendar, seen: SeenTimes, again: number): Generator<MarkDoubt> {
  const { received, restart, printed, step, statutory } = seen;
  if (statutory !== null && (restart ?? received)?.precision === 'day') yield 'receipt-hour-unknown';
  if (again > 1) yield 'reappointed-again';
  if (printed === null) return;
  if (received !== null && printed.lastMinute < received.minute) yield 'due-before-received';
  if (!calendar.isWorkingDay(printed.day) && calendar.entry(printed.day)?.kind !== 'open') {
    yield 'appointment-on-rest-day';
  }
  if (step !== null && step.day > printed.day) yield 'step-after-appointment';
  if (statutory === null) return;
  const days = [statutory.due, statutory.uncertain?.due ?? statutory.due].map(dayOfMinute);
  if (printed.day < Math.min(...days)) yield restart === null ? 'appointment-before-term' : 'not-restarted';
  if (printed.day > Math.max(...days) && again === 0) yield 'appointment-after-term';
}

/** `limit`: the date that counts. */
function targetOf(calendar: WorkingCalendar, seen: SeenTimes, limit: WallMinute | null): WallMinute | null {
  const { received, restart, aim, statutory } = seen;
  const from = restart ?? received;
  if (aim === undefined || limit === null) return null;
  if (statutory !== null) return statutory.target === null ? null : Math.min(statutory.target, limit);
  if (from === null || !calendar.covers(from.minute)) return null;
  const start = openingOn(calendar, from);
  return start > limit ? null : targetMinute(calendar, aim, start, limit);
}

function markOf(
  calendar: WorkingCalendar,
  { paused, pausedSince }: DossierTimes,
  now: WallMinute,
  due: string | null,
  answer: Counted | null,
): Mark | null {
  if (due === null) return null;
  const stands = { ...(paused === undefined ? {} : { paused }), ...(pausedSince === undefined ? {} : { pausedSince }) };
  const other = answer?.uncertain ?? null;
  return {
    due,
    remaining: remaining(calendar, { now, due, ...stands }),
    rules: answer?.rules ?? [],
    otherwise: other === null ? null : { due: formatMinute(other.due), days: other.days },
  };
}
