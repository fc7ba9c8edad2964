export { foldedProcedureName } from './procedure-name.ts';
export {
  dueInVietnamese,
  remainingHintInVietnamese,
  remainingInVietnamese,
  returnInVietnamese,
  workingTimeInVietnamese,
} from './working-time-words.ts';
