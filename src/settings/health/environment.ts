import type { HouseView } from '../../messages/requests.ts';
import { alarms, commands, runtime } from '../../platform/browser.ts';
import { policyOf } from '../../platform/policy.ts';
import { storedPolicy } from '../../platform/stored-policy.ts';
import { type JournalStatus, openJournalQuery } from '../../storage/journal-query.ts';
import { ask } from '../background.ts';
import { browserName } from './browser-name.ts';

/** What this installation is made of and how its parts are. Null: that part did not answer. */
export interface Environment {
  readonly extension: string;
  readonly browser: string;
  /** Null where the background does not answer. */
  readonly house: HouseView | null;
  readonly journal: JournalStatus | null;
  /** Bytes used by everything we store, and whether the browser keeps it when the disk gets full. */
  readonly storage: { readonly bytes: number; readonly kept: boolean } | null;
  /** Epoch ms at which the next alarm wakes the background; null if there is none. */
  readonly alarm: number | null;
  /** The key that opens and confirms, as the browser names it; null if none is set. */
  readonly shortcut: string | null;
  /** Keys of the administrator's policy by name: those that act, and those that do not. */
  readonly policy: { readonly used: readonly string[]; readonly ignored: readonly string[] } | null;
}

/** Reads each part for itself, so that the ones that work are shown beside the one that does not. Never rejects. */
export async function readEnvironment(): Promise<Environment> {
  const house = await readHouse();
  const [journal, storage, alarm, shortcut, policy] = await Promise.all([
    house && known(async () => (await openJournalQuery(house.desk.profile.id)).status()),
    known(readStorage),
    known(async () => (await alarms.getAll())[0]?.scheduledTime ?? null),
    known(async () => (await commands.getAll()).find(({ name }) => name === 'main')?.shortcut || null),
    known(readPolicy),
  ]);
  const { version } = runtime.getManifest();
  const browser = browserName(navigator.userAgent);
  return { extension: version, browser, house, journal, storage, alarm, shortcut, policy };
}

async function readHouse(): Promise<HouseView | null> {
  const reply = await ask('house', {});
  return reply.ok ? reply.value : null;
}

async function readStorage(): Promise<Environment['storage']> {
  const { usage = 0 } = await navigator.storage.estimate();
  return { bytes: usage, kept: await navigator.storage.persisted() };
}

async function readPolicy(): Promise<Environment['policy']> {
  const values = await storedPolicy(() => undefined).read();
  const { ignored } = policyOf(values);
  return { used: Object.keys(Object(values)).filter((key) => !ignored.includes(key)), ignored };
}

async function known<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    console.warn('health: a part did not answer', error);
    return null;
  }
}
