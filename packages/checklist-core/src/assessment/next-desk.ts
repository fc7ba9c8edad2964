import type { OnTimeClass } from '../journal/entry.ts';
import type { AskedFinish, Desk, DeskSession, DossierPage, EndedSession, PressedAction, SeenDossier } from './desk.ts';
import { deskAt, JOIN_MS, UNDO_MS, within } from './desk-time.ts';
import type { Channel, Outcome, Tone } from './outcome.ts';

/** What happens at a desk. */
export type DeskEvent =
  /** `Có người dân đang chờ`: the official says that a citizen is here. */
  | { readonly type: 'waiting' }
  /** A page was read. */
  | { readonly type: 'see'; readonly page: DossierPage; readonly dossier: SeenDossier }
  /** A page that is no dossier's: list, rating, another site. */
  | { readonly type: 'leave' }
  /** A commit control was pressed. `onTime`: how a return made now stands to its printed appointment. */
  | {
      readonly type: 'press';
      readonly actionId: string;
      readonly outcome: Outcome;
      readonly dossier: SeenDossier;
      readonly onTime: OnTimeClass;
    }
  /** The portal showed the sign of success or failure of the pressed action. */
  | { readonly type: 'settle'; readonly success: boolean }
  /** The finish of a session was confirmed or skipped, and its entry is durable. */
  | { readonly type: 'recorded'; readonly sessionId: string; readonly entryId: string }
  /** An entry was taken back, and the void is durable. */
  | { readonly type: 'voided'; readonly of: string };

/** Keys kept of one session; far more dossiers than one visit has, few enough for session storage. */
const MAX_DOSSIERS = 50;

/**
 * The desk after an event at `nowMs` (epoch ms). Pure; `newId` gives the id of a session that starts. An event that
 * does not fit (a record for another session, a sign without a press) leaves the desk as it is at that time.
 */
export function nextDesk(desk: Desk, event: DeskEvent, nowMs: number, newId: () => string): Desk {
  const current = deskAt(desk, nowMs);
  switch (event.type) {
    case 'waiting':
      return afterWaiting(current, nowMs, newId);
    case 'see':
      return afterSight(current, event, nowMs, newId);
    case 'leave':
      return current.inView === null ? current : { ...current, inView: null };
    case 'press':
      return afterPress(current, event, nowMs, newId);
    case 'settle':
      return afterSign(current, event.success, nowMs);
    case 'recorded':
      return afterRecord(current, event, nowMs);
    case 'voided':
      return afterVoid(current, event.of, nowMs);
  }
}

type DeskEventOf<Type extends DeskEvent['type']> = Extract<DeskEvent, { readonly type: Type }>;

/** The next citizen: whatever was open ends without a record. A dossier already on the screen comes along. */
function afterWaiting(desk: Desk, nowMs: number, newId: () => string): Desk {
  const session = newSession('button', nowMs, newId);
  const { inView } = desk;
  const before = desk.session ?? desk.ended?.session ?? null;
  if (inView === null || isAbsent(inView.channel) || owns(before, inView.key)) return { ...desk, session };
  return { ...desk, session: withDossier(session, inView, nowMs) };
}

function afterSight(desk: Desk, event: DeskEventOf<'see'>, nowMs: number, newId: () => string): Desk {
  const { page, dossier } = event;
  const { key, channel, tone } = dossier;
  const seen: Desk = { ...desk, inView: { page, key, channel, tone } };
  if (isAbsent(channel)) return seen;
  if (desk.session !== null) return { ...seen, session: withDossier(desk.session, dossier, nowMs) };
  if (!meansSomebodyIsHere(page, channel) || !isNewlyOpened(desk, event, nowMs)) return seen;
  return { ...seen, session: withDossier(newSession('page', nowMs, newId), dossier, nowMs) };
}

function afterPress(desk: Desk, event: DeskEventOf<'press'>, nowMs: number, newId: () => string): Desk {
  const { actionId, outcome, dossier, onTime } = event;
  const press = (sessionId: string | null): PressedAction => ({
    actionId,
    outcome,
    at: nowMs,
    dossier,
    onTime,
    sessionId,
  });
  if (isAbsent(dossier.channel)) return { ...desk, pressed: press(null) };
  const joined = endedOfSameCitizen(desk, nowMs);
  if (joined !== null) return { ...desk, pressed: press(joined.session.id) };
  const session = desk.session ?? sessionOfPress(desk, dossier.channel, nowMs, newId);
  if (session === null) return { ...desk, pressed: press(null) };
  return { ...desk, session: withDossier(session, dossier, nowMs), pressed: press(session.id) };
}

function afterSign(desk: Desk, success: boolean, nowMs: number): Desk {
  const { session, ended, pressed } = desk;
  if (pressed === null) return desk;
  const settled: Desk = { ...desk, pressed: null };
  if (!success) return settled;
  if (pressed.sessionId === ended?.session.id) return joinEnded(settled, ended, pressed);
  if (session === null || pressed.sessionId !== session.id) return settled;
  return { ...settled, session: { ...session, lastActivityAt: nowMs, finish: finishOf(session, pressed, nowMs) } };
}

function afterRecord(desk: Desk, event: DeskEventOf<'recorded'>, nowMs: number): Desk {
  const { session } = desk;
  if (session === null || session.id !== event.sessionId) return desk;
  return { ...desk, session: null, ended: { session, entryId: event.entryId, at: nowMs } };
}

/** Taken back at once, the finish is asked again in the same session, unless the official has called the next citizen. */
function afterVoid(desk: Desk, of: string, nowMs: number): Desk {
  const { session, ended } = desk;
  if (ended === null || ended.entryId !== of || !within(ended.at, nowMs, UNDO_MS)) return desk;
  if (session !== null && !isGuess(session)) return { ...desk, ended: null };
  const reopened = withDossiersOf({ ...ended.session, lastActivityAt: nowMs }, session);
  return { ...desk, session: reopened, ended: null };
}

/** For `online` and `post` nobody is at the desk. */
function isAbsent(channel: Channel | null): boolean {
  return channel === 'online' || channel === 'post';
}

/** A receive form is filled in for somebody; a dossier's page says so only if the dossier came over the counter. */
function meansSomebodyIsHere(page: DossierPage, channel: Channel | null): boolean {
  return channel === 'direct' || (page === 'receive' && channel === null);
}

/** A page that is read again, or a dossier of the citizen who has just left, is not the next citizen. */
function isNewlyOpened(desk: Desk, { page, dossier }: DeskEventOf<'see'>, nowMs: number): boolean {
  const { inView, ended } = desk;
  if (inView !== null && inView.page === page && isSameKey(page, inView.key, dossier.key)) return false;
  return !(within(ended?.at, nowMs, JOIN_MS) && owns(ended?.session ?? null, dossier.key));
}

/** A receive form gets its dossier's key while it is being filled in. */
function isSameKey(page: DossierPage, before: string | null, now: string | null): boolean {
  return before === now || (page === 'receive' && before === null);
}

function owns(session: DeskSession | null, key: string | null): boolean {
  return key !== null && (session?.dossiers.includes(key) ?? false);
}

/** Opened by what a page suggests: may still turn out to be the citizen before, with one more dossier. */
function isGuess(session: DeskSession): boolean {
  return session.startedBy !== 'button';
}

/** The session that an action pressed now joins without asking: finished a moment ago, and nobody was called since. */
function endedOfSameCitizen(desk: Desk, nowMs: number): EndedSession | null {
  const { session, ended } = desk;
  if (ended === null || !within(ended.at, nowMs, JOIN_MS)) return null;
  return session === null || isGuess(session) ? ended : null;
}

function sessionOfPress(desk: Desk, channel: Channel | null, nowMs: number, newId: () => string): DeskSession | null {
  const page = desk.inView?.page ?? 'dossier';
  return meansSomebodyIsHere(page, channel) ? newSession('press', nowMs, newId) : null;
}

function joinEnded(desk: Desk, ended: EndedSession, pressed: PressedAction): Desk {
  const { session } = desk;
  const guess = session !== null && isGuess(session) ? session : null;
  const joined = withDossiersOf(withKey(ended.session, pressed.dossier.key), guess);
  return { ...desk, session: guess === null ? session : null, ended: { ...ended, session: joined } };
}

function finishOf(session: DeskSession, pressed: PressedAction, nowMs: number): AskedFinish {
  const { outcome, dossier } = pressed;
  const onTime = outcome === 'returned' ? pressed.onTime : null;
  return {
    askedAt: nowMs,
    outcome,
    // An unknown tone is not borrowed from another dossier of the session: a guess never decides.
    tone: session.tone === 'grief' ? 'grief' : dossier.tone,
    group: dossier.group,
    procedureCode: dossier.procedureCode,
    channel: dossier.channel,
    onTime,
    late: onTime === null ? null : onTime === 'late',
  };
}

function newSession(startedBy: DeskSession['startedBy'], nowMs: number, newId: () => string): DeskSession {
  return { id: newId(), startedAt: nowMs, lastActivityAt: nowMs, startedBy, tone: null, dossiers: [], finish: null };
}

function withDossier(
  session: DeskSession,
  dossier: { readonly key: string | null; readonly tone: Tone | null },
  nowMs: number,
): DeskSession {
  return { ...withTone(withKey(session, dossier.key), dossier.tone), lastActivityAt: nowMs };
}

function withDossiersOf(session: DeskSession, other: DeskSession | null): DeskSession {
  if (other === null) return session;
  return withTone(other.dossiers.reduce<DeskSession>(withKey, session), other.tone);
}

function withKey(session: DeskSession, key: string | null): DeskSession {
  if (key === null || session.dossiers.includes(key)) return session;
  return { ...session, dossiers: [...session.dossiers, key].slice(-MAX_DOSSIERS) };
}

/** Nobody who mourns is congratulated, not even for another dossier, also where the finish is asked already. */
function withTone(session: DeskSession, tone: Tone | null): DeskSession {
  if (session.tone === 'grief' || tone === null) return session;
  const finish = tone === 'grief' && session.finish !== null ? { ...session.finish, tone } : session.finish;
  return { ...session, tone, finish };
}
