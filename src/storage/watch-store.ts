import { type ProfileKeys, rowOf, unlockProfile } from './keys.ts';
import { openProfileDb, type ProfileDb } from './open-database.ts';
import type { StoredProfile, StoredWatch, Wake } from './schema.ts';
import { asStorageError } from './storage-error.ts';
import { inTurn } from './turns.ts';
import { readWatchRows, sealWatchRow } from './watch-rows.ts';
import { isOver, type WatchMoment, wakeTime } from './watch-rules.ts';
import type { WatchedDossier, WatchMark } from './watched-dossier.ts';

/*
 * The one writer of the watch list and of the wake table; only the background holds it.
 *
 * A change reads every row, works on plain values, seals what changed, and only then opens the one transaction that
 * writes rows and wake table together: a wake without its row, or a row without its wake, never exists.
 */

/** A dossier as a page showed it. `null`: the page did not say, what was known before stays. */
export interface SeenDossier {
  readonly code: string;
  readonly procedureCode: string | null;
  readonly procedureName: string | null;
  readonly group: string | null;
  readonly channel: WatchedDossier['channel'];
  readonly received: string | null;
  readonly due: string | null;
  /** The page contradicts itself about the due time: none is known now, whatever was known before. */
  readonly dueDoubtful: boolean;
  readonly status: number | null;
  /** Whether it waits for somebody else, so that no time runs. */
  readonly paused: boolean | null;
  /** Nothing is due any more: the row goes. */
  readonly closed: boolean;
  readonly host: string;
}

/** `enters`: opened or received by this profile. Otherwise it only refreshes a dossier that is known already. */
export interface Sight {
  readonly dossier: SeenDossier;
  readonly enters: boolean;
}

/** Takes in what a page showed; answers with the list as it is now. Rejects with `StorageError`. */
export function observe(profile: StoredProfile, sights: readonly Sight[], moment: WatchMoment) {
  return change(profile, moment, async (rows, keys) => {
    const byRow = new Map(rows.map((row) => [row.row, row]));
    for (const { dossier, enters } of sights) {
      const row = await rowOf(keys.row, dossier.code);
      const known = byRow.get(row);
      if (dossier.closed) byRow.delete(row);
      else if (known || enters) byRow.set(row, merged(known, row, dossier, moment.now));
    }
    return [...byRow.values()];
  });
}

/** Sets what the official says about a row. `null` if there is no such row (it may just have been purged). */
export async function setMark(profile: StoredProfile, row: string, mark: WatchMark, moment: WatchMoment) {
  let found = false;
  const rows = await change(profile, moment, async (before) =>
    before.map((dossier) => {
      if (dossier.row !== row) return dossier;
      found = true;
      return { ...dossier, mark };
    }),
  );
  return found ? rows : null;
}

/** Drops what is over, repairs the wake table; answers with the list. Run at every start. Rejects with `StorageError`. */
export function tidy(profile: StoredProfile, moment: WatchMoment) {
  return change(profile, moment, async (rows) => rows);
}

/** Opaque row ids of dossier codes, for comparing with the list without holding codes. */
export async function rowsOf(profile: StoredProfile, codes: readonly string[]): Promise<string[]> {
  const keys = await unlockProfile(profile);
  return Promise.all(codes.map((code) => rowOf(keys.row, code)));
}

/** The wake table, soonest first. Needs no key. Rejects with `StorageError`. */
export async function wakes(profile: StoredProfile): Promise<Wake[]> {
  try {
    const all = await (await openProfileDb(profile.id)).getAll('wake');
    return all.sort((a, b) => a.at - b.at);
  } catch (error) {
    throw asStorageError(error);
  }
}

/** Notes that a notice was given for these wakes, so that no restart gives it again. Rejects with `StorageError`. */
export function setTold(profile: StoredProfile, told: readonly Wake[]): Promise<void> {
  return inTurn(`watch ${profile.id}`, async () => {
    try {
      const database = await openProfileDb(profile.id);
      const transaction = database.transaction('wake', 'readwrite');
      for (const wake of told) {
        const stored = await transaction.store.get(wake.row);
        // Another due time since then is another notice.
        if (stored?.at === wake.at) await transaction.store.put({ ...stored, told: true });
      }
      await transaction.done;
    } catch (error) {
      throw asStorageError(error);
    }
  });
}

type Update = (rows: readonly WatchedDossier[], keys: ProfileKeys) => Promise<readonly WatchedDossier[]>;

function change(profile: StoredProfile, moment: WatchMoment, update: Update): Promise<readonly WatchedDossier[]> {
  return inTurn(`watch ${profile.id}`, async () => {
    const keys = await unlockProfile(profile);
    try {
      const database = await openProfileDb(profile.id);
      const before = await readWatchRows(database, keys);
      const after = (await update(before, keys)).filter((row) => !isOver(row, moment));
      const known = new Set(before);
      const changed = await Promise.all(after.filter((row) => !known.has(row)).map((row) => sealWatchRow(row, keys)));
      await write(database, { profile: profile.id, after, changed, gone: gone(before, after), moment });
      return after;
    } catch (error) {
      throw asStorageError(error);
    }
  });
}

interface Writing {
  readonly profile: string;
  readonly after: readonly WatchedDossier[];
  readonly changed: readonly StoredWatch[];
  readonly gone: readonly string[];
  readonly moment: WatchMoment;
}

async function write(database: ProfileDb, writing: Writing): Promise<void> {
  const transaction = database.transaction(['watch', 'wake'], 'readwrite', { durability: 'strict' });
  const watch = transaction.objectStore('watch');
  const wake = transaction.objectStore('wake');
  const told = new Map((await wake.getAll()).map((known) => [known.row, known]));
  const requests = [
    ...writing.gone.map((row) => watch.delete(row)),
    ...writing.changed.map((row) => watch.put(row)),
    wake.clear(),
    ...writing.after.flatMap((dossier) => {
      const next = wakeOf(dossier, writing, told.get(dossier.row));
      return next ? [wake.put(next)] : [];
    }),
  ];
  await Promise.all([...requests, transaction.done]);
}

function wakeOf(dossier: WatchedDossier, { profile, moment }: Writing, before: Wake | undefined): Wake | null {
  const at = wakeTime(dossier, moment);
  if (at === null) return null;
  // Someone who opens a dossier that is late already sees it on the page: no notice for that.
  const told = before?.at === at ? before.told : at <= moment.now;
  return { row: dossier.row, profile, at, kind: 'due', told };
}

function gone(before: readonly WatchedDossier[], after: readonly WatchedDossier[]): string[] {
  const left = new Set(after.map(({ row }) => row));
  return before.map(({ row }) => row).filter((row) => !left.has(row));
}

function merged(known: WatchedDossier | undefined, row: string, seen: SeenDossier, now: number): WatchedDossier {
  return {
    row,
    code: seen.code,
    procedureCode: seen.procedureCode ?? known?.procedureCode ?? null,
    procedureName: seen.procedureName ?? known?.procedureName ?? null,
    group: seen.group ?? known?.group ?? null,
    channel: seen.channel ?? known?.channel ?? null,
    received: seen.received ?? known?.received ?? null,
    due: seen.dueDoubtful ? null : (seen.due ?? known?.due ?? null),
    status: seen.status ?? known?.status ?? null,
    paused: seen.paused ?? known?.paused ?? false,
    host: seen.host,
    lastSeen: now,
    mark: known?.mark ?? 'open',
  };
}
