import { formatClock, wallMinuteAt } from 'checklist-core/deadline';
import type { Wake } from '../storage/schema.ts';

/** How long before a due time the notice is given, ms. */
export const NOTICE_LEAD_MS = 60 * 60 * 1000;

/** How soon to look again while a citizen is at the desk and a notice waits, ms. */
const HELD_BACK_MS = 5 * 60 * 1000;

export interface Moment {
  /** Epoch ms. */
  readonly now: number;
  /** Minutes east of UTC of the wall clock. */
  readonly offsetMinutes: number;
}

/** What to tell now, and when to look again. */
export interface ReminderPlan {
  readonly tell: readonly Wake[];
  /** Epoch ms; never in the past, at the latest the next midnight, when what is due "today" changes. */
  readonly next: number;
}

/**
 * Decides from the wake table alone, so that it can be asked again at any time: after sleep, after a restart, twice.
 * While a citizen is at the desk nothing is told; it waits.
 */
export function planReminders(wakes: readonly Wake[], moment: Moment, citizenPresent: boolean): ReminderPlan {
  const untold = wakes.filter(({ told }) => !told);
  const ripe = untold.filter(({ at }) => at - NOTICE_LEAD_MS <= moment.now);
  const later = untold.filter((wake) => !ripe.includes(wake)).map(({ at }) => at - NOTICE_LEAD_MS);
  const held = citizenPresent && ripe.length > 0 ? [moment.now + HELD_BACK_MS] : [];
  return { tell: citizenPresent ? [] : ripe, next: Math.min(nextMidnight(moment), ...later, ...held) };
}

/** What a notice says: counts and one hour, nothing else. */
export interface NoticeWords {
  readonly due: number;
  /** `HH:mm` of the soonest. */
  readonly hour: string | null;
  /** Whether all are due at that hour. */
  readonly sameHour: boolean;
  readonly overdue: number;
}

export function noticeWords(told: readonly Wake[], { now, offsetMinutes }: Moment): NoticeWords {
  const ahead = told.filter(({ at }) => at > now).sort((a, b) => a.at - b.at);
  const hours = ahead.map(({ at }) => formatClock(wallMinuteAt(at, offsetMinutes)));
  return {
    due: ahead.length,
    hour: hours[0] ?? null,
    sameHour: new Set(hours).size <= 1,
    overdue: told.length - ahead.length,
  };
}

function nextMidnight({ now, offsetMinutes }: Moment): number {
  const day = 24 * 60 * 60 * 1000;
  const shift = offsetMinutes * 60_000;
  return (Math.floor((now + shift) / day) + 1) * day - shift;
}
