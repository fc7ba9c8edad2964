import { sortToday, wallMinuteAt } from 'checklist-core/deadline';
import type { WatchedDossier } from '../storage/watched-dossier.ts';
import { calendar } from './house-rules.ts';

export interface TodayCounts {
  readonly overdue: number;
  readonly dueToday: number;
}

/**
 * The two numbers of the badge, counted as the popup's Today counts them: open dossiers, overdue and due today.
 * `without`: rows that the list page in front shows itself. `now`: epoch ms.
 */
export function todayCounts(
  rows: readonly WatchedDossier[],
  now: number,
  without: readonly string[] = [],
): TodayCounts {
  const counted = rows.filter(({ row, mark }) => mark === 'open' && !without.includes(row));
  const list = sortToday(counted, calendar, wallMinuteAt(now, calendar.offsetMinutes));
  return { overdue: list.overdue.length, dueToday: list.dueToday.length };
}
