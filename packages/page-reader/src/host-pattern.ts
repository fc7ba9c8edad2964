import type { PortalProfile } from './portal-profile.ts';

/**
 * How closely a pattern names a host (`motcua.example.vn`, with its port if the address has one); 0: not at all. A port
 * weighs more than none, an exact name more than a domain, a longer domain more than a shorter.
 */
function closeness(pattern: string, host: string): number {
  const [name, port] = nameAndPort(pattern);
  const [hostName, hostPort] = nameAndPort(host);
  if (port !== undefined && port !== hostPort) return 0;
  const isDomain = name.startsWith('*.');
  if (isDomain ? !hostName.endsWith(name.slice(1)) : hostName !== name) return 0;
  return name.length + (isDomain ? 0 : EXACT) + (port === undefined ? 0 : PORT);
}

/** The colons of an IPv6 address stand in brackets. */
function nameAndPort(host: string): readonly [name: string, port: string | undefined] {
  const colon = host.indexOf(':', host.indexOf(']') + 1);
  return colon < 0 ? [host, undefined] : [host.slice(0, colon), host.slice(colon + 1)];
}

/** More than any name is long. */
const PORT = 1000;
const EXACT = 2 * PORT;

/** The profile whose patterns name the host most closely, the first of several that do so equally; null: none does. */
export function closestProfile(profiles: readonly PortalProfile[], host: string): PortalProfile | null {
  const ranked = profiles.map((profile) => ({
    profile,
    close: Math.max(0, ...profile.hosts.map((pattern) => closeness(pattern, host))),
  }));
  const best = ranked.reduce<(typeof ranked)[number] | null>((a, b) => (b.close > (a?.close ?? 0) ? b : a), null);
  return best?.profile ?? null;
}
