import type { LocalizedText } from '../text/localized-text.ts';
import type { Confidence, Source } from '../text/provenance.ts';

/** A weekday as calendar data names it. */
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** A span of working time on the calendar's own wall clock, `HH:mm-HH:mm`; an end before its start runs over midnight. */
export type ShiftText = string;

/** A day that differs from its weekday. */
export interface CalendarDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `off`: a holiday or a day in lieu; `work`: a make-up day (worked); `open`: the desk is open but the day is not counted (people's Saturday). */
  readonly kind: 'off' | 'work' | 'open';
  /** Shifts of a `work` day; without it, Monday's. */
  readonly shifts?: readonly ShiftText[];
  readonly name: LocalizedText;
  /** Id of an entry of `sources`. */
  readonly source: string;
  readonly confidence: Confidence;
}

/** A working calendar as data: versioned, sourced, replaceable without a release. */
export interface CalendarData {
  readonly format: 'checklist-calendar/1';
  readonly id: string;
  readonly version: string;
  readonly title: LocalizedText;
  /** Minutes east of UTC of the wall clock; constant: no daylight saving (Vietnam: 420, since 1975). */
  readonly offsetMinutes: number;
  /** Length of "1 day" in words, in minutes (Vietnam: 480). */
  readonly dayMinutes: number;
  /** First and last day the calendar answers for, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly week: Readonly<Record<Weekday, readonly ShiftText[]>>;
  readonly days: readonly CalendarDay[];
  readonly sources: readonly Source[];
}
