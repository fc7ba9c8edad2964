import { type Desk, type DossierInView, deskAt, emptyDesk, type PressedAction } from 'checklist-core/desk';
import type { PageFacts } from 'page-reader';
import type { DeskState } from './desk-state.ts';
import type { RequestContext } from './services.ts';

/*
 * Several pages may show a dossier, and wait for the sign of a pressed action, at once. So each tab has its own dossier in
 * view and its own press: the desk of checklist-core knows one of each, and is handed those of the tab that speaks.
 */

/** A commit control that was pressed in one tab. */
export interface TabPress {
  readonly pressed: PressedAction;
  /** The site it was pressed on: the words of another site in the same tab are no sign of it. */
  readonly host: string;
  /** Its dossier, for the watch list once the action succeeds; null if the page did not say. */
  readonly facts: PageFacts | null;
}

/** Who speaks. */
export type Speaker = Pick<RequestContext, 'tab' | 'host' | 'tier'>;

/** Tabs that are closed say nothing of it; so many are remembered, the youngest ones. */
const MOST_TABS = 40;

/** What waits in this tab, on this site, at `now` (epoch ms); null if nothing does, or not any more. */
export function pressIn(state: DeskState, { tab, host }: Speaker, now: number): TabPress | null {
  const press = state.presses[tab];
  return press !== undefined && press.host === host && isWaiting(press, now) ? press : null;
}

/** The dossier page that this tab shows; a page of ours, which shows none, is asked over the one that was looked at last. */
export function viewIn({ desk, views }: DeskState, { tab, tier }: Speaker): DossierInView | null {
  return tier === 'page' ? desk.inView : (views[tab] ?? null);
}

/** The desk as this tab's events meet it. */
export function deskIn(state: DeskState, speaker: Speaker, now: number): Desk {
  const pressed = pressIn(state, speaker, now)?.pressed ?? null;
  return { ...state.desk, pressed, inView: viewIn(state, speaker) };
}

/**
 * The state after an event in this tab: `desk` holds what the tab shows and waits for now, if anything, and `facts` what
 * is known of the dossier it waits with. Stale presses go.
 */
export function afterIn(
  state: DeskState,
  speaker: Speaker,
  desk: Desk,
  facts: TabPress['facts'],
  now: number,
): DeskState {
  const { tab, host, tier } = speaker;
  const waiting = others(state.presses, tab).filter(([, press]) => isWaiting(press, now));
  const { pressed, inView } = desk;
  const presses = pressed === null ? waiting : [...waiting, [tab, { pressed, host, facts }] as const];
  const seen = others(state.views, tab).slice(1 - MOST_TABS);
  const views = inView === null ? seen : [...seen, [tab, inView] as const];
  return {
    ...state,
    desk: { ...desk, pressed: null },
    presses: Object.fromEntries(presses),
    views: tier === 'page' ? state.views : Object.fromEntries(views),
  };
}

function others<T>(byTab: Readonly<Record<string, T>>, tab: string): readonly (readonly [string, T])[] {
  return Object.entries(byTab).filter(([other]) => other !== tab);
}

function isWaiting({ pressed }: TabPress, now: number): boolean {
  return deskAt({ ...emptyDesk, pressed }, now).pressed !== null;
}
