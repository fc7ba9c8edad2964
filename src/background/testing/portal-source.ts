import type { PortalSource } from '../portal-source.ts';

/** Profiles in memory, as the browser would keep them: a copy in, a copy out. */
export function portalSource(kept: unknown = undefined, managed: unknown = {}): PortalSource {
  let now = structuredClone(kept);
  return {
    kept: async () => structuredClone(now),
    keep: async (changed) => {
      now = structuredClone(changed);
    },
    managed: async () => structuredClone(managed),
  };
}
