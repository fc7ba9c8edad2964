import { safeParse } from 'valibot';
import type { ProfileKeys } from './keys.ts';
import type { ProfileDb } from './open-database.ts';
import type { StoredWatch } from './schema.ts';
import { aesOpen, aesSeal, fromUtf8, utf8 } from './sealing.ts';
import { type WatchedDossier, watchedSchema } from './watched-dossier.ts';

/** Every row that can be read. One that cannot (altered bytes, another key) is left out; the others are not lost with it. */
export async function readWatchRows(database: ProfileDb, keys: ProfileKeys): Promise<WatchedDossier[]> {
  const stored = await database.getAll('watch');
  const rows = await Promise.all(stored.map((row) => openWatchRow(row, keys)));
  return rows.filter((row) => row !== null);
}

/** Seals one row under its own id, so that a row's bytes open in no other place. */
export async function sealWatchRow(dossier: WatchedDossier, keys: ProfileKeys): Promise<StoredWatch> {
  const { row, ...content } = dossier;
  return { row, sealed: await aesSeal(keys.data, utf8(JSON.stringify(content)), place(row)) };
}

async function openWatchRow(stored: StoredWatch, keys: ProfileKeys): Promise<WatchedDossier | null> {
  try {
    const json: unknown = JSON.parse(fromUtf8(await aesOpen(keys.data, stored.sealed, place(stored.row))));
    const parsed = safeParse(watchedSchema, json);
    return parsed.success ? { row: stored.row, ...parsed.output } : null;
  } catch {
    return null;
  }
}

function place(row: string): string {
  return `watch ${row}`;
}
