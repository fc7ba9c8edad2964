import type { KnownPatterns } from '../reader-words.ts';

type TermPatterns = Pick<KnownPatterns, 'term' | 'plainTerm' | 'termHint'>;

/**
 * The term a plain text starts with, as printed (`20 ngày làm việc`, `1 ngày 2 giờ làm việc`, `Không quy định`), or null. The
 * hint is asked first: the grammar takes long to compile, and most texts have no use for it.
 */
export function term(text: string, { term: grammar, plainTerm, termHint }: TermPatterns): string | null {
  const folded = text.toLowerCase();
  if (plainTerm.test(folded)) return text;
  const length = termHint.test(folded) ? grammar.exec(folded)?.[0].length : undefined;
  return length === undefined ? null : text.slice(0, length);
}
