export type { Channel, Outcome, Tone } from './assessment/outcome.ts';
export type { CalendarData, CalendarDay, ShiftText, Weekday } from './calendar/calendar-data.ts';
export type {
  ConductPart,
  DayAnswer,
  Entry,
  EntryKind,
  HalfDay,
  OnTimeClass,
  PrivatePart,
  ServicePart,
} from './journal/entry.ts';
export type { Condition, Facts, FactValue } from './pack/condition.ts';
export type { Cue, HousePausePoint, Pack, PauseMode, PausePoint, Rule, RuleGroup } from './pack/pack.ts';
export { MAX_CUES_AT_ONCE } from './pack/pack.ts';
export type { LocalizedText } from './text/localized-text.ts';
export { textIn } from './text/localized-text.ts';
export type { Confidence, Source } from './text/provenance.ts';
