import { unlockProfile } from '../storage/keys.ts';
import { openProfileDb } from '../storage/open-database.ts';
import type { StoredProfile } from '../storage/schema.ts';
import { readWatchRows } from '../storage/watch-rows.ts';
import { observe, rowsOf, type Sight } from '../storage/watch-store.ts';
import type { WatchedDossier } from '../storage/watched-dossier.ts';
import { calendar } from './house-rules.ts';

/*
 * The watch list helps, it must not stand in the way: where it cannot be read or written (a full disk), the desk goes
 * on with what is known, and the official hears of the disk when an entry cannot be written.
 */

/** The watch list as it is; empty for the practice desk, whose dossiers are watched by nobody. */
export async function watchedBy(profile: StoredProfile): Promise<readonly WatchedDossier[]> {
  if (profile.kind === 'practice') return [];
  try {
    return await readWatchRows(await openProfileDb(profile.id), await unlockProfile(profile));
  } catch (error) {
    console.error('watch list not read:', error);
    return [];
  }
}

/** Takes in what was seen, if anything. */
export async function watch(profile: StoredProfile, sights: readonly Sight[], now: number): Promise<void> {
  if (profile.kind === 'practice' || sights.length === 0) return;
  try {
    await observe(profile, sights, { calendar, now });
  } catch (error) {
    console.error('watch list not written:', error);
  }
}

/** Opaque ids of dossiers, by code; no code, no id. */
export async function keyOf(profile: StoredProfile, code: string | undefined): Promise<string | null> {
  if (code === undefined) return null;
  const [row] = await rowsOf(profile, [code]);
  return row ?? null;
}
