/*
 * The codes are a promise: whoever shows faults in another language, or counts them, goes by them. The sentences beside
 * them may change.
 */

/** What can be wrong with a pack that is read, or that is to be switched on. `packFaultWords` has each as a sentence. */
export type ReadingFaultCode =
  // Structure
  | 'unknown-key'
  | 'forbidden-key'
  | 'missing'
  | 'unexpected'
  | 'not-object'
  | 'too-few'
  | 'too-many'
  | 'too-long'
  | 'id-form'
  | 'fact-form'
  | 'language-form'
  | 'version-form'
  | 'day-form'
  | 'source-form'
  | 'empty-text'
  | 'line-form'
  | 'whole-number'
  | 'mixed-types'
  | 'too-deep'
  | 'too-large'
  // Meaning
  | 'repeated-id'
  | 'repeated-pack'
  | 'no-source'
  | 'no-group'
  | 'no-pause-point'
  | 'no-rule'
  | 'no-param'
  | 'dont-at-pause-point'
  | 'no-language'
  | 'not-composed'
  | 'cue-too-long'
  | 'crowded'
  | 'crowd-unproven'
  | 'condition-too-deep'
  | 'unknown-fact'
  | 'fact-type'
  | 'fact-value'
  | 'fact-unordered'
  | 'fact-declared-otherwise'
  | 'placeholder-form'
  | 'param-bounds'
  | 'param-low'
  | 'param-high'
  | 'period-reversed'
  | 'old-id-in-use'
  | 'old-id-twice'
  | 'ids-merged'
  | 'id-leads-nowhere'
  | 'id-cycle'
  // Why a pack may not be switched on
  | 'retired'
  | 'not-yet-effective'
  | 'no-longer-effective'
  | 'text-without-source'
  | 'text-without-confidence'
  | 'draft-unconfirmed';

/** What only those meet who write packs: the text of a file, layers, the linter's advice. */
export type AuthoringFaultCode =
  // Text of a file
  | 'text-too-long'
  | 'not-json'
  | 'repeated-key'
  // Layers
  | 'layer-below-missing'
  | 'imports-other-pack'
  | 'imports-other-version'
  | 'imports-other-bytes'
  | 'hash-of-range'
  | 'same-id'
  | 'rule-quoted'
  | 'version-range-form'
  | 'hash-form'
  | 'no-cue'
  // Linter
  | 'accusing'
  | 'first-word'
  | 'unseen-characters'
  | 'source-unused'
  | 'source-replaced'
  | 'rule-unserved'
  | 'cue-never-shown'
  | 'pause-point-empty'
  | 'param-unused'
  | 'over-confident';

/** The kinds of faults a pack, an overlay or its text can have. */
export type PackFaultCode = ReadingFaultCode | AuthoringFaultCode;
