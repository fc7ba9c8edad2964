export {
  dueInVietnamese,
  remainingHintInVietnamese,
  remainingInVietnamese,
  returnInVietnamese,
  workingTimeInVietnamese,
} from './working-time-words.ts';
