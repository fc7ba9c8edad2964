/**
 * What one dossier has to keep: statutory date, appointment, the office's own aim and the step, with their doubts, and
 * the one new appointment. Calendars, terms and single deadlines stand at the root.
 */

export { dueRulesInEnglish } from '../text/due-rules-en.ts';
export { type DossierMarks, type DossierTimes, type Mark, type MarkDoubt, marksOf } from './marks.ts';
export {
  type ReappointmentAnswer,
  type ReappointmentQuestion,
  type ReappointmentRefusal,
  type ReappointmentRule,
  reappointment,
} from './re-appointment.ts';
