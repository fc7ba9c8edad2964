import type { LocalizedText } from '../text/localized-text.ts';
import type { Confidence } from '../text/provenance.ts';
import type { WrittenCondition } from './condition.ts';
import type {
  Confirmation,
  EffectivePeriod,
  FactDeclaration,
  PackBody,
  PackSource,
  PauseMode,
  PausePoint,
  Rule,
  RuleGroup,
} from './pack.ts';
import type { PackParameter, WrittenCue } from './written-pack.ts';

/** Ids by list. Of what is included or excluded, dependants follow: a group's rules, a pause point's cues. */
export interface PickedIds {
  readonly groups?: readonly string[];
  readonly rules?: readonly string[];
  readonly pausePoints?: readonly string[];
  readonly cues?: readonly string[];
}

/** An added cue; `before` names the cue it is put in front of, else it comes last. */
export interface AddedCue extends WrittenCue {
  readonly before?: string;
}

/** New words, another moment, other rules or another condition for a cue below; `when: null` shows it always. */
export interface CueChange {
  readonly id: string;
  readonly pausePoint?: string;
  /** Languages not named here keep their text. */
  readonly text?: LocalizedText;
  readonly serves?: readonly string[];
  readonly when?: WrittenCondition | null;
}

/** Another mode, question or heading for a pause point below; what is left out stays. Languages not in `title` are gone. */
export interface PausePointChange {
  readonly id: string;
  readonly mode?: PauseMode;
  readonly asks?: boolean;
  readonly title?: LocalizedText;
}

/** What a province or a commune changes in the pack below. It names that pack and never silently fits another. */
export interface PackOverlay {
  readonly format: 'checklist-pack-overlay/1';
  /** Id and version of the result. */
  readonly id: string;
  readonly version: string;
  readonly status: PackBody<unknown>['status'];
  readonly title?: LocalizedText;
  readonly confidence?: Confidence;
  readonly effective?: EffectivePeriod;
  readonly confirmation?: Confirmation;
  readonly imports: {
    readonly id: string;
    /** `1.2.0` exactly, or `1.x` for every version 1. */
    readonly version: string;
    /** Lower-case hex of SHA-256 over the RFC 8785 bytes of the pack below; only with an exact version. */
    readonly sha256?: string;
  };
  readonly include?: PickedIds;
  readonly exclude?: PickedIds;
  readonly add?: {
    readonly sources?: readonly PackSource[];
    readonly facts?: readonly FactDeclaration[];
    readonly params?: readonly PackParameter[];
    readonly groups?: readonly RuleGroup[];
    readonly rules?: readonly Rule[];
    readonly pausePoints?: readonly PausePoint[];
    readonly cues?: readonly AddedCue[];
  };
  readonly alter?: {
    readonly cues?: readonly CueChange[];
    readonly pausePoints?: readonly PausePointChange[];
  };
  /** New values of parameters, by their ids. */
  readonly set?: Readonly<Record<string, number>>;
}
