import { foldedProcedureName } from 'checklist-core/vn';
import type { Procedure } from './procedure.ts';

/** What a procedure is found by. */
type Named = Pick<Procedure, 'code' | 'name' | 'otherNames'>;

/** What a page says about the procedure of a dossier. */
export interface PrintedProcedure {
  /** Code as printed, with or without a case or office suffix: `1.001193`, `1.000894.02`, `2.000815.000.00.00.H55`. */
  readonly procedureCode?: string;
  readonly procedureName?: string;
}

/** One way a procedure is named; a procedure with other names gives several. */
export interface ProcedureSpelling {
  readonly code: string;
  readonly name: string;
}

/**
 * Finds the procedure by its code, else by its exact name as `foldedProcedureName` compares names. Null if neither is
 * known, if two procedures go by that name, or if code and name speak of different procedures: tone and letters hang
 * on it, so a guess never decides.
 */
export function resolveProcedure<T extends Named>(table: readonly T[], printed: PrintedProcedure): T | null {
  const { byCode, byName } = indexOf(table);
  const ofCode = byCode.get(nationalCode(printed.procedureCode ?? '')) ?? null;
  const ofName = byName.get(foldedProcedureName(printed.procedureName ?? '')) ?? null;
  if (ofCode !== null && ofName !== null && ofCode !== ofName) return null;
  return ofCode ?? ofName;
}

/** Every spelling of every procedure, for a reader that recognises names in a page. */
export function procedureSpellings(table: readonly Named[]): readonly ProcedureSpelling[] {
  return table.flatMap(({ code, name, otherNames = [] }) =>
    [name, ...otherNames].map((each) => ({ code, name: each })),
  );
}

interface ProcedureIndex<T extends Named> {
  readonly byCode: ReadonlyMap<string, T>;
  /** `null`: more than one procedure goes by this name. */
  readonly byName: ReadonlyMap<string, T | null>;
}

const indexes = new WeakMap<readonly Named[], ProcedureIndex<Named>>();

function indexOf<T extends Named>(table: readonly T[]): ProcedureIndex<T> {
  // What is kept for a table was made from its own rows.
  const known = indexes.get(table) as ProcedureIndex<T> | undefined;
  if (known !== undefined) return known;
  const byName = new Map<string, T | null>();
  for (const procedure of table) {
    for (const name of [procedure.name, ...(procedure.otherNames ?? [])].map(foldedProcedureName)) {
      const other = byName.get(name);
      byName.set(name, other === undefined || other === procedure ? procedure : null);
    }
  }
  const index = { byCode: new Map(table.map((procedure) => [procedure.code, procedure])), byName };
  indexes.set(table, index);
  return index;
}

/** The national part of a code; portals hang the case (`.02`) or the office (`.000.00.00.H55`) on it. */
function nationalCode(code: string): string {
  return /^\s*([1-3]\.\d{6})(?:\.[\w.-]*)?\s*$/.exec(code)?.[1] ?? '';
}
