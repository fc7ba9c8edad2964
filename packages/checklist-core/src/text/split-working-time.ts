/** How long "1 day" is in words; every calendar is one of these. */
export interface DayLength {
  /** Working minutes of one day (Vietnam: 480). */
  readonly dayMinutes: number;
}

/** Working time taken apart for words. `sign` is -1 for time that has passed. */
export interface WorkingTimeParts {
  readonly sign: -1 | 0 | 1;
  /** Whole days of `dayMinutes` each. */
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

/**
 * Splits working minutes into days, hours and minutes. Always towards zero: never more time left than there
 * is, never later than it is. From one day on the minutes are dropped: nobody plans a day by the minute.
 */
export function splitWorkingTime(workingMinutes: number, { dayMinutes }: DayLength): WorkingTimeParts {
  const whole = Math.trunc(workingMinutes);
  const size = Math.abs(whole);
  const days = Math.floor(size / dayMinutes);
  const rest = size - days * dayMinutes;
  return {
    sign: whole > 0 ? 1 : whole < 0 ? -1 : 0,
    days,
    hours: Math.floor(rest / 60),
    minutes: days > 0 ? 0 : rest % 60,
  };
}
