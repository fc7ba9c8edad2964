import { channel } from './grammar/channel.ts';
import { term } from './grammar/term.ts';
import { linesOf } from './page-scan.ts';
import type { HeadWords, PageCell, PageTable } from './page-table.ts';
import { phrasesOf, type ReaderWords } from './reader-words.ts';

/**
 * The term of filing at the desk, from a procedure page's table of ways to file; undefined where there is none, where
 * its words are no term, or where several cases give different terms: which of them holds is not for us to guess.
 */
export function directTerm(tables: readonly PageTable[], words: ReaderWords): string | undefined {
  const { patterns } = phrasesOf(words);
  const terms = tables.flatMap((table) => {
    const way = table.headers.findIndex((header) => patterns.wayHead.test(header));
    const time = table.headers.findIndex((header) => patterns.termHead.test(header));
    if (way < 0 || time < 0) return [];
    return table.rows
      .filter((row) => channel(textAt(row, way, patterns).toLowerCase(), patterns) === 'direct')
      .map((row) => term(textAt(row, time, patterns), patterns));
  });
  const [first] = terms;
  return first != null && terms.every((other) => other === first) ? first : undefined;
}

function textAt(row: readonly PageCell[], column: number, heads: HeadWords): string {
  const cell = row.find((candidate) => candidate.column === column);
  return cell === undefined ? '' : (linesOf(cell.node, heads)[0]?.text.trim() ?? '');
}
