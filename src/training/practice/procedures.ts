import type { PracticeProcedure } from './dossier.ts';
import data from './procedures.json' with { type: 'json' };

export type ProcedureKey = keyof typeof data;

/** The few procedures the practice pages know; names as the portals print them. */
export const PRACTICE_PROCEDURES: Readonly<Record<ProcedureKey, PracticeProcedure>> = data;

/** The procedure with this national code, or null. */
export function practiceProcedure(code: string): PracticeProcedure | null {
  return Object.values(PRACTICE_PROCEDURES).find((procedure) => procedure.code === code) ?? null;
}
