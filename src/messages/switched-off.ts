import { closestProfile } from 'page-reader/profile';
import type { PortalRow, PortalsView } from './requests.ts';

/** Who keeps the overlay off a host, and through which profile; no profile where the policy keeps it off every host. */
export interface SwitchedOff {
  readonly by: NonNullable<PortalRow['offBy']>;
  readonly profile: string | null;
}

/**
 * The first profile that names this host (with its port, if the address has one) and is off; null: none is. Off means off:
 * no profile beside it, and none that took its place, brings the overlay back.
 */
export function switchedOff({ rows, allOff }: PortalsView, host: string): SwitchedOff | null {
  if (allOff) return { by: 'policy', profile: null };
  for (const row of rows) {
    const by = offBy(row);
    if (by !== null && closestProfile([row.profile], host) !== null) return { by, profile: row.profile.id };
  }
  return null;
}

/** A file that was replaced, to be mended perhaps, no longer says that it is off; who switched its id off still does. */
function offBy({ offBy, replacedBy }: PortalRow): PortalRow['offBy'] {
  return replacedBy !== null && offBy === 'file' ? null : offBy;
}
