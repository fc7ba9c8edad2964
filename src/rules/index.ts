export { vnOffice } from './calendars/index.ts';
export { houseFacts } from './house-facts.ts';
export { defaultPack, defaultPackId, packById, parseShippedPacks, shippedPackFiles } from './packs/index.ts';
export { portalById, portalForHost, portals, shippedProfileFiles } from './portals/index.ts';
export type { Procedure, ProcedureLetter } from './procedure.ts';
export { groupTitles, type ProcedureGroup, procedureGroups, procedures } from './procedures/index.ts';
export {
  type PrintedProcedure,
  type ProcedureSpelling,
  procedureSpellings,
  resolveProcedure,
} from './resolve-procedure.ts';
