import type { Period, SharedEntry, VerifiedHandover } from '../handover/handover.ts';
import type { ReleasedOutput } from './released.ts';
import type { PeriodKind } from './report-period.ts';

/** What counting needs to know beyond the hand-overs. */
export interface TallyOptions {
  /** Only what happened on these days; all days if left out. */
  readonly period?: Period;
  /**
   * Ids of the positive rules that a cue of a pack (`id@version`) serves; null for an unknown pack or cue. Lines say
   * which *cues* were missed, so without this no line counts by rule (stated sums do).
   */
  readonly rulesOfCue?: (pack: string, cue: string) => readonly string[] | null;
  /** Today's id of a rule that an older version of a pack called otherwise; the same id if left out. */
  readonly currentRule?: (pack: string, rule: string) => string;
  /** Today's id of a cue, likewise. */
  readonly currentCue?: (pack: string, cue: string) => string;
}

/** One hand-over while its entries stream by: nothing of it counts before it is verified. */
export interface HandoverTally {
  /**
   * Takes the next entry, in the order of the file.
   * @throws RangeError for what cannot be counted (a day beyond 1936 to 2115, thousands of rules): drop the hand-over.
   */
  add(entry: SharedEntry): void;
  /**
   * The file is verified: counts it. `same-file`: it was counted before, nothing changes. `nothing-new`: all its leaves
   * were counted from other files, nothing changes but the number of hand-overs.
   * @throws Error if it was ended before, or if `verified` is of another log.
   */
  commit(verified: VerifiedHandover): 'counted' | 'nothing-new' | 'same-file';
  /** The file is not verified: forgets it. */
  drop(): void;
}

/** How a report is made from a tally. */
export interface ReportOptions {
  /** Least number of people behind a conduct figure: a whole number from 3; 5 if left out. */
  readonly minGroup?: number;
  /** Number of officials of the office; null or left out if nobody said. */
  readonly officeSize?: number | null;
  /** Kinds of period to cut by; week and month if left out. */
  readonly by?: readonly PeriodKind[];
  /**
   * What was released before; the new report tells of no small group together with it. Count into one tally without a
   * period and cut by kinds of period: figures released for days beyond the tally's can only be guarded by withholding.
   */
  readonly released?: readonly ReleasedOutput[];
  /**
   * Whether a rule means the same in two versions of a pack (`id@version`, older first). If left out, or where it
   * answers false, figures on both sides of the change are marked as not comparable.
   */
  readonly sameRule?: (packA: string, packB: string, rule: string) => boolean;
}
