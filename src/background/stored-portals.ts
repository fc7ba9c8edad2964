import { storage } from '../platform/browser.ts';
import type { PortalSource } from './portal-source.ts';

/** Profiles in `storage.local` and in the policy. No personal data, so no key. */
export const storedPortals: PortalSource = {
  kept: async () => (await storage.local.get('portals')).portals,
  keep: (portals) => storage.local.set({ portals }),
  // Firefox rejects where there is no policy, Chromium answers with nothing.
  managed: () => storage.managed.get().catch(() => ({})),
};
