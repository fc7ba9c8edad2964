import { grantedSites, isAllowed, listedSites, wideGrants } from '../../platform/site-access.ts';
import type { SiteAddress } from '../../platform/site-address.ts';

/** One site and how we stand on it. */
export interface SiteRow {
  readonly site: SiteAddress;
  /** One of the manifest's, which the browser asked for at installation. */
  readonly listed: boolean;
  readonly allowed: boolean;
}

export interface Sites {
  readonly rows: readonly SiteRow[];
  /** Grants for more than one host, which we do not use. */
  readonly wide: readonly string[];
}

/** Listed sites first, in the manifest's order; then what was granted. */
export async function readSites(): Promise<Sites> {
  const listed = await Promise.all(
    listedSites().map(async (site) => ({ site, listed: true, allowed: await isAllowed(site) })),
  );
  const granted = (await grantedSites()).map((site) => ({ site, listed: false, allowed: true }));
  return { rows: [...listed, ...granted], wide: await wideGrants() };
}
