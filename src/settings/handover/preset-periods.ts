import { dateOfDay, dayOfDate, formatDay, parseDay, type WallDay, weekdayOf } from 'checklist-core/deadline';
import type { Period } from 'checklist-core/handover';

/** Periods that are offered; `custom` is chosen day by day. */
export type Preset = 'thisWeek' | 'lastWeek' | 'thisMonth' | 'reportPeriod';

/**
 * The offered periods on a day (`YYYY-MM-DD`), each ending that day at the latest: nobody gives what has not happened.
 * Weeks begin on Monday. The report period is that of the current month: from the 15th of the month before to the 14th
 * (Decree 09/2019/NĐ-CP, art. 12).
 * @throws RangeError if `today` is not a day.
 */
export function presetPeriods(today: string): Readonly<Record<Preset, Period>> {
  const day = parseDay(today);
  if (day === null) throw new RangeError(`not a day: ${today}`);
  const monday = day - weekdayOf(day);
  const { year, month } = dateOfDay(day);
  return {
    thisWeek: period(monday, day),
    lastWeek: period(monday - 7, monday - 1),
    thisMonth: period(dayOfDate({ year, month, day: 1 }), day),
    reportPeriod: period(fifteenthBefore(year, month), Math.min(day, dayOfDate({ year, month, day: 14 }))),
  };
}

function fifteenthBefore(year: number, month: number): WallDay {
  return month === 1
    ? dayOfDate({ year: year - 1, month: 12, day: 15 })
    : dayOfDate({ year, month: month - 1, day: 15 });
}

function period(from: WallDay, to: WallDay): Period {
  return { from: formatDay(from), to: formatDay(to) };
}
