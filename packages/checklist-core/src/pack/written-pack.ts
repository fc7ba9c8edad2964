import type { LocalizedText } from '../text/localized-text.ts';
import type { WrittenCondition } from './condition.ts';
import type { CueOf, PackBody } from './pack.ts';

/** A whole number that a province or a commune may set, within bounds. Cues name it as `{id}`, conditions as `"param"`. */
export interface PackParameter {
  readonly id: string;
  readonly type: 'int';
  readonly min?: number;
  readonly max?: number;
  readonly default: number;
  readonly title: LocalizedText;
}

/** A cue as its file has it: its text and its condition may still name parameters. */
export type WrittenCue = CueOf<WrittenCondition>;

/** A pack as its file has it: parameters still open, so that a layer above may set them. */
export interface WrittenPack extends PackBody<WrittenCondition> {
  readonly params?: readonly PackParameter[];
}
