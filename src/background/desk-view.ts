import {
  type Desk,
  type DeskSession,
  deskAt,
  finishAt,
  JOIN_MS,
  SESSION_IDLE_MS,
  undoableAt,
} from 'checklist-core/desk';
import type { DeskView, FinishAsked, SessionView } from '../messages/requests.ts';
import type { StoredProfile } from '../storage/schema.ts';
import type { WatchedDossier } from '../storage/watched-dossier.ts';
import type { DeskState } from './desk-state.ts';
import { pressIn, type Speaker } from './tab-desk.ts';
import { todayCounts } from './today-counts.ts';

/**
 * The desk as every surface may show it at `now` (epoch ms): no code, no name of a citizen or a procedure. What is
 * pressed concerns one tab only: see `inTab`.
 */
export function deskView(
  profile: StoredProfile,
  state: DeskState,
  watched: readonly WatchedDossier[],
  now: number,
): DeskView {
  const { session, ended } = deskAt(state.desk, now);
  return {
    profile: { id: profile.id, name: profile.name },
    practice: profile.kind === 'practice',
    session: session && sessionView(session, ended),
    finish: finishAsked(state, now),
    pressed: null,
    undoable: undoableAt(state.desk, now),
    today: todayCounts(watched, now),
  };
}

/** The same view for one tab: with what was pressed there. */
export function inTab(view: DeskView, state: DeskState, speaker: Speaker, now: number): DeskView {
  const pressed = pressIn(state, speaker, now)?.pressed ?? null;
  return { ...view, pressed: pressed && { actionId: pressed.actionId, outcome: pressed.outcome, at: pressed.at } };
}

function sessionView(session: DeskSession, ended: Desk['ended']): SessionView {
  const { id, startedAt, startedBy, lastActivityAt, tone } = session;
  const greets = startedBy === 'button' || ended === null || startedAt - ended.at >= JOIN_MS;
  return { id, startedAt, until: lastActivityAt + SESSION_IDLE_MS, greets, tone };
}

function finishAsked(state: DeskState, now: number): FinishAsked | null {
  const asked = finishAt(state.desk, now);
  if (asked === null) return null;
  const { sessionId, outcome, tone, late, group, askedAt } = asked;
  return { sessionId, outcome, tone, late, group, askedAt };
}
