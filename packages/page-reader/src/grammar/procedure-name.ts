import { evenTone, folded } from '../folded.ts';
import { firstWord, isLetter } from '../letters.ts';
import type { NamedProcedure } from '../named-procedure.ts';

/**
 * The names of a procedure table, ready to be looked up: by the first word of a name all that begin with it. Data, so
 * that it can be made in one place and sent to another.
 */
export type NameIndex = Readonly<Record<string, readonly string[]>>;

/** Looks a printed name up in the procedure table: the table's own spelling, or null. */
export type ProcedureNames = (text: string) => string | null;

/** Stands before a name and is none of it: `Thủ tục: `. */
const PROCEDURE = 'thủ';

const indexes = new WeakMap<readonly NamedProcedure[], NameIndex>();
const lookups = new WeakMap<NameIndex, ProcedureNames>();

/** The index of a table's names; remembered per table. */
export function nameIndex(table: readonly NamedProcedure[]): NameIndex {
  let index = indexes.get(table);
  if (index === undefined) {
    const names = new Map<string, string[]>();
    for (const { name } of table) {
      const word = firstWord(bare(name));
      names.set(word, [...(names.get(word) ?? []), name]);
    }
    index = Object.fromEntries(names);
    indexes.set(table, index);
  }
  return index;
}

/** Names of a table, compared folded and without a leading `Thủ tục`; remembered per index. */
export function procedureNames(index: NameIndex): ProcedureNames {
  let find = lookups.get(index);
  if (find === undefined) {
    const known = new Map<string, ReadonlyMap<string, string>>();
    find = (text) => {
      // Most texts begin with no word of a name.
      const word = evenTone(folded(firstWord(text)));
      if (word !== PROCEDURE && !Object.hasOwn(index, word)) return null;
      const name = bare(text);
      return namesWith(firstWord(name), index, known)?.get(name) ?? null;
    };
    lookups.set(index, find);
  }
  return find;
}

/** The names that begin with a word, by how they are compared; folded when one of them is first asked about. */
function namesWith(
  word: string,
  index: NameIndex,
  known: Map<string, ReadonlyMap<string, string>>,
): ReadonlyMap<string, string> | undefined {
  if (!known.has(word) && Object.hasOwn(index, word)) {
    known.set(word, new Map((index[word] ?? []).map((name) => [bare(name), name])));
  }
  return known.get(word);
}

/** Most names need none of the others. */
function bare(name: string): string {
  const even = evenTone(folded(name));
  const begun = isLetter(even.charCodeAt(0)) ? even : even.replace(/^[-–•\s]+/, '');
  const own = begun.replace(/^thủ tục:? /, '');
  return isLetter(own.charCodeAt(own.length - 1)) ? own : own.replace(/[\s.;:]+$/, '');
}
