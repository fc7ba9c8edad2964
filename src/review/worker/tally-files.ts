import type { SharedEntry, VerifiedHandover } from 'checklist-core/handover';
import { Tally } from 'checklist-core/report';
import { rulesOfCue } from '../rule-words.ts';
import type { ReviewStore } from '../store/review-store.ts';

/** Counts the stored files, one after the other. One that cannot be counted is left out: the others still can. */
export async function tallyFiles(store: ReviewStore): Promise<Tally> {
  const tally = new Tally({ rulesOfCue });
  for (const { file, verified } of await store.handovers()) count(tally, verified, await store.entriesOf(file));
  return tally;
}

/**
 * Can figures be made of a hand-over? A clock that was a century off, or thousands of made-up rules, are no reason to
 * doubt its signature, but no report could be made of all files together.
 */
export function isCountable(verified: VerifiedHandover, entries: readonly SharedEntry[]): boolean {
  return count(new Tally({ rulesOfCue }), verified, entries);
}

function count(tally: Tally, verified: VerifiedHandover, entries: readonly SharedEntry[]): boolean {
  const counted = tally.begin(verified.header);
  try {
    for (const entry of entries) counted.add(entry);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    counted.drop();
    return false;
  }
  counted.commit(verified);
  return true;
}
