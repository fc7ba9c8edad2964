import type { PortalProfile } from 'page-reader';
import { closestProfile, faultAt, isTaughtId, layOver, parseProfile } from 'page-reader/profile';
import type { PortalFault, PortalOrigin, PortalRow, PortalsView } from '../messages/requests.ts';
import { switchedOff } from '../messages/switched-off.ts';
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
  const found: Found = [
    ...fromPolicy.profiles.map((each) => ['policy', each] as const),
    ...fromHere.profiles.map((each) => [originOf(each), each] as const),
    ...shipped.map((each) => ['shipped', each] as const),
  ];
  const ignored = policy.ignored.map(
    (key): PortalFault => ({ ...faultAt([key], 'policy-key'), in: 'policy', id: null }),
  );
  return {
    rows: found
      .map(([origin, profile], at) => ({
        origin,
        profile,
        offBy: offBy(profile, policy.portalsOff, kept.off),
        replacedBy: replacedBy(found, at),
      }))
      .sort((a, b) => ORIGINS.indexOf(a.origin) - ORIGINS.indexOf(b.origin)),
    allOff: policy.portalsOff.includes('*'),
    faults: [
      ...ignored,
      ...policy.portalsOff.flatMap((id, at) => unknownOff(id, at, found)),
      ...fromPolicy.faults,
      ...fromHere.faults,
      ...found.flatMap(packFault),
    ],
  };
}

/**
 * The profile of a host (with its port, if the address has one), all layers in one; null: only the generic reader.
 * `'off'`: a profile that names it was switched off, so the overlay stays away.
 */
export function portalInForce(view: PortalsView, host: string): PortalProfile | null | 'off' {
  if (switchedOff(view, host) !== null) return 'off';
  const acting = view.rows.filter((row) => row.replacedBy === null);
  const layers = ORIGINS.flatMap((origin) => closestProfile(profilesOf(acting, origin), host) ?? []);
  return layers.reduceRight<PortalProfile | null>((below, upper) => (below ? layOver(upper, below) : upper), null);
}

function profilesOf(rows: readonly PortalRow[], wanted: PortalOrigin): readonly PortalProfile[] {
  return rows.filter(({ origin }) => origin === wanted).map(({ profile }) => profile);
}

type Found = readonly (readonly [PortalOrigin, PortalProfile])[];

/** A profile takes the place of those below it with the same id; what was taught is laid under it, as under any other. */
function replacedBy(found: Found, at: number): PortalOrigin | null {
  const [origin, { id } = { id: '' }] = found[at] ?? [];
  if (origin === 'taught') return null;
  return found.slice(0, at).find(([, other]) => other.id === id)?.[0] ?? null;
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

/** A kill switch that names nothing there is: a slip of the pen, or a profile that may come yet. */
function unknownOff(id: string, at: number, found: Found): PortalFault[] {
  if (id === '*' || found.some(([, profile]) => profile.id === id)) return [];
  return [{ ...faultAt(['portalsOff', at], 'off-unknown', { id }), in: 'policy', id: null }];
}

/** A pack that nobody has: the default one takes its place. */
function packFault([origin, { id, pack }]: Found[number]): PortalFault[] {
  if (pack === undefined || deskPackById(pack) !== null) return [];
  return [{ ...faultAt(['pack'], 'no-pack', { id: pack }), in: origin === 'policy' ? 'policy' : 'local', id }];
}
