import { type Desk, deskAt, emptyDesk, type PressedAction } from 'checklist-core/desk';
import type { PageFacts } from 'page-reader';
import type { DeskState } from './desk-state.ts';

/*
 * A pressed action waits for its sign on the page it was pressed on. Several pages may wait at once, so each tab has
 * its own press: the desk of checklist-core knows one, and is handed the one of the tab that speaks.
 */

/** A commit control that was pressed in one tab. */
export interface TabPress {
  readonly pressed: PressedAction;
  /** Its dossier, for the watch list once the action succeeds; null if the page did not say. */
  readonly dossier: { readonly facts: PageFacts; readonly host: string } | null;
}

/** What waits in this tab at `now` (epoch ms); null if nothing does, or not any more. */
export function pressIn(state: DeskState, tab: string, now: number): TabPress | null {
  const press = state.presses[tab];
  return press !== undefined && isWaiting(press, now) ? press : null;
}

/** The desk as this tab's events meet it. */
export function deskIn(state: DeskState, tab: string, now: number): Desk {
  return { ...state.desk, pressed: pressIn(state, tab, now)?.pressed ?? null };
}

/** The state after an event in this tab: `desk` holds what the tab waits for now, if anything. Stale presses go. */
export function afterIn(
  state: DeskState,
  tab: string,
  desk: Desk,
  dossier: TabPress['dossier'],
  now: number,
): DeskState {
  const others = Object.entries(state.presses).filter(([other, press]) => other !== tab && isWaiting(press, now));
  const own = desk.pressed === null ? [] : [[tab, { pressed: desk.pressed, dossier }] as const];
  return { ...state, desk: { ...desk, pressed: null }, presses: Object.fromEntries([...others, ...own]) };
}

function isWaiting({ pressed }: TabPress, now: number): boolean {
  return deskAt({ ...emptyDesk, pressed }, now).pressed !== null;
}
