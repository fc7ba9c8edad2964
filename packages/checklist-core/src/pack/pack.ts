import type { LocalizedText } from '../text/localized-text.ts';
import type { Confidence, Source } from '../text/provenance.ts';
import type { Condition } from './condition.ts';

/** `do-confirm`: done from memory, then confirmed as a whole. `read-do`: read and done one step at a time. */
export type PauseMode = 'do-confirm' | 'read-do';

/** A moment at which cues are shown; `asks` says whether it waits for a confirmation. */
export interface PausePoint {
  readonly id: string;
  readonly mode: PauseMode;
  readonly asks: boolean;
}

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

/** What one does at a moment, in the house's own words; names the rules it serves. */
export interface Cue {
  readonly id: string;
  readonly pausePoint: string;
  readonly text: LocalizedText;
  /** Ids of the rules this cue serves; may be empty (e.g. "Trao giấy hẹn, trả lại giấy tờ gốc"). */
  readonly serves: readonly string[];
  /** Shown only if this holds; an unknown fact leaves the cue undecided, which is not shown. */
  readonly when?: Condition;
}

/** A rule pack: rules and cues as data. See docs/adr/0006. */
export interface Pack {
  readonly format: 'checklist-pack/1';
  readonly id: string;
  /** Semantic version of the pack; an entry of the journal names `id@version`. */
  readonly version: string;
  readonly status: 'draft' | 'active' | 'retired';
  readonly title: LocalizedText;
  readonly confidence: Confidence;
  readonly sources: readonly Source[];
  readonly groups: readonly RuleGroup[];
  readonly rules: readonly Rule[];
  readonly pausePoints: readonly PausePoint[];
  readonly cues: readonly Cue[];
}

/** The most cues a do-confirm pause point may show at once: what one can take in while somebody waits. */
export const MAX_CUES_AT_ONCE = 5;
