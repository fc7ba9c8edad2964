/** Reading for whoever brings the words along, so that they need not stand in its code. */
export type { NameIndex } from './grammar/procedure-name.ts';
export type { WordedContext } from './page-context.ts';
export { readInSteps, readPage } from './read-worded.ts';
export type { KindPatterns, ReaderWords } from './reader-words.ts';
export { signsNow } from './signs.ts';
