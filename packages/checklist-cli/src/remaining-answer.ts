import { formatMinute, parseWallTime, remaining, type WallMinute, type WorkingCalendar } from 'checklist-core/deadline';
import { remainingHintInVietnamese, remainingInVietnamese } from 'checklist-core/vn';
import { BadValue } from './bad-value.ts';
import { outside } from './due-answer.ts';
import { momentOf, neededTextOf, type QuestionValues, refuseUnknown, shown, textOf } from './question-value.ts';

/** What `remaining` answers. */
export interface RemainingReply {
  /** Working minutes left, 0 or less when overdue; those left at the pause; null if not known. */
  readonly minutes: number | null;
  /** The chip, in Vietnamese. */
  readonly text: string;
  readonly state: 'running' | 'due-today' | 'overdue' | 'paused' | 'unknown';
  /** What the chip counts, in Vietnamese; empty if nothing is known. */
  readonly hint: string;
  /** The minute it falls due, `YYYY-MM-DDTHH:mm`; null if not known. */
  readonly due: string | null;
  /** The other figure, if days that may or may not be holidays were worked. */
  readonly uncertain: { readonly minutes: number; readonly days: readonly string[] } | null;
  /** Only with `unknown`: why. */
  readonly reason?: 'no-due' | 'malformed' | 'outside-calendar';
  readonly calendar: string;
}

/** The names a question about the time left may use; in a batch line these are its keys. */
export const REMAINING_FIELDS = ['now', 'due', 'pausedSince'] as const;

/** Answers one question. A due date that cannot be read or counted is an answer (`unknown`). @throws BadValue */
export function answerRemaining(calendar: WorkingCalendar, values: QuestionValues): RemainingReply {
  refuseUnknown(values, REMAINING_FIELDS);
  const now = momentOf('now', neededTextOf(values, 'now'));
  if (!calendar.covers(now)) throw new BadValue('now', outside(calendar));
  const pausedSince = textOf(values, 'pausedSince');
  if (pausedSince !== undefined) refuseUnsoundPause(pausedSince, now);
  const left = remaining(calendar, {
    now,
    due: neededDueOf(values),
    ...(pausedSince === undefined ? {} : { pausedSince }),
  });
  return {
    minutes: left.minutes,
    text: remainingInVietnamese(left, calendar),
    state: left.state,
    hint: remainingHintInVietnamese(left, calendar, now),
    due: left.due === null ? null : formatMinute(left.due.minute),
    uncertain:
      left.uncertain === null
        ? null
        : { minutes: left.uncertain.minutes, days: left.uncertain.days.map(({ date }) => date) },
    ...(left.state === 'unknown' ? { reason: left.reason } : {}),
    calendar: calendar.label,
  };
}

/** A pause that has not begun yet is none: the clock would be said to stand still while it runs. */
function refuseUnsoundPause(since: string, now: WallMinute): void {
  const time = parseWallTime(since);
  if (time === null) throw new BadValue('pausedSince', `not a local time without offset: ${shown(since)}`);
  if (time.minute > now) throw new BadValue('pausedSince', `is after now: ${shown(since)}`);
}

/** `null` in a batch line is a dossier without due date; a line that does not speak of it is a mistake. */
function neededDueOf(values: QuestionValues): string | null {
  return values.due === null ? null : neededTextOf(values, 'due').trim();
}
