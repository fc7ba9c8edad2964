import type { PortalProfile } from 'page-reader';
import type { Snapshot } from '../messages/requests.ts';
import { runtime } from '../platform/browser.ts';
import { portalById, portalForHost } from '../rules/portals/index.ts';
import { viewDeskIn } from './desk-keeper.ts';
import { calendar, calendarData, pack, packLabel, procedures } from './house-rules.ts';
import type { RequestContext, Services } from './services.ts';
import { readFolded, readLanguage, readPageKinds } from './settings.ts';

/** The portal family that the practice desk imitates. */
const PRACTICE_PORTAL = 'opencps';

/** Everything the overlay needs on one site, in one answer. */
export async function snapshot(services: Services, context: RequestContext): Promise<Snapshot> {
  return {
    versions: { extension: runtime.getManifest().version, pack: packLabel, calendar: calendar.label },
    language: await readLanguage(),
    portal: portalOf(context),
    pack,
    calendar: calendarData,
    procedures,
    pageKinds: await readPageKinds(),
    folded: await readFolded(context.host),
    desk: await viewDeskIn(services, context),
  };
}

function portalOf({ tier, host }: RequestContext): PortalProfile | null {
  return tier === 'practice' ? portalById(PRACTICE_PORTAL) : portalForHost(host);
}
