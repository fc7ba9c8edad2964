import type { Period } from '../handover/handover.ts';
import type { LetterKind } from '../journal/entry.ts';
import type { NoteCode } from './note-code.ts';
import type { PeriodKind, ReportPeriod } from './report-period.ts';

/** Name and version of the report's JSON form. A `Report` is plain data: `JSON.stringify` of it is that form. */
export const REPORT_FORMAT = 'checklist-report/1';

/** What a lead sees. Holds no author, no log and no figure of one person's conduct. */
export interface Report {
  readonly format: typeof REPORT_FORMAT;
  /** The days reported on: those asked for, or else those that the hand-overs speak of. Null if there is nothing. */
  readonly period: Period | null;
  /** Conduct figures stand for at least so many people. */
  readonly minGroup: number;
  readonly coverage: Coverage;
  /** The small-office form: service counts, no conduct figures (`conduct` is null). */
  readonly small: boolean;
  readonly service: ServiceReport;
  readonly conduct: ConductReport | null;
  /** What must be said of the report as a whole, each once, sorted. */
  readonly notes: readonly NoteCode[];
}

/** How much of the office is in the report: counts, never names. */
export interface Coverage {
  /** Different hand-over files. */
  readonly handovers: number;
  /** Different people; several logs of one person are one. */
  readonly authors: number;
  /** Officials of the office as the reader said; null if not said. */
  readonly officials: number | null;
  readonly logs: number;
  /** Entries counted: not those that netted out, nor practice, nor letters and day counts. */
  readonly entries: number;
  /** Openings seen but not counted. */
  readonly left: {
    /** Made at the practice desk. */
    readonly practice: number;
    /** Taken back within the half-day. */
    readonly voided: number;
    /** Replaced by a correction of the same day. */
    readonly corrected: number;
  };
  /** Leaves of the files whose class is closed; closed says nothing about why. A leaf in two files counts in both. */
  readonly closed: { readonly service: number; readonly conduct: number };
}

/** A number of entries under one name; null: the journal says none. Largest first, then by name. */
export interface CountOf<Name extends string = string> {
  readonly name: Name | null;
  readonly count: number;
}

/**
 * Counts of what was done: no minimum group, because none of it speaks of conduct. But how well it was done (on time,
 * promises kept) is left out of a report of one person alone, whose own figure it would be.
 */
export interface ServiceReport {
  readonly total: ServiceFigures;
  /** One per kind asked for, in that order; periods in order of time, those without an entry included (see `MOST_PERIODS`). */
  readonly byPeriod: readonly {
    readonly kind: PeriodKind;
    readonly periods: readonly { readonly period: ReportPeriod; readonly figures: ServiceFigures }[];
  }[];
  readonly groups: readonly CountOf[];
  readonly outcomes: readonly CountOf[];
  readonly channels: readonly CountOf[];
  readonly pausePoints: readonly CountOf[];
}

/** What was done in one period, or in all of them: numbers of entries, not of people. */
export interface ServiceFigures {
  /** Entries that count: a finish or its correction. */
  readonly entries: number;
  /** Null in a report of one person. */
  readonly onTime: LoggedOnTime | null;
  readonly letters: readonly CountOf<LetterKind>[];
  /** Sums of the day counts said at closing; null if there were none. */
  readonly days: DayTotals | null;
}

/** On-time figures from journals: self-logged, never to be added to the portal's. */
export interface LoggedOnTime {
  readonly early: number;
  readonly onTime: number;
  readonly late: number;
  /** Results given with a promised day: the sum of the three. */
  readonly n: number;
  /** (early + on time) ÷ n with its 95 % interval; null if n is 0. */
  readonly share: Share | null;
  /** early ÷ n; null if n is 0. */
  readonly earlyShare: number | null;
  readonly notes: readonly NoteCode[];
}

/** A proportion from 0 to 1 with its 95 % Wilson score interval. */
export interface Share {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** Day counts summed over days and logs. What is only a state at closing (open, owed) is not summed and not here. */
export interface DayTotals {
  /** Closings: days × logs with day counts. */
  readonly closings: number;
  readonly received: number;
  /** Null in a report of one person. */
  readonly resolved: { readonly early: number; readonly onTime: number; readonly late: number } | null;
  readonly lettersSent: number;
  /** Null in a report of one person. */
  readonly promises: { readonly made: number; readonly kept: number } | null;
}

/** Conduct figures under the minimum group. */
export interface ConductReport {
  /** Rules in order of id. */
  readonly rules: readonly RuleRow[];
  /** One table per kind of period asked for, in that order: rule × period. */
  readonly tables: readonly ConductTable[];
  /** Over the whole period, from opened conduct lines only; in order of id. */
  readonly cues: readonly NamedCell[];
  /** The same by pause point: `of` are confirmed entries, `missed` those with at least one cue marked. */
  readonly pausePoints: readonly NamedCell[];
  /** Not part of any rate. */
  readonly skipped: CountCell;
  readonly bypassed: CountCell;
  /** Sums that officials stated. */
  readonly stated: {
    /** Hand-overs whose sums are counted. */
    readonly counted: number;
    /** Of these: in no period of some table, because they span more than one. */
    readonly unplaced: number;
    /** Hand-overs whose sums are not counted: lines or other sums of the same leaves are, or the days are not reported on. */
    readonly leftOut: number;
  };
}

/** One rule over the whole period. */
export interface RuleRow {
  readonly rule: string;
  readonly total: TotalCell;
}

/** Conduct over time: a row per rule, a column per period of one kind. */
export interface ConductTable {
  readonly kind: PeriodKind;
  /** In order of time, those without an entry included. */
  readonly columns: readonly ReportPeriod[];
  /** One per rule, in the order of `ConductReport.rules`; `cells` one per column. */
  readonly rows: readonly { readonly rule: string; readonly cells: readonly PeriodCell[] }[];
}

/** How often a rule was kept: `missed` of `of` occasions it was not. */
export interface ConductFigure {
  readonly missed: number;
  readonly of: number;
  /** (of − missed) ÷ of. */
  readonly kept: Share;
  readonly notes: readonly NoteCode[];
}

/** Withheld cells do not say why, nor how many people they are about: `Report.notes` names the reasons there are. */
export type ConductCell =
  | ({ readonly state: 'shown' } & ConductFigure)
  | { readonly state: 'withheld' }
  | { readonly state: 'none' };

/** In a row over time. `break`: not comparable with the last period before it that has figures. */
export type PeriodCell = ConductCell & { readonly break?: true };

/** `partial`: the sum of the figures shown in the first table; something more is withheld. */
export type TotalCell = ConductCell & { readonly partial?: true };

/** A conduct figure of one cue or pause point; `name` is its id. */
export type NamedCell = { readonly name: string } & ConductCell;

/** A plain number under the minimum group: withheld, like a rate, where it would speak of too few people. */
export type CountCell = { readonly state: 'shown'; readonly count: number } | { readonly state: 'withheld' };
