import { firstWord } from '../letters.ts';
import type { DueState } from '../page-facts.ts';
import type { ReaderPhrases } from '../reader-words.ts';
import type { DueStatePatterns } from '../word-patterns.ts';

type DueWords = Pick<ReaderPhrases, 'dueTexts'> & { readonly patterns: Pick<ReaderPhrases['patterns'], 'amounts'> };

/** What may stand before the amount; a dash that touches it says that there is less than nothing left. */
const BEFORE_AMOUNT = / ?(?:[:(] ?|- )?$/;

/**
 * The due text that a plain text is, as printed (`Quá 1.25 ngày`, `Còn 2 giờ`, `Tạm dừng xử lý`), or null. Behind a label
 * that says "còn lại" itself the amount is enough.
 */
export function dueText(text: string, words: DueWords, label = ''): string | null {
  if (label === '' && !words.dueTexts.begins(firstWord(text).toLowerCase())) return null;
  const bracketed = text.startsWith('(') && text.endsWith(')');
  const inner = bracketed ? text.slice(1, -1) : text;
  const bare = inner.replace(/[.;]$/, '');
  const folded = bare.toLowerCase();
  // In brackets alone it may be less than nothing, as bookkeepers write it.
  const isAmount = label.endsWith('còn lại') && !bracketed && words.patterns.amounts.test(folded);
  return isDueText(folded, words) || isAmount ? bare : null;
}

function isDueText(folded: string, { dueTexts, patterns }: DueWords): boolean {
  const figure = folded.search(/\d/);
  if (figure < 0) return dueTexts.find(folded)?.meaning === 'alone';
  return (
    dueTexts.find(folded.slice(0, figure).replace(BEFORE_AMOUNT, '')) !== null &&
    patterns.amounts.test(folded.slice(figure).replace(/\)$/, ''))
  );
}

const STATES: readonly (keyof DueStatePatterns)[] = ['paused', 'on-time', 'early', 'late'];

/** What a due text says, from its words alone: the colour a portal paints it in is often wrong. */
export function dueState(printed: string, words: Readonly<Record<keyof DueStatePatterns, RegExp>>): DueState {
  const text = printed.toLowerCase();
  return STATES.find((state) => words[state].test(text)) ?? 'running';
}
