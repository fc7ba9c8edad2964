export type { Channel, Outcome, Tone } from './assessment/outcome.ts';
export type { CalendarData, CalendarDay, ShiftText, Weekday } from './calendar/calendar-data.ts';
export { type CalendarReading, parseCalendar } from './calendar/parse-calendar.ts';
export type { WorkingSpan } from './calendar/shift.ts';
export { type HoursReading, MAX_HOURS_LENGTH, withHours } from './calendar/with-hours.ts';
export { createWorkingCalendar, type WorkingCalendar } from './calendar/working-calendar.ts';
export { type DueAnswer, type DueQuestion, type DueRule, dueOf } from './deadline/due.ts';
export { type DuePoint, type NoDuePoint, readDuePoint } from './deadline/due-point.ts';
export { type ReturnTiming, returnTiming } from './deadline/on-time.ts';
export type { Pause } from './deadline/pause.ts';
export { type EffectiveReceipt, effectiveReceipt } from './deadline/receipt.ts';
export {
  type DeadlineFacts,
  type DeadlineQuestion,
  type Remaining,
  remaining,
  type UncertainFigure,
} from './deadline/remaining.ts';
export { type InternalTarget, parseTarget } from './deadline/target.ts';
export { isLength, type Term, type TermCase, type TermLength, type TermSpan, termInCase } from './deadline/term.ts';
export { sortToday, type TodayItem, type TodayList } from './deadline/today-list.ts';
export { MAX_CUE_LENGTH } from './pack/check-pack.ts';
export {
  type CompiledCondition,
  compileCondition,
  compileConditions,
  MAX_CONDITION_DEPTH,
  type Truth,
  type Verdict,
} from './pack/compile-condition.ts';
export type {
  Condition,
  ConditionComparison,
  ConditionLeaf,
  Facts,
  FactValue,
  ParameterComparison,
  WrittenCondition,
} from './pack/condition.ts';
export { currentId, type IdNow } from './pack/current-id.ts';
export { decidingLeaves, type Explanation, explainCondition, missingFacts } from './pack/explain-condition.ts';
export type { IdChange, LastingKind } from './pack/id-change.ts';
export { knownFacts } from './pack/known-facts.ts';
export type {
  Confirmation,
  Cue,
  EffectivePeriod,
  FactDeclaration,
  Pack,
  PackSource,
  PauseMode,
  PausePoint,
  Replacement,
  Rule,
  RuleGroup,
} from './pack/pack.ts';
export { MAX_CUES_AT_ONCE } from './pack/pack.ts';
export type { PackFault, PackFaultCode } from './pack/pack-fault.ts';
export { type FaultyPack, type ParsedPack, type ParsedPacks, parsePack, parsePacks } from './pack/parse-pack.ts';
export { rulesServed } from './pack/rules-served.ts';
export { type CueSelection, explainCue, selectCues, type UndecidedCue } from './pack/select-cues.ts';
export { switchOnFaults } from './pack/switch-on-faults.ts';
export type { PackParameter, WrittenCue, WrittenPack } from './pack/written-pack.ts';
export type { CodedFault, Fault, FaultValues } from './text/fault.ts';
export type { LocalizedText } from './text/localized-text.ts';
export { textIn } from './text/localized-text.ts';
export type { Confidence, Source } from './text/provenance.ts';
export { type DayLength, splitWorkingTime, type WorkingTimeParts } from './text/split-working-time.ts';
export {
  dueInEnglish,
  remainingHintInEnglish,
  remainingInEnglish,
  returnInEnglish,
  workingTimeInEnglish,
} from './text/working-time-words-en.ts';
export { type LocalStamp, localStamp } from './time/local-stamp.ts';
export {
  type CivilDate,
  dateOfDay,
  dayOfDate,
  dayOfMinute,
  epochMsOf,
  formatClock,
  formatDay,
  formatMinute,
  parseDay,
  parseWallTime,
  startOfDay,
  type WallDay,
  type WallMinute,
  type WallTime,
  wallMinuteAt,
  weekdayOf,
} from './time/wall-time.ts';
