import { KIND_WORDS } from './kind-words.ts';
import { phraseIndex } from './phrases.ts';
import type { ReaderWords } from './reader-words.ts';
import { DUE_WORDS, STATUS_WORDS } from './value-words.ts';
import { NEED_COLON, VOCABULARY } from './vocabulary.ts';
import { WORD_PATTERNS } from './word-patterns.ts';

/** The words of Vietnamese one-stop systems. */
export const vietnameseWords: ReaderWords = {
  labels: phraseIndex(Object.entries(VOCABULARY)),
  needColon: phraseIndex([['needColon', NEED_COLON]]),
  headings: phraseIndex(KIND_WORDS.map(({ kind, heading }) => [kind, heading])),
  weakHeadings: phraseIndex(KIND_WORDS.flatMap(({ kind, weakHeading }) => (weakHeading ? [[kind, weakHeading]] : []))),
  controls: phraseIndex(KIND_WORDS.map(({ kind, control }) => [kind, control])),
  kinds: KIND_WORDS.map(({ kind, url, words }) => ({ kind, url, ...(words && { words }) })),
  statuses: phraseIndex(STATUS_WORDS),
  dueTexts: phraseIndex(DUE_WORDS),
  patterns: WORD_PATTERNS,
};
