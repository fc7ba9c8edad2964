import type { TaughtKey } from 'page-reader/teach';
import type { ChosenKind } from './picker-state.ts';

/** What the official can do in the picker; the controller gives these, components only report. */
export interface PickerActs {
  readonly choose: (kind: ChosenKind) => void;
  /** Takes a spot as the answer, by its index. */
  readonly pick: (index: number) => void;
  /** A spot has the keyboard's focus. */
  readonly activate: (index: number) => void;
  /** The pointer moved over the page, in CSS pixels of the viewport. */
  readonly hover: (x: number, y: number) => void;
  /** The page was pressed there. */
  readonly point: (x: number, y: number) => void;
  /** The wheel was turned there; answers whether something other than the whole page was scrolled. */
  readonly scroll: (x: number, y: number, by: { readonly left: number; readonly top: number }) => boolean;
  /** The page does not show what is asked. */
  readonly absent: () => void;
  readonly back: () => void;
  /** Asks for this fact, now or again. */
  readonly ask: (key: TaughtKey) => void;
  readonly move: () => void;
  readonly save: () => void;
  readonly leave: () => void;
}
