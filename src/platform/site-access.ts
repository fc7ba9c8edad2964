import { permissions, runtime } from './browser.ts';
import { covers, type SiteAddress, siteOfPattern } from './site-address.ts';

/*
 * What the browser lets us run on. It keeps the grants and asks the official itself; `ask` and `giveUp` have to be
 * called within a press, before anything is awaited.
 */

/** The sites of the manifest; asked for at installation, and in Firefox the official may take one back. */
export function listedSites(): readonly SiteAddress[] {
  return sitesOf(runtime.getManifest().host_permissions ?? []);
}

export function isListed(site: SiteAddress): boolean {
  return listedSites().some(({ pattern }) => covers(pattern, site));
}

/** The sites beside the listed ones that the official allowed, one host each. */
export async function grantedSites(): Promise<readonly SiteAddress[]> {
  const { origins = [] } = await permissions.getAll();
  return sitesOf(origins).filter((site) => !isListed(site));
}

/** The patterns by which the official allowed this one host, as they were granted: only so can they be given back. */
export async function grantsOf(asked: SiteAddress): Promise<readonly string[]> {
  return (await grantedSites()).map(({ pattern }) => pattern).filter((pattern) => covers(pattern, asked));
}

/** Grants wider than one host, as a browser's own settings can give them. They are not used: one site at a time. */
export async function wideGrants(): Promise<readonly string[]> {
  const { origins = [] } = await permissions.getAll();
  return origins.filter((origin) => siteOfPattern(origin) === null);
}

export function isAllowed({ pattern }: SiteAddress): Promise<boolean> {
  return permissions.contains({ origins: [pattern] });
}

/** Has the browser ask the official for this one site; true if it is allowed now. */
export function askFor({ pattern }: SiteAddress): Promise<boolean> {
  return permissions.request({ origins: [pattern] });
}

/** Gives what was allowed back; false where the browser keeps it (a listed site in Chromium). */
export function giveUp(...patterns: readonly string[]): Promise<boolean> {
  return permissions.remove({ origins: [...patterns] });
}

/** Calls back whenever something was allowed or taken back, here or in the browser's own pages; returns the remover. */
export function onAccessChange(listener: () => void): () => void {
  const hear = () => listener();
  permissions.onAdded.addListener(hear);
  permissions.onRemoved.addListener(hear);
  return () => {
    permissions.onAdded.removeListener(hear);
    permissions.onRemoved.removeListener(hear);
  };
}

function sitesOf(patterns: readonly string[]): readonly SiteAddress[] {
  return patterns.flatMap((pattern) => siteOfPattern(pattern) ?? []);
}
