import type { PageKind } from './page-facts.ts';
import { type PhraseIndex, Phrases } from './phrases.ts';
import type { DueSaying } from './value-words.ts';
import type { VocabularyKey } from './vocabulary.ts';
import type { WordPatterns } from './word-patterns.ts';

/**
 * The words by which offices announce facts, name their pages and say how a dossier stands, folded, ready to be looked up.
 * Data: who reads in every page of a site need not carry them there in its code, nor make anything of them.
 */
export interface ReaderWords {
  /** By vocabulary key. */
  readonly labels: PhraseIndex;
  /** Labels only with a colon behind them, or in a place that only labels have. */
  readonly needColon: PhraseIndex;
  /** By page kind: lines that are such a text, alone or before a colon. */
  readonly headings: PhraseIndex;
  /** As `headings`, but also the names of steps and tabs: believed only of a heading element. */
  readonly weakHeadings: PhraseIndex;
  /** By page kind: what is pressed on such a page. */
  readonly controls: PhraseIndex;
  readonly kinds: readonly KindPatterns[];
  /** By national number; empty for a known text outside the national list. */
  readonly statuses: PhraseIndex;
  /** By `DueSaying`. */
  readonly dueTexts: PhraseIndex;
  readonly patterns: WordPatterns;
}

export type KnownPatterns = Readonly<Record<keyof WordPatterns, RegExp>>;

/** What marks a kind of page on any portal besides the phrases. */
export interface KindPatterns {
  readonly kind: PageKind;
  /** Source of a regular expression over path, search and hash, lower-cased. */
  readonly url: string;
  /** Headings that hold such words: a text that none of them is without, and the source of a regular expression. */
  readonly words?: { readonly with: string; readonly pattern: string };
}

/** The same, as the reader asks them. */
export interface ReaderPhrases {
  readonly labels: Phrases<VocabularyKey>;
  readonly needColon: Phrases<string>;
  readonly headings: Phrases<PageKind>;
  readonly weakHeadings: Phrases<PageKind>;
  readonly controls: Phrases<PageKind>;
  readonly statuses: Phrases<string>;
  readonly dueTexts: Phrases<DueSaying>;
  readonly patterns: KnownPatterns;
}

const phrases = new WeakMap<ReaderWords, ReaderPhrases>();

/** The phrases of these words; what was taken apart of them is kept. */
export function phrasesOf(words: ReaderWords): ReaderPhrases {
  let known = phrases.get(words);
  if (known === undefined) {
    known = {
      labels: new Phrases(words.labels),
      needColon: new Phrases(words.needColon),
      headings: new Phrases(words.headings),
      weakHeadings: new Phrases(words.weakHeadings),
      controls: new Phrases(words.controls),
      statuses: new Phrases(words.statuses),
      dueTexts: new Phrases(words.dueTexts),
      patterns: patternsOf(words.patterns),
    };
    phrases.set(words, known);
  }
  return known;
}

function patternsOf(words: WordPatterns): KnownPatterns {
  const patterns = Object.entries(words).map(([key, source]) => [key, new RegExp(source)]);
  return Object.fromEntries(patterns) as KnownPatterns;
}
