/**
 * Packs in use: read one, compile its conditions, choose the cues of a moment, say why one is shown and what its faults are.
 *
 * @module checklist-core
 */

export type { Channel, Outcome, Tone } from './assessment/outcome.ts';
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
  ConditionOf,
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
  CueOf,
  EffectivePeriod,
  FactDeclaration,
  Pack,
  PackBody,
  PackSource,
  PauseMode,
  PausePoint,
  Replacement,
  Rule,
  RuleGroup,
} from './pack/pack.ts';
export { MAX_CUES_AT_ONCE } from './pack/pack.ts';
export type { PackFault } from './pack/pack-fault.ts';
export type { AuthoringFaultCode, PackFaultCode, ReadingFaultCode } from './pack/pack-fault-code.ts';
export { type FaultyPack, type ParsedPack, type ParsedPacks, parsePack, parsePacks } from './pack/parse-pack.ts';
export { rulesServed } from './pack/rules-served.ts';
export { type CueSelection, explainCue, selectCues, type UndecidedCue } from './pack/select-cues.ts';
export { switchOnFaults } from './pack/switch-on-faults.ts';
export type { PackParameter, WrittenCue, WrittenPack } from './pack/written-pack.ts';
export type { CodedFault, Fault, FaultValues } from './text/fault.ts';
export type { LocalizedText } from './text/localized-text.ts';
export { textIn } from './text/localized-text.ts';
export type { Confidence, Source } from './text/provenance.ts';
