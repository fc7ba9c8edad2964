import type { HouseView } from '../messages/requests.ts';
import { runtime } from '../platform/browser.ts';
import { calendarWindow } from './calendar-window.ts';
import { viewDesk } from './desk-keeper.ts';
import { calendar, calendarData, pack, packLabel } from './house-rules.ts';
import type { RequestContext, Services } from './services.ts';
import { readLanguage } from './settings.ts';

/** The rules in force, as the pages of ours show them. */
export async function houseView(services: Services, { profile }: RequestContext): Promise<HouseView> {
  return {
    versions: { extension: runtime.getManifest().version, pack: packLabel, calendar: calendar.label },
    language: await readLanguage(),
    pack,
    calendar: calendarWindow(calendarData, services.now()),
    desk: await viewDesk(services, profile),
  };
}
