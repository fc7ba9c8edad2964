import { nameIndex } from './grammar/procedure-name.ts';
import type { PageContext, WordedContext } from './page-context.ts';
import type { PageReading } from './page-facts.ts';
import type { PageNode } from './page-node.ts';
import * as reading from './read-worded.ts';
import * as signs from './signs.ts';
import { vietnameseWords } from './vietnamese-words.ts';

/** `readPage` of `page-reader/worded` by the words of Vietnamese one-stop systems. */
export function readPage(root: PageNode, context: PageContext): PageReading {
  return reading.readPage(root, worded(context));
}

/** `signsNow` of `page-reader/worded` by the words of Vietnamese one-stop systems. */
export function signsNow(root: PageNode, context: PageContext): signs.SignsSeen {
  return signs.signsNow(root, worded(context));
}

/** A context with the words of Vietnamese one-stop systems. */
export function worded(context: PageContext): WordedContext {
  return { ...context, procedures: nameIndex(context.procedures), words: vietnameseWords };
}
