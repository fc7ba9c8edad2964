import { newEntryId } from 'checklist-core/journal';
import { alarms, commands, permissions, runtime, storage } from '../platform/browser.ts';
import { now } from '../platform/clock.ts';
import { tellAll, tellFrontTab, tellPages } from './broadcast.ts';
import { ALARM, lookAtDue } from './reminders.ts';
import { createRouter } from './router.ts';
import type { Services } from './services.ts';
import { sessionDeskStore } from './session-desk-store.ts';
import { forgetAddresses } from './settings.ts';
import { keepSites, sitesGranted, sitesInstalled, sitesRevoked } from './sites.ts';
import { storedPortals } from './stored-portals.ts';

/*
 * The background: a service worker in Chromium, an event page in Firefox, from this one file. It may end after any
 * event and starts again with the next; so every listener is registered here, at once and before anything is awaited,
 * and nothing that matters is kept in a variable.
 */

const services: Services = {
  desks: sessionDeskStore,
  portals: storedPortals,
  now,
  newId: () => newEntryId((length) => crypto.getRandomValues(new Uint8Array(length))),
  tell: (profile, broadcast) => (profile.kind === 'practice' ? tellPages(broadcast) : tellAll(broadcast)),
  dueChanged: () => void lookAtDue(),
};

runtime.onMessage.addListener(createRouter(services));
alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === ALARM) void lookAtDue();
});
commands.onCommand.addListener((command) => {
  if (command === 'main') void tellFrontTab({ type: 'chord' });
});
// Of the policy alone: whatever is written elsewhere would wake the background for nothing.
storage.managed.onChanged.addListener(() => tellAll({ type: 'rules' }));
permissions.onAdded.addListener(({ origins }) => void sitesGranted(origins));
permissions.onRemoved.addListener(() => void sitesRevoked());
// Browsers drop alarms and registered scripts on an update and some on a restart; each start looks for itself, these
// two wake it. Tabs that were open before are looked for once only.
runtime.onInstalled.addListener(() => void sitesInstalled());
runtime.onStartup.addListener(look);

look();

function look(): void {
  void lookAtDue();
  void keepSites();
  void forgetAddresses();
}
