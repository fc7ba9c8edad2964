import type { PageKind } from 'page-reader';
import type { CueText, DeadlineChip } from '../messages/requests.ts';

export interface CueView extends CueText {
  readonly marked: boolean;
}

/** A sentence by itself: that something was done, or was not. */
export interface NoticeView {
  readonly kind: 'notice';
  readonly text: string;
  readonly isFault: boolean;
}

/** A card of the script of the cards. */
export type FullCardView =
  | {
      readonly kind: 'finish';
      readonly title: string;
      readonly help: string;
      readonly cues: readonly CueView[];
      readonly confirm: string;
      readonly busy: boolean;
      readonly fault: string | null;
    }
  | { readonly kind: 'saved'; readonly text: string; readonly undo: string | null; readonly fault: string | null }
  | { readonly kind: 'cues'; readonly title: string; readonly cues: readonly CueView[] }
  | {
      readonly kind: 'assisted';
      readonly title: string;
      readonly count: string;
      readonly text: string;
      readonly next: string;
    }
  | {
      readonly kind: 'what-page';
      readonly kinds: readonly { readonly kind: PageKind; readonly text: string }[];
      /** Null where there is nothing to teach: the practice desk's pages are ours. */
      readonly teach: string | null;
    }
  | {
      readonly kind: 'details';
      readonly chip: DeadlineChip | null;
      readonly lines: readonly string[];
      readonly title: string | null;
      readonly cues: readonly CueView[];
      readonly waiting: boolean;
    };

export type CardView = NoticeView | FullCardView;
