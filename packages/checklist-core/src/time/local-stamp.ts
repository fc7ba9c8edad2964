import type { HalfDay } from '../journal/entry.ts';
import { dayOfMinute, formatClock, formatDay, startOfDay, twoDigits, wallMinuteAt } from './wall-time.ts';

/** When an entry was made: the shared part (`day`, `half`) and the private one (`at`). */
export interface LocalStamp {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `am` before noon. */
  readonly half: HalfDay;
  /** `YYYY-MM-DDTHH:mm:ss`. */
  readonly at: string;
}

/** Stamps an instant (epoch ms) with the wall clock `offsetMinutes` east of UTC, whatever zone the machine is in. */
export function localStamp(epochMs: number, offsetMinutes: number): LocalStamp {
  const minute = wallMinuteAt(epochMs, offsetMinutes);
  const wallDay = dayOfMinute(minute);
  const day = formatDay(wallDay);
  const second = Math.floor(epochMs / 1000) - Math.floor(epochMs / 60_000) * 60;
  return {
    day,
    half: minute - startOfDay(wallDay) < 12 * 60 ? 'am' : 'pm',
    at: `${day}T${formatClock(minute)}:${twoDigits(second)}`,
  };
}
