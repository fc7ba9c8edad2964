import { type DeskEvent, finishAt, nextDesk } from 'checklist-core/desk';
import type { Acknowledgement, Intent } from '../messages/requests.ts';
import { append, indexOf } from '../storage/journal-store.ts';
import { unlockProfile } from '../storage/keys.ts';
import { openProfileDb } from '../storage/open-database.ts';
import { entriesOn } from '../storage/read-entries.ts';
import type { StoredProfile } from '../storage/schema.ts';
import { atDesk, type Step } from './desk-keeper.ts';
import type { DeskState } from './desk-state.ts';
import { dayPageEntry, type EntryMoment, finishEntry, stamp, voidEntry } from './entries.ts';
import { packOf } from './house-rules.ts';
import { portalOf } from './portals.ts';
import { RequestError } from './request-error.ts';
import type { RequestContext, Services } from './services.ts';

type IntentOf<Kind extends Intent['kind']> = Extract<Intent, { readonly kind: Kind }>;

/** An entry that stands in the journal. */
interface Written {
  readonly id: string;
  readonly n: number;
}

/**
 * Writes the official's act and acknowledges it once it is durable. An act that was written before is acknowledged as
 * it stands, whatever has happened since; an act of another profile is never booked here.
 * Rejects with `RequestError` or `StorageError`; nothing was written then.
 */
export async function record(services: Services, context: RequestContext, intent: Intent): Promise<Acknowledgement> {
  const { profile } = context;
  if (intent.profile !== profile.id) throw new RequestError('other-profile', 'the act names another profile');
  const { value, view, shared } = await atDesk(services, context, async (state, now): Promise<Step<Written>> => {
    const turn = { services, context, profile, state, now };
    const known = await writtenAs(profile, intent.id);
    const written = known ?? (await write(turn, intent));
    // A claim that is still open means that the worker died before the desk heard of its entry.
    const isNews = known === null || state.claim?.entryId === known.id;
    return { state: afterEntry(turn, intent, written, isNews), value: written };
  });
  // The journal changed, even where the desk looks the same: pages read again.
  services.tell(profile, { type: 'desk', desk: shared });
  return { ...value, desk: view };
}

interface Turn {
  readonly services: Services;
  readonly context: RequestContext;
  readonly profile: StoredProfile;
  readonly state: DeskState;
  readonly now: number;
}

function write(turn: Turn, intent: Intent): Promise<Written> {
  switch (intent.kind) {
    case 'finish':
      return writeFinish(turn, intent);
    case 'void':
      return writeVoid(turn, intent);
    case 'day-page':
      return writeEntry(turn, intent.id, dayPageEntry(intent, momentOf(turn)));
  }
}

async function writeFinish(turn: Turn, intent: IntentOf<'finish'>): Promise<Written> {
  const { services, context, profile, state, now } = turn;
  const first = await firstEntryOf(profile, state, intent.sessionId);
  if (first) return first;
  const asked = finishAt(state.desk, now);
  if (asked?.sessionId !== intent.sessionId) throw new RequestError('no-session', 'this session asks for nothing');
  const pack = packOf(await portalOf(services, context));
  const entry = finishEntry(intent, asked, pack, momentOf(turn));
  await services.desks.save(profile.id, { ...state, claim: { sessionId: intent.sessionId, entryId: intent.id } });
  return writeEntry(turn, intent.id, entry);
}

/** The entry that another tab, or a worker that died before it could say so, made for this session. */
async function firstEntryOf(profile: StoredProfile, state: DeskState, sessionId: string): Promise<Written | null> {
  const { ended } = state.desk;
  if (ended?.session.id === sessionId) return writtenAs(profile, ended.entryId);
  return state.claim?.sessionId === sessionId ? writtenAs(profile, state.claim.entryId) : null;
}

async function writeVoid(turn: Turn, intent: IntentOf<'void'>): Promise<Written> {
  const moment = momentOf(turn);
  const { day, half } = stamp(moment);
  const today = await entriesOn(await openProfileDb(turn.profile.id), await unlockProfile(turn.profile), day);
  const before = today.find(({ entry }) => entry.service?.kind === 'void' && entry.service.of === intent.of);
  if (before) return { id: before.id, n: before.n };
  const target = today.find(({ id }) => id === intent.of)?.entry.service;
  if (target?.kind !== 'finish' || target.half !== half) {
    throw new RequestError('too-late', 'only an entry of this half-day can be taken back');
  }
  return writeEntry(turn, intent.id, voidEntry(intent.of, target.pack, moment));
}

async function writeEntry({ profile, now }: Turn, id: string, entry: Parameters<typeof append>[1]['entry']) {
  const { n } = await append(profile, { id, entry }, now);
  return { id, n };
}

async function writtenAs(profile: StoredProfile, id: string): Promise<Written | null> {
  const n = await indexOf(profile, id);
  return n === null ? null : { id, n };
}

function momentOf({ profile, now }: Turn): EntryMoment {
  return { now, practice: profile.kind === 'practice' };
}

/** The desk once the entry stands. `isNews` is false for a late copy of an act whose effect the desk shows already. */
function afterEntry(turn: Turn, intent: Intent, written: Written, isNews: boolean): DeskState {
  const { services, state, now } = turn;
  const after = (event: DeskEvent) => nextDesk(state.desk, event, now, services.newId);
  if (intent.kind === 'finish' && isNews) {
    const { sessionId } = intent;
    return { ...state, claim: null, desk: after({ type: 'recorded', sessionId, entryId: written.id }) };
  }
  return intent.kind === 'void' ? { ...state, desk: after({ type: 'voided', of: intent.of }) } : state;
}
