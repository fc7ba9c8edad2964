import type { ActionOutcome } from './portal-profile.ts';

/*
 * The ten statuses of a dossier as Vietnam's one-stop portals share them, 1 (just filed) to 10 (returned), and what
 * they mean for its deadline. A portal may word them otherwise; profiles map its words to these numbers.
 */

/** "Đã xử lý xong": the result lies ready and may be fetched days after its due date without anybody being late. */
export const RESULT_READY = 9;

/** "Đã trả kết quả". */
export const RETURNED = 10;

/** Not accepted, withdrawn, stopped, result ready, returned: nothing is due any more. */
const CLOSED: ReadonlySet<number> = new Set([3, 7, 8, RESULT_READY, RETURNED]);

/** Papers to add, money to pay: the clock stands still. */
const PAUSED: ReadonlySet<number> = new Set([5, 6]);

/** The status that a dossier has once an action of this outcome succeeded. */
export const STATUS_AFTER: Readonly<Record<ActionOutcome, number>> = {
  received: 2,
  returned: RETURNED,
  supplement: 5,
  refused: 3,
};

/** Whether nothing is due any more at this status; an unknown status closes nothing. */
export function isClosedStatus(status: number | undefined): boolean {
  return status !== undefined && CLOSED.has(status);
}

/** Whether the dossier waits for somebody else at this status. */
export function isPausedStatus(status: number | undefined): boolean {
  return status !== undefined && PAUSED.has(status);
}
