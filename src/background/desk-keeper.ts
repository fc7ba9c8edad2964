import type { DeskView } from '../messages/requests.ts';
import type { StoredProfile } from '../storage/schema.ts';
import { inTurn } from '../storage/turns.ts';
import type { WatchedDossier } from '../storage/watched-dossier.ts';
import type { DeskState } from './desk-state.ts';
import { deskView, inTab } from './desk-view.ts';
import type { RequestContext, Services } from './services.ts';
import type { Speaker } from './tab-desk.ts';
import { watchedBy } from './watched.ts';

/** What a step at the desk gives: the state after it, and whatever its caller wants to know. */
export interface Step<T> {
  readonly state: DeskState;
  readonly value: T;
}

/** What became of a step, and the desk after it: as the tab that spoke sees it, and as all others do. */
export interface Taken<T> {
  readonly value: T;
  readonly view: DeskView;
  readonly shared: DeskView;
  readonly watched: readonly WatchedDossier[];
}

/**
 * Takes one step at a profile's desk: loads the state, lets `step` work, saves what came of it, tells the surfaces
 * if they would show something else, and has alarm and badge looked at again if something due changed. Steps of one
 * profile follow one another, so that two tabs never work on the same state; one that rejects changes nothing.
 */
export function atDesk<T>(
  services: Services,
  context: Pick<RequestContext, 'profile'> & Speaker,
  step: (state: DeskState, now: number) => Promise<Step<T>>,
): Promise<Taken<T>> {
  const { profile } = context;
  return inTurn(`desk ${profile.id}`, async () => {
    const before = await services.desks.load(profile.id);
    const now = services.now();
    const watchedBefore = await watchedBy(profile);
    const shown = deskView(profile, before, watchedBefore, now);
    const { state, value } = await step(before, now);
    if (state !== before) await services.desks.save(profile.id, state);
    const watched = await watchedBy(profile);
    const shared = deskView(profile, state, watched, now);
    const looksOther = JSON.stringify(shared) !== JSON.stringify(shown);
    if (looksOther) services.tell(profile, { type: 'desk', desk: shared });
    if (looksOther || dueTimes(watched) !== dueTimes(watchedBefore)) services.dueChanged();
    return { value, view: inTab(shared, state, context, now), shared, watched };
  });
}

/** What the alarm hangs on. An appointment moved within the day changes no number that is shown, but the alarm. */
function dueTimes(watched: readonly WatchedDossier[]): string {
  return JSON.stringify(watched.map(({ row, due, paused, mark }) => [row, due, paused, mark]));
}

/** The desk as it is, without a step, as every surface may show it. */
export async function viewDesk(services: Services, profile: StoredProfile): Promise<DeskView> {
  const state = await services.desks.load(profile.id);
  return deskView(profile, state, await watchedBy(profile), services.now());
}

/** The desk as it is, without a step, as the tab that asks sees it. */
export async function viewDeskIn(
  services: Services,
  context: Pick<RequestContext, 'profile'> & Speaker,
): Promise<DeskView> {
  const { profile } = context;
  const state = await services.desks.load(profile.id);
  const now = services.now();
  return inTab(deskView(profile, state, await watchedBy(profile), now), state, context, now);
}
