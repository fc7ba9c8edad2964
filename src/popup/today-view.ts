import {
  type DeadlineFacts,
  dayOfMinute,
  formatClock,
  type Remaining,
  sortToday,
  type WallMinute,
  type WorkingCalendar,
  wallMinuteAt,
} from 'checklist-core/deadline';

/** What Today needs of a watched dossier. */
export interface WatchedFacts extends DeadlineFacts {
  /** Opaque id of the row, the only name of a dossier that messages carry. */
  readonly row: string;
  readonly code: string;
  readonly procedureName: string | null;
  /** Epoch ms. */
  readonly lastSeen: number;
  readonly mark: 'open' | 'done' | 'not-mine';
}

export type TodaySectionId = 'overdue' | 'dueToday' | 'dueNext' | 'watching';

/** When a dossier was last seen, on the calendar's wall clock. */
export interface LastSeen {
  readonly day: 'today' | 'yesterday' | 'earlier';
  readonly minute: WallMinute;
  readonly clock: string;
}

export interface TodayRow {
  readonly row: string;
  readonly code: string;
  readonly procedureName: string | null;
  readonly remaining: Remaining;
  readonly lastSeen: LastSeen;
  /** Last seen more than one working day ago: what we show may have changed in the system. */
  readonly reopen: boolean;
}

export interface TodaySection {
  readonly id: TodaySectionId;
  readonly rows: readonly TodayRow[];
}

export interface TodayView {
  /** Sections that have rows, the most urgent first. */
  readonly sections: readonly TodaySection[];
  readonly now: WallMinute;
  readonly overdue: number;
  readonly dueToday: number;
}

/**
 * The Today list at `now` (epoch ms): open dossiers, sorted by working time left. Paused and undated ones are not
 * "due next", so they come in a section of their own.
 */
export function todayView(dossiers: readonly WatchedFacts[], calendar: WorkingCalendar, now: number): TodayView {
  const minute = wallMinuteAt(now, calendar.offsetMinutes);
  const open = dossiers.filter(({ mark }) => mark === 'open');
  const list = sortToday(open, calendar, minute);
  const parts: readonly [TodaySectionId, typeof list.overdue][] = [
    ['overdue', list.overdue],
    ['dueToday', list.dueToday],
    ['dueNext', list.next],
    ['watching', [...list.paused, ...list.undated]],
  ];
  const sections = parts.map(([id, items]) => ({
    id,
    rows: items.map(({ dossier, remaining }) => todayRow(dossier, remaining, calendar, minute)),
  }));
  return {
    sections: sections.filter(({ rows }) => rows.length > 0),
    now: minute,
    overdue: list.overdue.length,
    dueToday: list.dueToday.length,
  };
}

function todayRow(dossier: WatchedFacts, remaining: Remaining, calendar: WorkingCalendar, now: WallMinute): TodayRow {
  const seen = wallMinuteAt(dossier.lastSeen, calendar.offsetMinutes);
  return {
    row: dossier.row,
    code: dossier.code,
    procedureName: dossier.procedureName,
    remaining,
    lastSeen: lastSeenAt(seen, now),
    reopen: isStale(seen, calendar, now),
  };
}

function lastSeenAt(seen: WallMinute, now: WallMinute): LastSeen {
  const daysAgo = dayOfMinute(now) - dayOfMinute(seen);
  return {
    day: daysAgo <= 0 ? 'today' : daysAgo === 1 ? 'yesterday' : 'earlier',
    minute: seen,
    clock: formatClock(seen),
  };
}

/** Beyond the calendar's range nothing can be counted; then only the passing of a whole day is known. */
function isStale(seen: WallMinute, calendar: WorkingCalendar, now: WallMinute): boolean {
  if (calendar.covers(seen) && calendar.covers(now)) return calendar.between(seen, now) > calendar.dayMinutes;
  return dayOfMinute(now) - dayOfMinute(seen) > 1;
}
