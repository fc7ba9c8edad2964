import type { Pack } from 'checklist-core';
import { faultAt, lintProfile, type ProfileFault, parseProfile } from 'page-reader/profile';

const PROFILE_FORMAT = /^portal-profile\//;
const PACK_FORMAT = /^checklist-pack/;

/** Whether a value is meant as a portal profile: it says so, in whatever version, or names hosts, as no pack does. */
export function isProfile(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const format = 'format' in value && typeof value.format === 'string' ? value.format : '';
  return PROFILE_FORMAT.test(format) || (!PACK_FORMAT.test(format) && 'hosts' in value);
}

/** What keeps a portal profile from being used, and advice about a sound one. `packs`: those it may ask for. */
export function lintPortal(value: unknown, packs: readonly Pack[]): Record<'faults' | 'warnings', ProfileFault[]> {
  const parsed = parseProfile(value);
  if (!parsed.ok) return { faults: [...parsed.faults], warnings: [] };
  const { pack } = parsed.profile;
  const servesDesk = packs.some(({ id, pausePoints }) => id === pack && pausePoints.some(isAskedFinish));
  const advice = pack === undefined || servesDesk ? [] : [faultAt(['pack'], 'no-pack', { id: pack })];
  return { faults: [], warnings: [...lintProfile(parsed.profile), ...advice] };
}

function isAskedFinish({ id, asks }: Pack['pausePoints'][number]): boolean {
  return id === 'finish' && asks;
}
