import type { DuePoint } from '../deadline/due-point.ts';
import type { ReturnTiming } from '../deadline/on-time.ts';
import type { Remaining } from '../deadline/remaining.ts';
import { type DayLength, splitWorkingTime } from '../text/split-working-time.ts';
import { shortDate, shortDateOf } from '../time/short-date.ts';
import { formatClock, type WallMinute, weekdayOf } from '../time/wall-time.ts';

const WEEKDAY_NAMES = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];

/** A length of working time: `1 ngày 3 giờ`, `2 giờ 5 phút`, `40 phút`, `0 phút`. Rounded as `splitWorkingTime` does. */
export function workingTimeInVietnamese(workingMinutes: number, dayLength: DayLength): string {
  const { days, hours, minutes } = splitWorkingTime(workingMinutes, dayLength);
  return words([days, 'ngày'], [hours, 'giờ'], [minutes, 'phút']);
}

/**
 * The chip: `Còn 1 ngày 3 giờ`, `Hôm nay, còn 2 giờ`, `Còn 40 phút`, `Quá hạn 2 giờ`, `Tạm dừng, chờ bổ sung`,
 * `Chưa thấy ngày hẹn`. Under an hour "Hôm nay" is left out: the minutes say enough.
 */
export function remainingInVietnamese(remaining: Remaining, calendar: DayLength): string {
  switch (remaining.state) {
    case 'paused':
      return 'Tạm dừng, chờ bổ sung';
    case 'unknown':
      return UNKNOWN[remaining.reason];
    case 'overdue':
      // Late, but no working time has passed since: a number would be wrong either way.
      return remaining.minutes === 0
        ? 'Vừa quá hạn'
        : `Quá hạn ${workingTimeInVietnamese(remaining.minutes, calendar)}`;
    case 'due-today':
      if (remaining.minutes === 0) return 'Đến hạn hôm nay';
      // In hours even before the office opens: of a day that is due today, "1 day left" would sound like tomorrow.
      return `${remaining.minutes < 60 ? 'Còn' : 'Hôm nay, còn'} ${hoursInVietnamese(remaining.minutes)}`;
    case 'running':
      return remaining.minutes === 0 ? 'Sát giờ hẹn' : `Còn ${workingTimeInVietnamese(remaining.minutes, calendar)}`;
  }
}

const UNKNOWN = {
  'no-due': 'Chưa thấy ngày hẹn',
  malformed: 'Ngày hẹn cần xem lại',
  'outside-calendar': 'Chưa có lịch cho ngày hẹn',
} as const;

/** The hint of the chip: `giờ làm việc, 1 ngày = 8 giờ · hẹn trả 16:30, thứ Tư 25/11`; empty if no due date is known. */
export function remainingHintInVietnamese(remaining: Remaining, calendar: DayLength, now: WallMinute): string {
  if (remaining.due === null) return '';
  const parts = [
    `giờ làm việc, 1 ngày = ${hoursInVietnamese(calendar.dayMinutes)}`,
    `hẹn trả ${dueInVietnamese(remaining.due, now)}`,
  ];
  if (remaining.uncertain !== null) {
    const days = remaining.uncertain.days.map((day) => shortDateOf(day.date, now)).join(', ');
    const figure = workingTimeInVietnamese(remaining.uncertain.minutes, calendar);
    const verb = remaining.state === 'overdue' ? 'quá hạn' : 'còn';
    parts.push(`lịch ngày ${days} chưa chắc chắn: cũng có thể ${verb} ${figure}`);
  }
  return parts.join(' · ');
}

/** `16:30, thứ Tư 25/11`; without the hour where only a day is printed; with the year if it is not the year of `now`. */
export function dueInVietnamese(due: DuePoint, now: WallMinute): string {
  const day = `${WEEKDAY_NAMES[weekdayOf(due.day)]} ${shortDate(due.day, now)}`;
  return due.precision === 'day' ? day : `${formatClock(due.minute)}, ${day}`;
}

/** After the return: `Trả sớm 1 ngày`, `Đã trả đúng hẹn`, `Trả sau hẹn 2 giờ`; `Đã trả` if it cannot be compared. */
export function returnInVietnamese(timing: ReturnTiming | null, calendar: DayLength): string {
  switch (timing?.onTime) {
    case undefined:
      return 'Đã trả';
    case 'early':
      return `Trả sớm ${timing.days} ngày`;
    case 'on-time':
      return 'Đã trả đúng hẹn';
    case 'late':
      return timing.minutes === 0 ? 'Trả sau hẹn' : `Trả sau hẹn ${workingTimeInVietnamese(timing.minutes, calendar)}`;
  }
}

function hoursInVietnamese(minutes: number): string {
  return words([Math.floor(minutes / 60), 'giờ'], [minutes % 60, 'phút']);
}

/** `2 giờ 5 phút`: the parts that are not zero, or the last one alone. */
function words(...parts: readonly (readonly [number, string])[]): string {
  const said = parts.filter(([count]) => count > 0);
  return (said.length > 0 ? said : parts.slice(-1)).map(([count, unit]) => `${count} ${unit}`).join(' ');
}
