import { covers, siteOfPattern } from '../platform/site-address.ts';

/** One script as the browser registers it, as far as we set it; one a site, and the site's pattern is its id. */
export interface SiteScript {
  readonly id: string;
  readonly js: readonly string[];
}

/** What a registration is to be, and what is left of old ones. */
export interface ScriptChanges {
  readonly remove: readonly string[];
  readonly add: readonly SiteScript[];
}

/**
 * The sites that need a script of their own: granted, one host each, and not the manifest's, whose pages have it from
 * there. A grant wider than one host (a browser's settings can give one) is left unused: one site at a time.
 */
export function grantedSites(origins: readonly string[], listed: readonly string[]): readonly string[] {
  return origins.filter((origin) => {
    const site = siteOfPattern(origin);
    return site !== null && !listed.some((pattern) => covers(pattern, site));
  });
}

/** What has to change so that exactly `sites` have the script `js`. A script of another version's file is replaced. */
export function scriptChanges(
  sites: readonly string[],
  js: readonly string[],
  registered: readonly { readonly id: string; readonly js?: readonly string[] | undefined }[],
): ScriptChanges {
  const isRight = ({ id, js: has }: (typeof registered)[number]) => sites.includes(id) && has?.join() === js.join();
  const right = new Set(registered.filter(isRight).map(({ id }) => id));
  return {
    remove: registered.filter(({ id }) => !right.has(id)).map(({ id }) => id),
    add: sites.filter((site) => !right.has(site)).map((id) => ({ id, js })),
  };
}
