import type { PageKind, PageReading } from 'page-reader';
import type { Choice, Refusal, Spot, TaughtKey } from 'page-reader/teach';

/** What is asked of every page, in this order; the others only on the official's own wish. */
export const STEPS = ['code', 'received', 'due', 'procedureName'] as const satisfies readonly TaughtKey[];
export const MORE = ['status', 'stepDue', 'newDue', 'term'] as const satisfies readonly TaughtKey[];

/** Kinds an official can name, as on the overlay's card. */
export const KINDS = ['list', 'detail', 'receive', 'return', 'other'] as const satisfies readonly PageKind[];
export type ChosenKind = (typeof KINDS)[number];

/** Where a lesson stands. */
export interface PickerState {
  readonly stage: 'kind' | 'step' | 'summary' | 'saved';
  /** What the reader takes the page for, before the official said anything. */
  readonly kindFound: PageKind;
  readonly kind: ChosenKind;
  /** What is asked now. */
  readonly key: TaughtKey;
  /** Answers so far; null: the official says that the page does not show it. */
  readonly picks: ReadonlyMap<TaughtKey, Spot | null>;
  /** What can be picked now, in reading order. */
  readonly spots: readonly Spot[];
  /** Index of the spot under the pointer or the keyboard. */
  readonly active: number | null;
  readonly refusal: { readonly reason: Refusal | 'nothing-here'; readonly label: string } | null;
  /** What the page reads as with everything picked; only in the summary. */
  readonly reading: PageReading | null;
  readonly saving: boolean;
  readonly fault: 'fault' | 'orphaned' | null;
  readonly side: 'end' | 'start';
}

/** The labels that a lesson would keep: those the reader does not know already. */
export function choicesOf(picks: PickerState['picks'], without: TaughtKey | null = null): readonly Choice[] {
  return [...picks].flatMap(([key, spot]) =>
    key !== without && spot?.standing === 'new' && spot.label !== null
      ? [{ key, label: spot.label, insteadOf: spot.insteadOf }]
      : [],
  );
}

/** What is asked next; null: everything was. */
export function nextStep(picks: PickerState['picks']): TaughtKey | null {
  return STEPS.find((key) => !picks.has(key)) ?? null;
}

/** Why a spot cannot be picked; null if it can. */
export function refusalOf({ standing }: Spot): Refusal | null {
  return standing === 'known' || standing === 'new' ? null : standing;
}
