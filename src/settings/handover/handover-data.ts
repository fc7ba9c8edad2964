import { localStamp } from 'checklist-core/deadline';
import type { Snapshot } from '../../messages/requests.ts';
import { type GivenAway, openJournalQuery } from '../../storage/journal-query.ts';
import { ask } from '../background.ts';

/** What the page shows besides the file; read again after every act. */
export interface HandoverData {
  readonly snapshot: Snapshot;
  /** Local day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly given: readonly GivenAway[];
}

/** Reads at `now` (epoch ms). Rejects if the background or the database does not answer: nothing can be given then. */
export async function readHandoverData(now: number): Promise<HandoverData> {
  const reply = await ask('open', {});
  if (!reply.ok) throw new Error(reply.error.detail);
  const snapshot = reply.value;
  const query = await openJournalQuery(snapshot.desk.profile.id);
  return { snapshot, today: localStamp(now, snapshot.calendar.offsetMinutes).day, given: await query.given() };
}
