import { safeParse } from 'valibot';
import { type GivenAway, givenDetailsSchema, givenPlace } from './given-away.ts';
import type { ProfileKeys } from './keys.ts';
import type { ProfileDb } from './open-database.ts';
import type { StoredGiven } from './schema.ts';
import { fromUtf8, hpkeOpen } from './sealing.ts';

/** What was given away, newest first. A row whose details cannot be read is left out; its head still counts. */
export async function readGiven(database: ProfileDb, keys: ProfileKeys): Promise<GivenAway[]> {
  const stored = await database.getAll('given');
  const rows = await Promise.all(stored.map((row) => openGiven(row, keys)));
  return rows.filter((row) => row !== null).sort((a, b) => b.at - a.at);
}

/** One row opened, or null where its bytes do not open or do not fit. */
export async function openGiven(stored: StoredGiven, keys: ProfileKeys): Promise<GivenAway | null> {
  const bytes = await hpkeOpen(keys.opening, stored.sealed, givenPlace(stored.id));
  if (bytes === null) return null;
  try {
    const parsed = safeParse(givenDetailsSchema, JSON.parse(fromUtf8(bytes)));
    return parsed.success ? { id: stored.id, size: stored.size, note: stored.note, ...parsed.output } : null;
  } catch {
    return null;
  }
}
