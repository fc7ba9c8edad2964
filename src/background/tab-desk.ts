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
  readonly tab: string;
  /** The site it was pressed on: the words of another site in the same tab are no sign of it. */
  readonly host: string;
  readonly pressed: PressedAction;
  /** Its dossier, for the watch list once the action succeeds; null if the page did not say. */
  readonly facts: PageFacts | null;
}

/** The dossier page that a tab shows. */
export interface TabView {
  readonly tab: string;
  readonly inView: DossierInView;
}

/** Who speaks. */
export type Speaker = Pick<RequestContext, 'tab' | 'host'>;

/** Tabs that are closed say nothing of it; so many are remembered, those that spoke last. */
const MOST_TABS = 40;

/** What waits in this tab, on this site, at `now` (epoch ms); null if nothing does, or not any more. */
export function pressIn({ presses }: DeskState, speaker: Speaker, now: number): TabPress | null {
  return presses.find((press) => isBy(press, speaker) && isWaiting(press, now)) ?? null;
}

/** The dossier page that this tab shows; null if it shows none. */
export function viewIn({ views }: DeskState, { tab }: Speaker): DossierInView | null {
  return views.find((view) => view.tab === tab)?.inView ?? null;
}

/** The desk as this tab's events meet it. */
export function deskIn(state: DeskState, speaker: Speaker, now: number): Desk {
  const pressed = pressIn(state, speaker, now)?.pressed ?? null;
  return { ...state.desk, pressed, inView: viewIn(state, speaker) };
}

/**
 * The state after an event in this tab: `desk` holds what the tab shows and waits for now, if anything, and `facts` what
 * is known of the dossier it waits with; without them it is what was known. Stale presses go.
 */
export function afterIn(
  state: DeskState,
  speaker: Speaker,
  desk: Desk,
  now: number,
  facts = pressIn(state, speaker, now)?.facts ?? null,
): DeskState {
  const { tab, host } = speaker;
  const { pressed, inView } = desk;
  const waiting = state.presses.filter((press) => !isBy(press, speaker) && isWaiting(press, now));
  const seen = state.views.filter((view) => view.tab !== tab).slice(1 - MOST_TABS);
  return {
    ...state,
    desk: { ...desk, pressed: null, inView: null },
    presses: pressed === null ? waiting : [...waiting, { tab, host, pressed, facts }],
    views: inView === null ? seen : [...seen, { tab, inView }],
  };
}

function isBy(press: TabPress, { tab, host }: Speaker): boolean {
  return press.tab === tab && press.host === host;
}

function isWaiting({ pressed }: TabPress, now: number): boolean {
  return deskAt({ ...emptyDesk, pressed }, now).pressed !== null;
}
