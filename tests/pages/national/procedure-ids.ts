import type { ProcedureKey } from '../../../src/training/practice/procedures.ts';

/** Made-up UUIDs of the procedure pages. */
export const PROCEDURE_IDS: Readonly<Partial<Record<ProcedureKey, string>>> = {
  birth: '00000000-0000-4000-8000-000000001193',
  death: '00000000-0000-4000-8000-000000000656',
  marriage: '00000000-0000-4000-8000-000000000894',
  copy: '00000000-0000-4000-8000-000000000815',
};
