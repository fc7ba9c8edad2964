import { evenTone, folded } from '../folded.ts';
import { firstWord } from '../letters.ts';
import type { NamedProcedure } from '../named-procedure.ts';

/** Looks a printed name up in the procedure table: the table's own spelling, or null. */
export type ProcedureNames = (text: string) => string | null;

/** Room for a bullet, `Thủ tục: ` and decomposed letters, which take two or three places each. */
const LONGEST_PREFIX = 60;

const tables = new WeakMap<readonly NamedProcedure[], ProcedureNames>();

/** Names of the table, compared folded and without a leading `Thủ tục`; remembered per table. */
export function procedureNames(table: readonly NamedProcedure[]): ProcedureNames {
  const known = tables.get(table);
  if (known !== undefined) return known;
  const names = new Map(table.map(({ name }) => [bare(folded(name)), name]));
  const longest = Math.max(0, ...[...names.keys()].map((name) => name.length)) * 2 + LONGEST_PREFIX;
  const beginnings = new Set([...names.keys()].map(firstWord).concat('thủ'));
  const find: ProcedureNames = (text) => {
    // Most texts begin with no word of a name.
    const isName = text.length <= longest && beginnings.has(evenTone(folded(firstWord(text))));
    return isName ? (names.get(bare(folded(text))) ?? null) : null;
  };
  tables.set(table, find);
  return find;
}

function bare(name: string): string {
  return evenTone(name)
    .replace(/^[-–•\s]+/, '')
    .replace(/^thủ tục:? /, '')
    .replace(/[\s.;:]+$/, '');
}
