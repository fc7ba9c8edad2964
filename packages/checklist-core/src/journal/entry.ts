import type { Channel, Outcome } from '../assessment/outcome.ts';

/** Half of a working day; the only time of day that may ever leave the computer. */
export type HalfDay = 'am' | 'pm';

/** Was the result given on the promised day? `null`: nothing was returned or no due date was printed. */
export type OnTimeClass = 'early' | 'on-time' | 'late' | null;

/** What an entry is. `finish` covers confirmed and skipped alike: which of the two is conduct, not service. */
export type EntryKind = 'finish' | 'void' | 'correction';

/** Service class (`s`): shared entry by entry in the default hand-over. Holds no code, no minute, no text. */
export interface ServicePart {
  readonly kind: EntryKind;
  /** Local day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly half: HalfDay;
  /** `id@version`. */
  readonly pack: string;
  readonly pausePoint: string;
  readonly outcome: Outcome | null;
  /** Procedure *group*, never the procedure. */
  readonly group: string | null;
  readonly channel: Channel | null;
  readonly onTime: OnTimeClass;
  /** Made at the practice desk: left out of every count. */
  readonly practice: boolean;
  /** Random id of the entry a `void` or `correction` speaks of; null otherwise. */
  readonly of: string | null;
}

/** Conduct class (`c`): shared as sums, or line by line when the official ticks it. */
export interface ConductPart {
  /** Ids of the positive rules served by the cues that were shown. */
  readonly rules: readonly string[];
  /** Ids of the cues that were shown. */
  readonly cues: readonly string[];
  /** Ids of the cues marked "chưa kịp"; a subset of `cues`. */
  readonly missed: readonly string[];
  readonly skipped: boolean;
}

/** How one rule of the day page was answered. */
export type DayAnswer = 'kept' | 'forgot' | 'no-occasion' | 'none' | 'settled' | 'review';

/** Private class (`p`): never opened in a hand-over; the format has no place for it. */
export interface PrivatePart {
  /** Exact local time, `YYYY-MM-DDTHH:mm:ss`. */
  readonly at: string;
  /** Procedure code, e.g. `1.001193`; never a dossier code. */
  readonly procedure: string | null;
  /** Only on a day page: the answer to each rule, by rule id. */
  readonly dayPage?: Readonly<Record<string, DayAnswer>>;
}

/**
 * One line of the journal. A class that is `null` becomes a random decoy in the leaf, so that a reader
 * cannot tell an empty class from a withheld one. A day page has only its private part.
 */
export interface Entry {
  readonly service: ServicePart | null;
  readonly conduct: ConductPart | null;
  readonly private: PrivatePart | null;
}
