import { createWorkingCalendar, type LocalStamp, localStamp, type WorkingCalendar } from 'checklist-core/deadline';
import type { Snapshot } from '../messages/requests.ts';
import { type JournalStatus, openJournalQuery, type ReadEntry, type WatchedDossier } from '../storage/journal-query.ts';
import { ask } from './background.ts';

/** Everything the popup shows, read in one go; read again after every broadcast, nothing is kept besides. */
export interface PopupData {
  readonly snapshot: Snapshot;
  readonly calendar: WorkingCalendar;
  readonly stamp: LocalStamp;
  readonly entries: readonly ReadEntry[];
  readonly watched: readonly WatchedDossier[];
  readonly status: JournalStatus;
}

/** Reads at `now` (epoch ms). Rejects if the background or the database does not answer: nothing can be shown then. */
export async function readPopup(now: number): Promise<PopupData> {
  const reply = await ask('open', {});
  if (!reply.ok) throw new Error(reply.error.detail);
  const snapshot = reply.value;
  const stamp = localStamp(now, snapshot.calendar.offsetMinutes);
  const query = await openJournalQuery(snapshot.desk.profile.id);
  const [entries, watched, status] = await Promise.all([query.entriesOn(stamp.day), query.watchList(), query.status()]);
  return { snapshot, calendar: createWorkingCalendar(snapshot.calendar), stamp, entries, watched, status };
}
