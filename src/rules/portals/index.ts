import type { PortalProfile } from 'page-reader';
import liferayClassic from './liferay-classic.json' with { type: 'json' };
import national from './national.json' with { type: 'json' };
import opencps from './opencps.json' with { type: 'json' };
import thanhHoa from './thanh-hoa.json' with { type: 'json' };

/** The profiles that ship, as the files stand. */
export const shippedProfileFiles: readonly unknown[] = [opencps, thanhHoa, national, liferayClassic];

/**
 * The portals that ship. The assertion is needed because an imported JSON file has `string` where the type has words;
 * the test beside this file reads the same files through `parseProfile`.
 */
export const portals = shippedProfileFiles as readonly PortalProfile[];

/** The profile of a host (no port), or null: then the generic reader does what it can. */
export function portalForHost(host: string, among: readonly PortalProfile[] = portals): PortalProfile | null {
  return among.find(({ hosts }) => hosts.some((pattern) => matches(pattern, host))) ?? null;
}

/** The profile with this id, or null. */
export function portalById(id: string): PortalProfile | null {
  return portals.find((portal) => portal.id === id) ?? null;
}

function matches(pattern: string, host: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}
