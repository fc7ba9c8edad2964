import type { PortalProfile } from 'page-reader';
import { closestProfile, faultAt, isTaughtId, layOver, parseProfile } from 'page-reader/profile';
import type { PortalFault, PortalOrigin, PortalRow, PortalsView } from '../messages/requests.ts';
import { policyOf } from '../platform/policy.ts';
import { portals as shipped } from '../rules/portals/index.ts';
import { deskPackById } from './house-rules.ts';
import { idOf, readKept } from './kept-portals.ts';
import type { PortalSource } from './portal-source.ts';

/** Each is laid over those behind it. */
const ORIGINS: readonly PortalOrigin[] = ['policy', 'taught', 'imported', 'shipped'];

/** All profiles there are, uppermost first, and what was wrong with others. */
export async function portalLayers(source: PortalSource): Promise<PortalsView> {
  const policy = policyOf(await source.managed());
  const kept = readKept(await source.kept());
  const fromPolicy = readAll(policy.portals, 'policy');
  const fromHere = readAll(kept.profiles, 'local');
  const found: [PortalOrigin, PortalProfile][] = [
    ...fromPolicy.profiles.map((each): [PortalOrigin, PortalProfile] => ['policy', each]),
    ...fromHere.profiles.map((each): [PortalOrigin, PortalProfile] => [originOf(each), each]),
    ...shipped.map((each): [PortalOrigin, PortalProfile] => ['shipped', each]),
  ];
  const ignored = policy.ignored.map(
    (key): PortalFault => ({ ...faultAt([key], 'policy-key'), in: 'policy', id: null }),
  );
  return {
    rows: found
      .filter(([, { id }], at) => found.findIndex(([, other]) => other.id === id) === at)
      .sort(([a], [b]) => ORIGINS.indexOf(a) - ORIGINS.indexOf(b))
      .map(([origin, profile]) => ({ origin, profile, offBy: offBy(profile, policy.portalsOff, kept.off) })),
    allOff: policy.portalsOff.includes('*'),
    faults: [...ignored, ...fromPolicy.faults, ...fromHere.faults, ...found.flatMap(packFault)],
  };
}

/**
 * The profile of a host (with its port, if the address has one), all layers in one; null: only the generic reader.
 * `'off'`: one of its profiles was switched off, so the overlay stays away.
 */
export function portalInForce({ rows, allOff }: PortalsView, host: string): PortalProfile | null | 'off' {
  const layers = ORIGINS.flatMap((origin) => closestProfile(profilesOf(rows, origin), host) ?? []);
  const isOff = layers.some(({ id }) => rows.find(({ profile }) => profile.id === id)?.offBy !== null);
  if (allOff || isOff) return 'off';
  return layers.reduceRight<PortalProfile | null>((below, upper) => (below ? layOver(upper, below) : upper), null);
}

function profilesOf(rows: readonly PortalRow[], wanted: PortalOrigin): readonly PortalProfile[] {
  return rows.filter(({ origin }) => origin === wanted).map(({ profile }) => profile);
}

function originOf({ id }: PortalProfile): PortalOrigin {
  return isTaughtId(id) ? 'taught' : 'imported';
}

function offBy(
  { id, enabled }: PortalProfile,
  byPolicy: readonly string[],
  byOfficial: readonly string[],
): PortalRow['offBy'] {
  if (byPolicy.includes(id) || byPolicy.includes('*')) return 'policy';
  if (enabled === false) return 'file';
  return byOfficial.includes(id) ? 'official' : null;
}

/** A faulty profile never takes the others with it. */
function readAll(values: readonly unknown[], place: PortalFault['in']) {
  const profiles: PortalProfile[] = [];
  const faults: PortalFault[] = [];
  for (const [at, value] of values.entries()) {
    const parsed = parseProfile(value);
    if (parsed.ok) profiles.push(parsed.profile);
    else {
      const where = { in: place, id: idOf(value) };
      faults.push(...parsed.faults.map((fault) => ({ ...fault, ...where, path: `/portals/${at}${fault.path}` })));
    }
  }
  return { profiles, faults };
}

/** A pack that nobody has: the default one takes its place. */
function packFault([origin, { id, pack }]: [PortalOrigin, PortalProfile]): PortalFault[] {
  if (pack === undefined || deskPackById(pack) !== null) return [];
  return [{ ...faultAt(['pack'], 'no-pack', { id: pack }), in: origin === 'policy' ? 'policy' : 'local', id }];
}
