import type { VerifiedHandover } from 'checklist-core/handover';
import type { Acceptance } from '../store/review-store.ts';
import type { StoredHandover, StoredHead, StoredWithdrawal } from '../store/schema.ts';

/** What is known when a file is looked at: what is stored, and what was staged before it in the same batch. */
export interface Standing {
  readonly handovers: readonly StoredHandover[];
  readonly heads: readonly StoredHead[];
  readonly withdrawals: readonly StoredWithdrawal[];
}

/** What one sound file would add to the database. */
export type Addition = Omit<Acceptance, 'remove'>;

export const NO_ADDITION: Addition = { handovers: [], heads: [], withdrawals: [] };

/** The standing once an addition is accepted; a head of the same log and size takes the place of the one before. */
export function standingWith(standing: Standing, { handovers, heads, withdrawals }: Addition): Standing {
  const isReplaced = (old: StoredHead) => heads.some((head) => head.origin === old.origin && head.size === old.size);
  return {
    handovers: [...standing.handovers, ...handovers.map(({ handover }) => handover)],
    heads: [...standing.heads.filter((head) => !isReplaced(head)), ...heads],
    withdrawals: [...standing.withdrawals, ...withdrawals],
  };
}

/** Known heads of one log. */
export function headsOf({ heads }: Standing, origin: string): readonly StoredHead[] {
  return heads.filter((head) => head.origin === origin);
}

/** The verifier key of a log, once a hand-over of it was verified. */
export function keyOf(standing: Standing, origin: string): string | null {
  return headsOf(standing, origin).find(({ key }) => key !== null)?.key ?? null;
}

/**
 * How many leaves a hand-over lists that were already there when the first head of its log was seen here: until that day
 * the whole log could have been written anew, so for them nothing is witnessed. What comes in together with the first
 * head is as new as that head.
 * @param now when the hand-over comes in, epoch ms.
 */
export function unwitnessedLeaves(standing: Standing, { header, from, to }: VerifiedHandover, now: number): number {
  const heads = headsOf(standing, header.origin);
  const first = Math.min(now, ...heads.map(({ seen }) => seen));
  if (first === now) return to - from;
  const size = Math.max(...heads.filter(({ seen }) => seen === first).map((head) => head.size));
  return Math.max(0, Math.min(to, size) - from);
}

/** Accepted files of the same log that list some of the same leaves. */
export function overlapping(standing: Standing, { header, from, to }: VerifiedHandover): readonly StoredHandover[] {
  return standing.handovers.filter(
    ({ verified }) => verified.header.origin === header.origin && verified.from < to && from < verified.to,
  );
}
