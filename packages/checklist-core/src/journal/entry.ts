import type { Channel, Outcome } from '../assessment/outcome.ts';

/** Half of a working day; the only time of day that may ever leave the computer. */
export type HalfDay = 'am' | 'pm';

/** Was the result given on the promised day? `null`: nothing was returned or no due date was printed. */
export type OnTimeClass = 'early' | 'on-time' | 'late' | null;

/**
 * What an entry is. `finish` covers confirmed and skipped alike: which of the two is conduct, not service. `letter`: one
 * was printed. `day-counts`: what the desk saw of a day, said at closing.
 */
export type EntryKind = 'finish' | 'void' | 'correction' | 'letter' | 'day-counts';

/** The letters that are counted: by kind and day, never by name. */
export type LetterKind = 'congratulation' | 'condolence' | 'apology';

/** Numbers of one day as seen in this browser; the official figures are the portal's. All are whole and not negative. */
export interface DayCounts {
  readonly received: number;
  readonly resolved: { readonly early: number; readonly onTime: number; readonly late: number };
  /** Still open, by working days past the appointment: not yet due, up to 5, more. */
  readonly open: { readonly notDue: number; readonly upToFive: number; readonly more: number };
  readonly letters: { readonly owed: number; readonly sent: number };
  readonly promises: { readonly made: number; readonly kept: number };
}

/** The log that this one goes on from, after a restore, a move or a salvage: its last known head. */
export interface ContinuedLog {
  readonly origin: string;
  readonly size: number;
  /** RFC 6962 root, standard base64. */
  readonly root: string;
}

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
  /** Only with `letter`. */
  readonly letter?: LetterKind;
  /** Only with `day-counts`. */
  readonly counts?: DayCounts;
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
  /** The confirmation that `require` asked for was passed over; left out where nothing was asked. */
  readonly bypassed?: true;
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
  /** Only in the first entry of a log that goes on from another; it then stands in the service class's place. */
  readonly continues?: ContinuedLog;
}
