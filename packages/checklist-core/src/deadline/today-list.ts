import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { WallMinute } from '../time/wall-time.ts';
import { type DeadlineFacts, type Remaining, remaining } from './remaining.ts';

/** One dossier with the working time left to it. */
export interface TodayItem<T> {
  readonly dossier: T;
  readonly remaining: Remaining;
}

/** The Today list. Every dossier given is in exactly one part. */
export interface TodayList<T> {
  /** The longest overdue first. */
  readonly overdue: readonly TodayItem<T>[];
  /** The least working time left first; so is `next`. */
  readonly dueToday: readonly TodayItem<T>[];
  readonly next: readonly TodayItem<T>[];
  /** The clock stands still; by printed due date. */
  readonly paused: readonly TodayItem<T>[];
  /** Without a due date that can be counted: none printed, malformed, or outside the calendar. */
  readonly undated: readonly TodayItem<T>[];
}

/**
 * Sorts dossiers by working time left at `now`; equal ones by the printed minute, then in the order given.
 * Whatever else a dossier carries is handed back untouched.
 */
export function sortToday<T extends DeadlineFacts>(
  dossiers: readonly T[],
  calendar: WorkingCalendar,
  now: WallMinute,
): TodayList<T> {
  const items = dossiers.map((dossier) => ({ dossier, remaining: remaining(calendar, { ...dossier, now }) }));
  const part = (state: Remaining['state']) =>
    items.filter((item) => item.remaining.state === state).sort(byWorkingTimeLeft);
  return {
    overdue: part('overdue'),
    dueToday: part('due-today'),
    next: part('running'),
    paused: part('paused').sort(byPrintedDue),
    undated: part('unknown'),
  };
}

function byWorkingTimeLeft<T>(a: TodayItem<T>, b: TodayItem<T>): number {
  return compare(a.remaining.minutes, b.remaining.minutes) || byPrintedDue(a, b);
}

function byPrintedDue<T>(a: TodayItem<T>, b: TodayItem<T>): number {
  return compare(a.remaining.due?.minute ?? null, b.remaining.due?.minute ?? null);
}

/** Ascending; what is not known comes last. */
function compare(a: number | null, b: number | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null ? -1 : a - b;
}
