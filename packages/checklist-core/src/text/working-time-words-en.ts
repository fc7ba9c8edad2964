import type { DuePoint } from '../deadline/due-point.ts';
import type { ReturnTiming } from '../deadline/on-time.ts';
import type { Remaining } from '../deadline/remaining.ts';
import { shortDate, shortDateOf } from '../time/short-date.ts';
import { formatClock, type WallMinute, weekdayOf } from '../time/wall-time.ts';
import { type DayLength, splitWorkingTime } from './split-working-time.ts';

/* The English twin of `vn/working-time-words.ts`: the same figures, rounding and cases. */

const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A length of working time: `1 day 3 hours`, `2 hours 5 minutes`, `40 minutes`, `0 minutes`. */
export function workingTimeInEnglish(workingMinutes: number, dayLength: DayLength): string {
  const { days, hours, minutes } = splitWorkingTime(workingMinutes, dayLength);
  return words([days, 'day'], [hours, 'hour'], [minutes, 'minute']);
}

/** The chip: `1 day 3 hours left`, `Today, 2 hours left`, `40 minutes left`, `2 hours overdue`, `Paused, awaiting supplement`. */
export function remainingInEnglish(remaining: Remaining, dayLength: DayLength): string {
  switch (remaining.state) {
    case 'paused':
      return 'Paused, awaiting supplement';
    case 'unknown':
      return UNKNOWN[remaining.reason];
    case 'overdue':
      return remaining.minutes === 0 ? 'Just overdue' : `${workingTimeInEnglish(remaining.minutes, dayLength)} overdue`;
    case 'due-today':
      if (remaining.minutes === 0) return 'Due today';
      return `${remaining.minutes < 60 ? '' : 'Today, '}${hoursInEnglish(remaining.minutes)} left`;
    case 'running':
      return remaining.minutes === 0
        ? 'No working time left'
        : `${workingTimeInEnglish(remaining.minutes, dayLength)} left`;
  }
}

const UNKNOWN = {
  'no-due': 'No due date seen',
  malformed: 'Please check the due date',
  'outside-calendar': 'No calendar for this due date',
} as const;

/** The hint of the chip: `working hours, 1 day = 8 hours · due 16:30, Wednesday 25/11`; empty if no due date is known. */
export function remainingHintInEnglish(remaining: Remaining, dayLength: DayLength, now: WallMinute): string {
  if (remaining.due === null) return '';
  const { dayMinutes } = dayLength;
  const parts = [`working hours, 1 day = ${hoursInEnglish(dayMinutes)}`, `due ${dueInEnglish(remaining.due, now)}`];
  if (remaining.uncertain !== null) {
    const days = remaining.uncertain.days.map(({ date }) => shortDateOf(date, now)).join(', ');
    const figure = workingTimeInEnglish(remaining.uncertain.minutes, dayLength);
    parts.push(
      `calendar of ${days} uncertain: may also be ${figure} ${remaining.state === 'overdue' ? 'overdue' : 'left'}`,
    );
  }
  return parts.join(' · ');
}

/** `16:30, Wednesday 25/11`; without the hour where only a day is printed; with the year if it is not the year of `now`. */
export function dueInEnglish(due: DuePoint, now: WallMinute): string {
  const day = `${WEEKDAY_NAMES[weekdayOf(due.day)]} ${shortDate(due.day, now)}`;
  return due.precision === 'day' ? day : `${formatClock(due.minute)}, ${day}`;
}

/** After the return: `Returned 1 day early`, `Returned on time`, `Returned 2 hours late`; `Returned` if it cannot be compared. */
export function returnInEnglish(timing: ReturnTiming | null, dayLength: DayLength): string {
  switch (timing?.onTime) {
    case undefined:
      return 'Returned';
    case 'early':
      return `Returned ${words([timing.days, 'day'])} early`;
    case 'on-time':
      return 'Returned on time';
    case 'late':
      return timing.minutes === 0
        ? 'Returned late'
        : `Returned ${workingTimeInEnglish(timing.minutes, dayLength)} late`;
  }
}

function hoursInEnglish(minutes: number): string {
  return words([Math.floor(minutes / 60), 'hour'], [minutes % 60, 'minute']);
}

/** `2 hours 5 minutes`: the parts that are not zero, or the last one alone. */
function words(...parts: readonly (readonly [number, string])[]): string {
  const said = parts.filter(([count]) => count > 0);
  return (said.length > 0 ? said : parts.slice(-1))
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(' ');
}
