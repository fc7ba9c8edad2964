import { phrasesOf } from '../reader-words.ts';
import { vietnameseWords } from '../vietnamese-words.ts';

/** How Vietnamese offices word what no list of texts can hold: whoever scans a page has to know. */
export const { patterns } = phrasesOf(vietnameseWords);
