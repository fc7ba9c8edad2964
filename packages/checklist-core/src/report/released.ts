import type { Period } from '../handover/handover.ts';

/** Name and version of the form in which a release is kept. */
export const RELEASE_FORMAT = 'checklist-release/1';

/**
 * What must be remembered of a report that was shown or given away, so that the next one and this one together tell of
 * no small group. Plain data for the reader's own store; not part of the report, never exported with it.
 */
export interface ReleasedOutput {
  readonly format: typeof RELEASE_FORMAT;
  readonly cells: readonly ReleasedCell[];
}

/** One conduct figure that was shown: never its value. */
export interface ReleasedCell {
  /** `rule:<id>`, `cue:<id>`, `pause:<id>`, `skipped` or `bypassed`. */
  readonly key: string;
  /** Days that it covers. */
  readonly period: Period;
  /**
   * By a digest of each person in it: a mark of which entries of that person it counts. Marks are made of the random
   * ids of entries, not of figures, so nothing can be worked out from them.
   */
  readonly people: Readonly<Record<string, string>>;
}
