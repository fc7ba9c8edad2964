import { kindFromUrl, type PageKind, pageMarks } from 'page-reader';
import { pagePattern } from '../messages/page-pattern.ts';
import type { Asleep } from '../messages/requests.ts';
import { deskView, inTab } from './desk-view.ts';
import { portalOf } from './portals.ts';
import type { RequestContext, Services } from './services.ts';
import { viewIn } from './tab-desk.ts';

/** Nothing of ours is shown on a page of another kind unless somebody calls. */
const SHOWN: ReadonlySet<PageKind> = new Set(['list', 'detail', 'receive', 'return', 'procedure']);

/**
 * By what a page would show that it needs the overlay; null where it needs it whatever it shows. `corrected`: page kinds by
 * `pagePattern`. Rejects with `RequestError` where the overlay was switched off.
 */
export async function peek(
  services: Services,
  context: RequestContext,
  corrected: Readonly<Record<string, PageKind>>,
): Promise<Asleep | null> {
  const portal = await portalOf(services, context);
  const { profile } = context;
  const state = await services.desks.load(profile.id);
  const now = services.now();
  const { pressed, finish, undoable } = inTab(deskView(profile, state, [], now), state, context, now);
  const kind = corrected[pagePattern(context.url)] ?? kindFromUrl(portal, context.url);
  const isAsked = pressed !== null || finish !== null || undoable !== null;
  if (isAsked || (kind !== null && SHOWN.has(kind))) return null;
  return { wake: false, marks: pageMarks(portal), holds: viewIn(state, context) !== null };
}
