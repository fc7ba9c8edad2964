import type { Period } from '../handover/handover.ts';

/** Name and version of the form in which a release is kept. */
export const RELEASE_FORMAT = 'checklist-release/1';

/**
 * What must be remembered of a report that was shown or given away, so that the next one and this one together tell of
 * no small group. Plain data for the reader's own store; not part of the report, never exported with it.
 */
export interface ReleasedOutput {
  readonly format: typeof RELEASE_FORMAT;
  readonly subjects: readonly ReleasedSubject[];
}

/** What was shown of one rule, cue or pause point, and what it was made of: never a figure. */
export interface ReleasedSubject {
  /** `rule:<id>`, `cue:<id>`, `pause:<id>`, `skipped` or `bypassed`. */
  readonly key: string;
  /** Days of each figure shown. */
  readonly shown: readonly Period[];
  /** Whether the sum of all lines, without what was stated, is known too: through a cue. */
  readonly lines: boolean;
  /**
   * By a digest of each person: the days of their lines (`2026-06-01`) and of their stated sums
   * (`2026-06-01/2026-06-30`), each with a mark of which entries they are. Marks are made of random ids, not of figures,
   * so no figure can be worked out from them.
   */
  readonly people: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
