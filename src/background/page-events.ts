import type { Outcome } from 'checklist-core';
import { returnTiming, wallMinuteAt } from 'checklist-core/deadline';
import { type Desk, type DeskEvent, nextDesk } from 'checklist-core/desk';
import type { OnTimeClass } from 'checklist-core/journal';
import { isClosedStatus, isDueDoubtful, type PageFacts, RESULT_READY } from 'page-reader';
import type { DeskRequests, DeskView, Sighting } from '../messages/requests.ts';
import { resolveProcedure } from '../rules/index.ts';
import type { StoredProfile } from '../storage/schema.ts';
import { rowsOf } from '../storage/watch-store.ts';
import { atDesk } from './desk-keeper.ts';
import type { DeskState } from './desk-state.ts';
import { calendar, procedures } from './house-rules.ts';
import type { RequestContext, Services } from './services.ts';
import { afterIn, deskIn, pressIn } from './tab-desk.ts';
import { todayCounts } from './today-counts.ts';
import { printedProcedure, sightOfSuccess, sightsOfPage } from './watch-feed.ts';
import { keyOf, watch } from './watched.ts';

/* What happens on the portal's pages: each becomes an event of the desk and, where a dossier was opened, a watch row. */

/** A page tries for a quarter of a minute, and there are few pages. */
const MOST_HEARD = 20;

/** A page was read. */
export async function seePage(services: Services, context: RequestContext, page: Sighting): Promise<DeskView> {
  const { profile, host } = context;
  const done = await atDesk(services, context, async (state, now) => {
    await watch(profile, sightsOfPage(page, host), now);
    const event = await pageEvent(profile, page);
    const before = deskIn(state, context, now);
    const seen = event ? nextDesk(before, event, now, services.newId) : before;
    const desk = isLookedUp(page) ? withoutNewSession(seen, before) : seen;
    return { state: afterIn(state, context, desk, now), value: now };
  });
  if (page.kind !== 'list') return done.view;
  // The rows of a list are counted by the page that shows them.
  const listed = await rowsOf(profile, page.listed);
  return { ...done.view, today: todayCounts(done.watched, done.value, listed) };
}

/** A citizen is here. */
export async function citizenWaits(
  services: Services,
  context: RequestContext,
  { id }: DeskRequests['waiting']['body'],
): Promise<DeskView> {
  return once(services, context, id, async (state, now) => {
    const desk = nextDesk(deskIn(state, context, now), { type: 'waiting' }, now, services.newId);
    return afterIn(state, context, desk, now);
  });
}

/** A commit control was pressed. */
export async function press(
  services: Services,
  context: RequestContext,
  body: DeskRequests['press']['body'],
): Promise<DeskView> {
  const { profile } = context;
  return once(services, context, body.id, async (state, now) => {
    const { actionId, outcome, facts } = body;
    const dossier = await seenDossier(profile, facts, body.channel);
    const event: DeskEvent = { type: 'press', actionId, outcome, dossier, onTime: onTimeOf(outcome, facts, now) };
    const desk = nextDesk(deskIn(state, context, now), event, now, services.newId);
    return afterIn(state, context, desk, now, facts);
  });
}

/** The sign of success, or of failure, of the action pressed in this tab; of another tab's action it says nothing. */
export async function settle(
  services: Services,
  context: RequestContext,
  { id, success, facts }: DeskRequests['settle']['body'],
): Promise<DeskView> {
  const { profile } = context;
  return once(services, context, id, async (state, now) => {
    const press = pressIn(state, context, now);
    if (press === null) return state;
    const { pressed, host } = press;
    if (success && press.facts !== null) {
      await watch(profile, sightOfSuccess(afterSuccess(press.facts, facts), pressed.outcome, host), now);
    }
    const desk = nextDesk(deskIn(state, context, now), { type: 'settle', success }, now, services.newId);
    return afterIn(state, context, desk, now);
  });
}

/** An event that happened once, however often a page that got no answer in time sends it. */
async function once(
  services: Services,
  context: RequestContext,
  id: string,
  step: (state: DeskState, now: number) => Promise<DeskState>,
): Promise<DeskView> {
  const done = await atDesk(services, context, async (state, now) => {
    if (state.heard.includes(id)) return { state, value: null };
    const heard = [...state.heard, id].slice(-MOST_HEARD);
    return { state: { ...(await step(state, now)), heard }, value: null };
  });
  return done.view;
}

/**
 * The dossier once its action succeeded. The page may have moved on to another dossier meanwhile: only where the press
 * named no code may the page now give it, because portals give a new dossier its code when they take it.
 */
function afterSuccess(pressed: PageFacts, now: PageFacts | null): PageFacts {
  const sameDossier = now !== null && (pressed.code === undefined || pressed.code === now.code);
  return sameDossier ? { ...pressed, ...now } : pressed;
}

async function pageEvent(profile: StoredProfile, { kind, facts }: Sighting): Promise<DeskEvent | null> {
  if (kind !== 'receive' && kind !== 'detail' && kind !== 'return') return { type: 'leave' };
  if (facts === null) return null;
  const page = kind === 'receive' ? 'receive' : 'dossier';
  return { type: 'see', page, dossier: await seenDossier(profile, facts, facts.channel ?? null) };
}

/** A dossier that is over is looked up, not worked on for somebody; a ready result is what a citizen comes for. */
function isLookedUp({ kind, facts }: Sighting): boolean {
  return kind !== 'receive' && isClosedStatus(facts?.status) && facts?.status !== RESULT_READY;
}

/** Whoever is at the desk stays; nobody appears. The dossier stays in view, so that its tone is known if one comes. */
function withoutNewSession(desk: Desk, before: Desk): Desk {
  return desk.session?.id === before.session?.id ? desk : { ...desk, session: null };
}

async function seenDossier(profile: StoredProfile, facts: PageFacts | null, channel: PageFacts['channel'] | null) {
  const procedure = facts && resolveProcedure(procedures, printedProcedure(facts));
  return {
    key: await keyOf(profile, facts?.code),
    channel: channel ?? facts?.channel ?? null,
    procedureCode: procedure?.code ?? facts?.procedureCode ?? null,
    group: procedure?.group ?? null,
    tone: procedure?.tone ?? null,
  };
}

/**
 * How the result was returned. A result that lay ready may be fetched days after its due date without anybody being
 * late: then only what the portal itself prints is believed, and without it nothing is said.
 */
function onTimeOf(outcome: Outcome, facts: PageFacts | null, now: number): OnTimeClass {
  if (outcome !== 'returned') return null;
  const { dueState } = facts ?? {};
  if (dueState === 'early' || dueState === 'on-time') return dueState;
  if (facts?.status === RESULT_READY) return dueState === 'late' ? 'late' : null;
  // A due time that the page itself makes doubtful makes nobody late.
  if (facts === null || isDueDoubtful(facts)) return null;
  return returnTiming(calendar, facts.due ?? null, wallMinuteAt(now, calendar.offsetMinutes))?.onTime ?? null;
}
