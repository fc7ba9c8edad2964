import type { PageReading } from './page-facts.ts';
import type { PageNode } from './page-node.ts';
import type { PageContext } from './page-reader.ts';
import * as worded from './read-worded.ts';
import * as signs from './signs.ts';
import { vietnameseWords as words } from './vietnamese-words.ts';

/** `readPage` of `page-reader/worded` by the words of Vietnamese one-stop systems. */
export function readPage(root: PageNode, context: PageContext): PageReading {
  return worded.readPage(root, { ...context, words });
}

/** `signsNow` of `page-reader/worded` by the words of Vietnamese one-stop systems. */
export function signsNow(root: PageNode, context: PageContext): signs.SignsSeen {
  return signs.signsNow(root, { ...context, words });
}
