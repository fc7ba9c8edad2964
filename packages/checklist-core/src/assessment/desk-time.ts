import type { AskedFinish, Desk } from './desk.ts';

/** Without activity for this long the citizen has left unnoticed: unknown, never missed. */
export const SESSION_IDLE_MS = 20 * 60_000;
/** A pressed action without any sign for this long is forgotten. */
export const PRESS_WAITS_MS = 60_000;
/** An action pressed this soon after a finish is for the same citizen. */
export const JOIN_MS = 3 * 60_000;
/** How long the last entry can be taken back with one key. */
export const UNDO_MS = 5_000;

/** The desk as it is at `nowMs`: what has run out is gone. The same object if nothing has. */
export function deskAt(desk: Desk, nowMs: number): Desk {
  const session = within(desk.session?.lastActivityAt, nowMs, SESSION_IDLE_MS) ? desk.session : null;
  const pressed = within(desk.pressed?.at, nowMs, PRESS_WAITS_MS) ? desk.pressed : null;
  // An action pressed in the last moment of joining may show its success a minute later.
  const ended = within(desk.ended?.at, nowMs, JOIN_MS + PRESS_WAITS_MS) ? desk.ended : null;
  const same = session === desk.session && pressed === desk.pressed && ended === desk.ended;
  return same ? desk : { ...desk, session, pressed, ended };
}

/** The finish that waits for an answer at `nowMs`, with its session's id; null if none does. */
export function finishAt(desk: Desk, nowMs: number): (AskedFinish & { readonly sessionId: string }) | null {
  const { session } = deskAt(desk, nowMs);
  return session?.finish ? { sessionId: session.id, ...session.finish } : null;
}

/** The entry that one key still takes back at `nowMs`, and until when (epoch ms); null if none. */
export function undoableAt(desk: Desk, nowMs: number): { readonly id: string; readonly until: number } | null {
  const { ended } = desk;
  if (ended === null || !within(ended.at, nowMs, UNDO_MS)) return null;
  return { id: ended.entryId, until: ended.at + UNDO_MS };
}

/** Measured both ways: after a clock was set back, what seems to lie far ahead is as stale as what lies far behind. */
export function within(since: number | undefined, nowMs: number, limitMs: number): boolean {
  return since !== undefined && Math.abs(nowMs - since) < limitMs;
}
