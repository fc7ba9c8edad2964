import type { LocalizedText } from '../text/localized-text.ts';
import type { Confidence, Source } from '../text/provenance.ts';
import type { Condition } from './condition.ts';
import type { IdChange } from './id-change.ts';

/** `do-confirm`: done from memory, then confirmed as a whole. `read-do`: read and done one step at a time. */
export type PauseMode = 'do-confirm' | 'read-do';

/** A moment at which cues are shown; `asks` says whether it waits for a confirmation. Its id is the pack's own choice. */
export interface PausePoint {
  readonly id: string;
  readonly mode: PauseMode;
  readonly asks: boolean;
  /** Heading for a surface that has no words of its own for this moment. */
  readonly title?: LocalizedText;
}

/** A heading for rules that belong together; no more than that, conditions never ask for it. */
export interface RuleGroup {
  readonly id: string;
  readonly title: LocalizedText;
}

/** A rule, quoted word for word with its source. Positive rules are served by cues; `dont` rules live on the day page only. */
export interface Rule {
  readonly id: string;
  readonly group: string;
  readonly text: LocalizedText;
  readonly polarity: 'do' | 'dont';
  /** Id of an entry of the pack's `sources`, with an optional article: `nd-61-2018#5.1.a`. */
  readonly source: string;
  readonly confidence: Confidence;
}

/**
 * What one does at a moment, in the house's own words; names the rules it serves. A cue for another tone is a cue of its
 * own with a condition on the fact `tone`: it often serves another rule, so one cue with several texts would not do.
 */
export interface CueOf<When> {
  readonly id: string;
  readonly pausePoint: string;
  readonly text: LocalizedText;
  /** Ids of the rules this cue serves; may be empty (a plain good habit, such as giving back the originals). */
  readonly serves: readonly string[];
  /** Shown only if this holds; an unknown fact leaves the cue undecided, which is not shown. */
  readonly when?: When;
}

/** A cue ready for use: its condition has no parameters left. */
export type Cue = CueOf<Condition>;

/** What took the place of a text that is no longer in force. */
export interface Replacement {
  /** Title of the newer text, with number and date as far as they are known. */
  readonly by: string;
  readonly confidence: Confidence;
  readonly note?: string;
}

/** A text that rules are quoted from; `replaced` once it is no longer in force. */
export interface PackSource extends Source {
  readonly replaced?: Replacement;
}

/** The decision by which a place confirmed the wording of a draft. */
export interface Confirmation {
  /** Number as printed on the decision. */
  readonly number: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Who decided. */
  readonly by: string;
}

/** Days on which the pack holds, both included; `YYYY-MM-DD`. */
export interface EffectivePeriod {
  readonly from: string;
  readonly to?: string;
}

/** A fact that conditions may ask for, with its type; an `enum` has nothing but the values listed. */
export type FactDeclaration =
  | { readonly name: string; readonly type: 'string' | 'number' | 'boolean'; readonly title: LocalizedText }
  | { readonly name: string; readonly type: 'enum'; readonly values: readonly string[]; readonly title: LocalizedText };

/**
 * What a pack holds, whether as its file has it (`WrittenPack`) or ready for use (`Pack`): the two differ in the
 * conditions of their cues alone. docs/packs.md says what each part is for.
 */
export interface PackBody<When> {
  readonly format: 'checklist-pack/1';
  readonly id: string;
  /** Semantic version of the pack; an entry of the journal names `id@version`. */
  readonly version: string;
  readonly status: 'draft' | 'active' | 'retired';
  readonly title: LocalizedText;
  readonly confidence: Confidence;
  readonly effective?: EffectivePeriod;
  readonly confirmation?: Confirmation;
  readonly sources: readonly PackSource[];
  /** The facts conditions may ask for, beyond those that the house supplies. */
  readonly facts?: readonly FactDeclaration[];
  readonly groups: readonly RuleGroup[];
  readonly rules: readonly Rule[];
  readonly pausePoints: readonly PausePoint[];
  readonly cues: readonly CueOf<When>[];
  /** How ids of older versions live on, so that series in reports do not break. */
  readonly changedIds?: readonly IdChange[];
}

/** A rule pack ready for use: rules and cues as data, no parameters left. See docs/adr/0006. */
export type Pack = PackBody<Condition>;

/** The most cues a do-confirm pause point may show at once: what one can take in while somebody waits. */
export const MAX_CUES_AT_ONCE = 5;
