import type { CalendarDay } from '../calendar/calendar-data.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import {
  dateOfDay,
  dayOfDate,
  dayOfMinute,
  isCivilDate,
  startOfDay,
  type WallDay,
  type WallMinute,
} from '../time/wall-time.ts';
import { lengthenBy, mergePauses, type Pause } from './pause.ts';
import { closingOf, effectiveReceipt, withinHours } from './receipt.ts';
import { type InternalTarget, isSoundTarget, targetMinute } from './target.ts';
import { isLength, type Term, type TermLength } from './term.ts';

/** What a term is counted from, and how. All moments are minutes on the calendar's wall clock. */
export interface DueQuestion {
  /** When the dossier was received complete, as written on the receipt. */
  readonly received: WallMinute;
  readonly term: Term;
  /** Times at which the clock stood still, in any order; they may overlap. */
  readonly pauses?: readonly Pause[];
  /** When the dossier was complete again after a supplement: the term begins anew there and `received` no longer counts. */
  readonly restart?: WallMinute;
  /**
   * For terms in days and months: due at the clock time of receipt (`clock`, as one-stop systems print it; the
   * default), or when the desk closes on the last day (`end-of-day`).
   */
  readonly count?: 'clock' | 'end-of-day';
  readonly target?: InternalTarget;
}

/** A rule that shaped the answer; `checklist-core/vn` has each in words, with its article. */
export type DueRule =
  | 'restarted'
  | 'late-receipt'
  | 'outside-hours'
  | 'from-the-moment'
  | 'same-day'
  | 'receipt-day-not-counted'
  | 'working-days-only'
  | 'corresponding-day'
  | 'last-day-of-month'
  | 'paused'
  | 'rolled-off-rest-day'
  | 'clock-time-kept'
  | 'moved-into-hours'
  | 'moved-to-opening'
  | 'end-of-day';

/** When a term ends and how that was counted, or why it cannot be said. */
export type DueAnswer =
  | {
      readonly ok: true;
      readonly due: WallMinute;
      /** The moment the term was counted from. */
      readonly start: WallMinute;
      /** In the order in which they were applied. */
      readonly rules: readonly DueRule[];
      /** The internal target, if one was asked for; at most `due`. */
      readonly target: WallMinute | null;
      /** The other date, if days that may or may not be holidays were ordinary days; null if that changes nothing. */
      readonly uncertain: { readonly due: WallMinute; readonly days: readonly CalendarDay[] } | null;
      /** `id@version` of the calendar. */
      readonly calendar: string;
    }
  | {
      readonly ok: false;
      /**
       * `no-term`: the term names no length. `outside-calendar`: a moment lies beyond the days the calendar answers
       * for. `malformed`: a moment or length is no such number, a pause ends before it begins, or the restart is
       * before the receipt.
       */
      readonly reason: 'no-term' | 'outside-calendar' | 'malformed';
      readonly calendar: string;
    };

/**
 * The moment a term ends. Never throws. What is counted is the ordinary case of the term; for a conditional one pass
 * what `termInCase` gives.
 *
 * Conventions, besides the rules named in the answer:
 * - The term runs from the receipt as `effectiveReceipt` says: a dossier that arrives outside the hours counts as
 *   received when the desk opens next, and that day is then the day of receipt, which days of a term leave out.
 * - Hours of work run from the moment. Plain hours too, day and night; an end on a day off moves to the next opening.
 * - Days of work: the n-th working day after the day of receipt. A quarter of a day is a quarter of `dayMinutes`,
 *   rounded down to the minute, counted on from there.
 * - Plain days and months: the n-th day, or the corresponding day of the n-th month (its last day where there is no
 *   such day); an end on a day off moves to the next working day.
 * - With `clock`, a clock time at which nobody works on the last day moves to the closing before it, or to the opening
 *   where that day opens later.
 * - `same-day` and `immediate`: the closing of the day of receipt.
 * - A pause that begins before the term has ended lengthens it: terms of work by the working minutes of the pause, the
 *   others by its whole length, before an end on a day off is moved; never to an earlier end.
 * - The target is a share of the working time from the start to the clock-time end, or working hours, lengthened by
 *   the pauses that fall in it.
 */
export function dueOf(calendar: WorkingCalendar, question: DueQuestion): DueAnswer {
  const refused = (reason: 'no-term' | 'outside-calendar' | 'malformed'): DueAnswer => ({
    ok: false,
    reason,
    calendar: calendar.label,
  });
  if (!isSound(question)) return refused('malformed');
  if (question.term.kind === 'unspecified') return refused('no-term');
  const counted = countOrNull(calendar, question);
  if (counted === null) return refused('outside-calendar');
  return { ok: true, ...counted, uncertain: otherDate(calendar, question, counted), calendar: calendar.label };
}

interface Counted {
  readonly due: WallMinute;
  readonly start: WallMinute;
  readonly rules: readonly DueRule[];
  readonly target: WallMinute | null;
}

function isSound({ received, restart, pauses = [], term, target }: DueQuestion): boolean {
  const moments = [received, restart ?? received, ...pauses.flatMap(({ from, to }) => [from, to])];
  if (!moments.every((minute) => Number.isSafeInteger(minute))) return false;
  if (restart !== undefined && restart < received) return false;
  if (pauses.some(({ from, to }) => to < from)) return false;
  if (target !== undefined && !isSoundTarget(target)) return false;
  if (term.lateAfter !== undefined && !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(term.lateAfter)) return false;
  return !isLength(term) || (isCount(term.n) && (isWork(term) || Number.isInteger(term.n)));
}

function isCount(n: number): boolean {
  return n > 0 && n < 100_000;
}

function isWork({ kind }: TermLength): boolean {
  return kind === 'working-days' || kind === 'working-hours';
}

function countOrNull(calendar: WorkingCalendar, question: DueQuestion): Counted | null {
  try {
    return count(calendar, question);
  } catch (error) {
    // The calendar's own refusal; anything else is a fault of ours and must be seen.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function count(calendar: WorkingCalendar, question: DueQuestion): Counted {
  const rules: DueRule[] = [];
  const note = (rule: DueRule | false) => void (rule !== false && rules.push(rule));
  const { term, target } = question;
  note(question.restart !== undefined && 'restarted');
  const receipt = effectiveReceipt(calendar, question.restart ?? question.received, term.lateAfter);
  // Plain hours run day and night, so that opening hours do not move their start.
  const start = term.kind === 'hours' && receipt.moved === 'outside-hours' ? receiptOf(question) : receipt.minute;
  if (start !== receiptOf(question)) note(receipt.moved === 'late' ? 'late-receipt' : 'outside-hours');

  const whole = endOf(calendar, term, start, note);
  const ended = (minutes: number, say: Note) => {
    const end = isLength(term) && !isWork(term) ? whole + minutes : calendar.add(whole, minutes);
    return finish(calendar, term, settle(calendar, term, end, say), question.count ?? 'clock', say);
  };
  const pauses = mergePauses(question.pauses ?? [], start);
  const lengthOf = isLength(term) && !isWork(term) ? plainLength : calendar.between;
  const { minutes, end: due } = lengthenBy(pauses, lengthOf, (each) => ended(each, ignore));
  note(minutes > 0 && 'paused');
  ended(minutes, note);
  if (target === undefined) return { due, start, rules, target: null };
  const aim = targetMinute(calendar, target, start, settle(calendar, term, whole, ignore));
  const paused = lengthenBy(pauses, calendar.between, (each) => calendar.add(aim, each));
  return { due, start, rules, target: Math.min(due, paused.end) };
}

type Note = (rule: DueRule | false) => void;

const ignore: Note = () => undefined;

function receiptOf({ restart, received }: DueQuestion): WallMinute {
  return restart ?? received;
}

const plainLength = (from: WallMinute, to: WallMinute) => to - from;

/** The end of the term before pauses, days off and the convention for whole days. */
function endOf(calendar: WorkingCalendar, term: Term, start: WallMinute, note: Note): WallMinute {
  if (!isLength(term)) {
    note('same-day');
    const day = dayOfMinute(start);
    return closingOf(calendar, calendar.isWorkingDay(day) ? day : calendar.nextWorkingDay(day));
  }
  switch (term.kind) {
    case 'working-hours':
      note('from-the-moment');
      return calendar.add(start, Math.floor(term.n * 60));
    case 'hours':
      note('from-the-moment');
      return start + term.n * 60;
    case 'working-days':
      note('receipt-day-not-counted');
      note('working-days-only');
      return addWorkingDays(calendar, start, term.n);
    case 'calendar-days':
      note('receipt-day-not-counted');
      return start + startOfDay(term.n);
    case 'months':
      note('receipt-day-not-counted');
      return addMonths(start, term.n, note);
  }
}

function addWorkingDays(calendar: WorkingCalendar, start: WallMinute, n: number): WallMinute {
  const whole = Math.floor(n);
  const end = calendar.addWorkingDays(start, whole);
  return whole === n ? end : calendar.add(withinHours(calendar, end), Math.floor((n - whole) * calendar.dayMinutes));
}

function addMonths(start: WallMinute, n: number, note: Note): WallMinute {
  const day = dayOfMinute(start);
  const date = dateOfDay(day);
  const months = date.month - 1 + n;
  const target = { year: date.year + Math.floor(months / 12), month: (months % 12) + 1, day: date.day };
  const exists = isCivilDate(target);
  note(exists ? 'corresponding-day' : 'last-day-of-month');
  const end: WallDay = exists ? dayOfDate(target) : dayOfDate({ ...target, day: lastDayOf(target) });
  return startOfDay(end) + start - startOfDay(day);
}

function lastDayOf({ year, month }: { readonly year: number; readonly month: number }): number {
  return [31, 30, 29, 28].find((day) => isCivilDate({ year, month, day })) ?? 28;
}

/** Moves an end on a day off to the next working day: plain hours to its opening, days to the same clock time. */
function settle(calendar: WorkingCalendar, term: Term, end: WallMinute, note: Note): WallMinute {
  if (!isLength(term) || isWork(term) || calendar.isWorkingDay(dayOfMinute(end))) return end;
  note('rolled-off-rest-day');
  const day = calendar.nextWorkingDay(dayOfMinute(end));
  if (term.kind === 'hours') return calendar.spans(day)[0]?.start ?? startOfDay(day);
  return startOfDay(day) + end - startOfDay(dayOfMinute(end));
}

/** Applies the convention for whole days; terms in hours and within the day are exact already. */
function finish(
  calendar: WorkingCalendar,
  term: Term,
  end: WallMinute,
  convention: 'clock' | 'end-of-day',
  note: Note,
): WallMinute {
  if (!isLength(term) || term.kind === 'working-hours' || term.kind === 'hours') return end;
  if (convention === 'end-of-day') {
    note('end-of-day');
    return closingOf(calendar, dayOfMinute(end));
  }
  const kept = withinHours(calendar, end);
  note(kept === end ? 'clock-time-kept' : kept < end ? 'moved-into-hours' : 'moved-to-opening');
  return kept;
}

function otherDate(calendar: WorkingCalendar, question: DueQuestion, { due, start }: Counted) {
  if (calendar.otherwise === calendar) return null;
  const other = countOrNull(calendar.otherwise, question);
  if (other === null || other.due === due) return null;
  const days = calendar.uncertainDaysBetween(Math.min(start, other.start), Math.max(due, other.due));
  return { due: other.due, days };
}
