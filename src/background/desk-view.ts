import { type DeskSession, deskAt, finishAt, SESSION_IDLE_MS, undoableAt } from 'checklist-core';
import type { DeskView, FinishAsked, SessionView } from '../messages/requests.ts';
import type { StoredProfile } from '../storage/schema.ts';
import type { WatchedDossier } from '../storage/watched-dossier.ts';
import type { DeskState } from './desk-state.ts';
import { todayCounts } from './today-counts.ts';

/** The desk as every surface may show it at `now` (epoch ms): no code, no name of a citizen or a procedure. */
export function deskView(
  profile: StoredProfile,
  state: DeskState,
  watched: readonly WatchedDossier[],
  now: number,
): DeskView {
  const { session, pressed } = deskAt(state.desk, now);
  return {
    profile: { id: profile.id, name: profile.name },
    practice: profile.kind === 'practice',
    session: session && sessionView(session),
    finish: finishAsked(state, now),
    pressed: pressed && { actionId: pressed.actionId, outcome: pressed.outcome, at: pressed.at },
    undoable: undoableAt(state.desk, now),
    today: todayCounts(watched, now, state.listed),
  };
}

function sessionView({ id, startedAt, lastActivityAt, tone }: DeskSession): SessionView {
  return { id, startedAt, until: lastActivityAt + SESSION_IDLE_MS, tone };
}

function finishAsked(state: DeskState, now: number): FinishAsked | null {
  const asked = finishAt(state.desk, now);
  if (asked === null) return null;
  const { sessionId, outcome, tone, late, group, askedAt } = asked;
  return { sessionId, outcome, tone, late, group, askedAt };
}
