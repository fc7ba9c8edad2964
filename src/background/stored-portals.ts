import { storage } from '../platform/browser.ts';
import { storedPolicy } from '../platform/stored-policy.ts';
import { tellAll } from './broadcast.ts';
import type { PortalSource } from './portal-source.ts';

const policy = storedPolicy(() => tellAll({ type: 'rules' }));

/** Profiles in `storage.local` and in the policy. No personal data, so no key. */
export const storedPortals: PortalSource = {
  kept: async () => (await storage.local.get('portals')).portals,
  keep: (portals) => storage.local.set({ portals }),
  managed: () => policy.read(),
};
