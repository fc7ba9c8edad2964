import { KIND_WORDS } from './kind-words.ts';
import type { ReaderWords } from './reader-words.ts';
import { NEED_COLON, VOCABULARY } from './vocabulary.ts';

/** The words of Vietnamese one-stop systems. */
export const vietnameseWords: ReaderWords = { labels: VOCABULARY, needColon: NEED_COLON, kinds: KIND_WORDS };
