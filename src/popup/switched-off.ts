import { closestProfile } from 'page-reader/profile';
import type { PortalRow, PortalsView } from '../messages/requests.ts';

/** Who keeps the overlay off a host, and through which profile; no profile where the policy keeps it off every host. */
export interface SwitchedOff {
  readonly by: NonNullable<PortalRow['offBy']>;
  readonly profile: string | null;
}

/** Of the profiles that act on this host (with its port, if the address has one), the first that is off; null: none is. */
export function switchedOff({ rows, allOff }: PortalsView, host: string): SwitchedOff | null {
  if (allOff) return { by: 'policy', profile: null };
  const origins = new Set(rows.map(({ origin }) => origin));
  for (const origin of origins) {
    const layer = rows.filter((row) => row.origin === origin);
    const id = closestProfile(
      layer.map(({ profile }) => profile),
      host,
    )?.id;
    const by = layer.find(({ profile }) => profile.id === id)?.offBy ?? null;
    if (by !== null && id !== undefined) return { by, profile: id };
  }
  return null;
}
