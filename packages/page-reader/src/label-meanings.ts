import { folded } from './folded.ts';

/**
 * Meanings that one label may have on one portal and another on the next, so that an official may give it the other. Any
 * two others are told apart everywhere: whoever points at the appointment when asked for the day of receipt has erred.
 */
const AKIN: readonly ReadonlySet<string>[] = [
  new Set(['submitted', 'received']),
  new Set(['due', 'newDue', 'stepDue']),
  new Set(['status', 'term', 'dueText']),
];

/** Whether a label that means `fact` may well mean `key` on another portal. */
export function mayMean(key: string, fact: string): boolean {
  return fact === key || fact === 'mixed' || AKIN.some((group) => group.has(fact) && group.has(key));
}

/** Keys of labels that announce a day. */
const OF_DAYS: ReadonlySet<string> = new Set(['submitted', 'received', 'due', 'newDue', 'stepDue']);
/** What every day has, and nothing that tells one from another. */
const VAGUE = /^(?:ngày|giờ|tháng|năm|thời điểm|thời gian|thông tin|theo|giấy tờ|giấy|của|này|[\s,/])+$/;

/** Whether a label says no more than that a day stands behind it: on the next page that may be any day. */
export function isVague(key: string, label: string): boolean {
  return OF_DAYS.has(key) && VAGUE.test(folded(label));
}
