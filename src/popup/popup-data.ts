import { createWorkingCalendar, type LocalStamp, localStamp, type WorkingCalendar } from 'checklist-core/deadline';
import type { HouseView } from '../messages/requests.ts';
import { type JournalStatus, openJournalQuery, type ReadEntry, type WatchedDossier } from '../storage/journal-query.ts';
import { ask } from './background.ts';

/** Everything the popup shows, read in one go; read again after every broadcast, nothing is kept besides. */
export interface PopupData {
  readonly house: HouseView;
  readonly calendar: WorkingCalendar;
  readonly stamp: LocalStamp;
  readonly entries: readonly ReadEntry[];
  readonly watched: readonly WatchedDossier[];
  readonly status: JournalStatus;
}

/** Reads at `now` (epoch ms). Rejects if the background or the database does not answer: nothing can be shown then. */
export async function readPopup(now: number): Promise<PopupData> {
  const reply = await ask('house', {});
  if (!reply.ok) throw new Error(reply.error.detail);
  const house = reply.value;
  const stamp = localStamp(now, house.calendar.offsetMinutes);
  const query = await openJournalQuery(house.desk.profile.id);
  const [entries, watched, status] = await Promise.all([query.entriesOn(stamp.day), query.watchList(), query.status()]);
  return { house, calendar: createWorkingCalendar(house.calendar), stamp, entries, watched, status };
}
