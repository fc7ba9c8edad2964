import type { PageKind } from './page-facts.ts';
import type { VocabularyKey } from './vocabulary.ts';

/**
 * The words by which offices announce facts and name their pages, folded, in the short form of the vocabulary. Data: who
 * reads in every page of a site need not carry them there in its code.
 */
export interface ReaderWords {
  readonly labels: Readonly<Partial<Record<VocabularyKey, string>>>;
  /** Labels only with a colon behind them, or in a place that only labels have. */
  readonly needColon: string;
  readonly kinds: readonly KindWords[];
}

/** What marks a kind of page on any portal. */
export interface KindWords {
  readonly kind: PageKind;
  /** Source of a regular expression over path, search and hash, lower-cased. */
  readonly url: string;
  /** Lines that are such a text, alone or before a colon. */
  readonly heading: string;
  /** Headings that hold such words: source of a regular expression. */
  readonly words?: string;
  /** As `heading`, but also the name of a step or a tab: believed only of a heading element. */
  readonly weakHeading?: string;
  /** What is pressed on such a page. */
  readonly control: string;
}
