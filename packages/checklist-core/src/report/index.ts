/**
 * Sums over many hand-overs that point at nobody: a tally, the report made of it, and what to remember of a report that was
 * given away.
 *
 * @module checklist-core/report
 */

export { type BuiltReport, buildReport, DEFAULT_MIN_GROUP, LEAST_MIN_GROUP } from './build-report.ts';
export { entryMark } from './conduct-counts.ts';
export { keyMaterial } from './log-tally.ts';
export type { NoteCode } from './note-code.ts';
export { indexPeople, type LogOwners, type PersonIndex } from './person-index.ts';
export { RELEASE_FORMAT, type ReleasedOutput, type ReleasedSubject } from './released.ts';
export {
  type ConductCell,
  type ConductFigure,
  type ConductReport,
  type ConductTable,
  type CountCell,
  type CountOf,
  type Coverage,
  type DayTotals,
  type LoggedOnTime,
  type NamedCell,
  type PeriodCell,
  REPORT_FORMAT,
  type Report,
  type RuleRow,
  type ServiceFigures,
  type ServiceReport,
  type Share,
  type TotalCell,
} from './report.ts';
export {
  type DayRange,
  PERIOD_KINDS,
  type PeriodKind,
  periodOf,
  periodsOver,
  type ReportPeriod,
} from './report-period.ts';
export { type ReportRow, type RowConduct, RowMaker, type RowSource } from './report-row.ts';
export type { CountedService, DayClosings } from './service-tally.ts';
export { type ConductSum, halfMonth, type LineCount, type SummedHandover, SumTally } from './sum-tally.ts';
export { Tally } from './tally.ts';
export type { HandoverTally, ReportOptions, TallyOptions } from './tally-options.ts';
export { type TypedFigures, type TypedOnTime, typedOnTime } from './typed-on-time.ts';
