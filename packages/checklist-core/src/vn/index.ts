/**
 * Vietnamese: terms as portals and slips print them, words for what the library answers, lunar dates, articles of law.
 *
 * @module checklist-core/vn
 */

export { dueRulesInVietnamese } from './due-rules.ts';
export { vietnameseLintWords } from './lint-words.ts';
export { hungKingsDay, LUNAR_YEARS, lunarNewYear } from './lunar.ts';
export {
  agreesWithOpenCps,
  type OpenCpsTerm,
  openCpsListText,
  openCpsStepText,
  type PrintedDue,
  readOpenCpsDue,
} from './opencps-due-text.ts';
export { packFaultInVietnamese } from './pack-fault-words.ts';
export { MAX_TERM_LENGTH, parseTerm, type TermReading, type UnreadTerm } from './parse-term.ts';
export { foldedProcedureName } from './procedure-name.ts';
export { reappointmentRefusalInVietnamese, vnReappointment } from './re-appointment-rule.ts';
export { dueOnSlip, receivedOnSlip } from './slip.ts';
export {
  dueInVietnamese,
  remainingHintInVietnamese,
  remainingInVietnamese,
  returnInVietnamese,
  workingTimeInVietnamese,
} from './working-time-words.ts';
