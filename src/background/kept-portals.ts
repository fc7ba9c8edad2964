import type { PortalProfile } from 'page-reader';
import { inTurn } from '../storage/turns.ts';
import type { KeptPortals, PortalSource } from './portal-source.ts';
import { RequestError } from './request-error.ts';

/** Most profiles kept, and most characters of all together: a province has some dozen portals of some KB. */
const MAX_PROFILES = 50;
const MAX_LENGTH = 1_000_000;
const MAX_OFF = 500;

/** What is kept, each part by itself: a part that is none of ours is as if it were not there. */
export function readKept(value: unknown): KeptPortals {
  const { profiles, off } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return {
    profiles: Array.isArray(profiles) ? profiles : [],
    off: Array.isArray(off) ? off.filter((id) => typeof id === 'string') : [],
  };
}

/**
 * Changes what is kept; what two pages change at once is kept both. Rejects with `RequestError` where it grows too
 * large: nothing is changed then.
 */
export function changeKept(source: PortalSource, change: (kept: KeptPortals) => KeptPortals): Promise<void> {
  return inTurn('portals', async () => {
    const changed = change(readKept(await source.kept()));
    const isTooMuch = changed.profiles.length > MAX_PROFILES || changed.off.length > MAX_OFF;
    if (isTooMuch || JSON.stringify(changed.profiles).length > MAX_LENGTH) {
      throw new RequestError('storage-full', 'too many portal profiles');
    }
    await source.keep(changed);
  });
}

/**
 * With this profile in front, for of several that name a host alike the first acts; one with the same id goes. Faulty
 * ones stay: an update of ours may read them again.
 */
export function withProfile(kept: KeptPortals, profile: PortalProfile): KeptPortals {
  return { ...kept, profiles: [profile, ...withoutProfile(kept, profile.id).profiles] };
}

/** Without the profile of this id. */
export function withoutProfile(kept: KeptPortals, id: string): KeptPortals {
  return { ...kept, profiles: kept.profiles.filter((each) => idOf(each) !== id) };
}

/** With nothing of this id switched off. */
export function switchedOn(kept: KeptPortals, id: string): KeptPortals {
  return { ...kept, off: kept.off.filter((each) => each !== id) };
}

/** The id a value claims to have; null: none. */
export function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  return typeof value.id === 'string' ? value.id : null;
}
