import type { PageNode } from '../page-node.ts';
import type { TaughtKey } from './taught-fact.ts';

/** Why something on a page is not taken as what it was shown as. */
export type Refusal =
  /** Its label speaks of the applicant, or of something that is never read. */
  | 'never-read'
  /** It is no code, no date, no name of the procedure table …: what was asked for. It may well be the citizen's. */
  | 'no-such-value'
  /** It stands in an input that somebody may be typing in. */
  | 'draft'
  /** No label stands beside it that could be kept. */
  | 'no-label'
  /** Its label means something else already. */
  | 'other-meaning'
  /** With the label known the reader still reads something else: the label stands at several places. */
  | 'not-read';

/** A place of a page where a fact may stand. Lives as long as its page; only `label` may be kept. */
export interface Spot {
  readonly key: TaughtKey;
  /** The elements that show it: one, or all cells of a list's column. */
  readonly nodes: readonly PageNode[];
  /** The label as printed beside, above or at the head of the column; null where there is none that may be kept. */
  readonly label: string | null;
  /** Labels taught for the same before that this one takes the place of. */
  readonly insteadOf: readonly string[];
  /** What would be read. */
  readonly value: string;
  /** As printed, from where the value begins: to find its place on the screen. */
  readonly print: string;
  /** `known`: read so without being taught; `new`: read so once its label is taught; or why it is not taken. */
  readonly standing: 'known' | 'new' | Refusal;
}
