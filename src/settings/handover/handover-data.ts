import { localStamp } from 'checklist-core/deadline';
import type { HouseView } from '../../messages/requests.ts';
import { type GivenAway, openJournalQuery } from '../../storage/journal-query.ts';
import { ask } from '../background.ts';

/** What the page shows besides the file; read again after every act. */
export interface HandoverData {
  readonly house: HouseView;
  /** Local day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly given: readonly GivenAway[];
}

/** Reads at `now` (epoch ms). Rejects if the background or the database does not answer: nothing can be given then. */
export async function readHandoverData(now: number): Promise<HandoverData> {
  const reply = await ask('house', {});
  if (!reply.ok) throw new Error(reply.error.detail);
  const house = reply.value;
  const query = await openJournalQuery(house.desk.profile.id);
  return { house, today: localStamp(now, house.calendar.offsetMinutes).day, given: await query.given() };
}
