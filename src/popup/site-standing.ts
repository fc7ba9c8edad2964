import type { Broadcast } from '../messages/requests.ts';
import { type SwitchedOff, switchedOff } from '../messages/switched-off.ts';
import { ownRoot, tabs } from '../platform/browser.ts';
import { grantsOf, isAllowed, isListed } from '../platform/site-access.ts';
import { type SiteAddress, siteOf } from '../platform/site-address.ts';
import { ask } from './background.ts';

/** How we stand on the page in front. */
export type SiteStanding =
  /** A page of ours, or none: nothing to say. */
  | { readonly kind: 'ours' }
  /** Not a web page: the browser's own, a file, an empty tab. */
  | { readonly kind: 'no-site' }
  | { readonly kind: 'not-allowed'; readonly site: SiteAddress }
  /** Allowed only by a grant for more than one host, which we do not use. */
  | { readonly kind: 'too-wide' }
  /** Allowed, but a policy, a profile or the official keeps the overlay off this host. */
  | { readonly kind: 'off'; readonly off: SwitchedOff }
  | {
      readonly kind: 'allowed';
      readonly site: SiteAddress;
      readonly tab: number;
      /** What the official granted and may take back here; none for one of the listed sites. */
      readonly grants: readonly string[];
      /** Our script is in the page; false for one that was open before it was allowed. */
      readonly running: boolean;
    };

/**
 * Looks at the tab in front. The popup was opened by the official's press, so the browser tells its address even where
 * we are not allowed; where it does not, the page is none that an extension may run on.
 */
export async function readSiteStanding(): Promise<SiteStanding> {
  const [front] = await tabs.query({ active: true, currentWindow: true });
  if (front?.id === undefined || front.url?.startsWith(ownRoot())) return { kind: 'ours' };
  const site = siteOf(front.url ?? '');
  if (site === null) return { kind: 'no-site' };
  if (!(await isAllowed(site))) return { kind: 'not-allowed', site };
  const grants = isListed(site) ? [] : await grantsOf(site);
  if (grants.length === 0 && !isListed(site)) return { kind: 'too-wide' };
  const portals = await ask('portals', {});
  const off = portals.ok ? switchedOff(portals.value, new URL(front.url ?? '').host) : null;
  if (off !== null) return { kind: 'off', off };
  return { kind: 'allowed', site, tab: front.id, grants, running: await hears(front.id, 'here') };
}

/** Has the overlay ask what the page in this tab is; false if no overlay is there. */
export function askWhatPage(tab: number): Promise<boolean> {
  return hears(tab, 'ask-page');
}

/** Nobody answers a broadcast; that somebody hears it is the answer. */
async function hears(tab: number, type: Extract<Broadcast['type'], 'ask-page' | 'here'>): Promise<boolean> {
  try {
    await tabs.sendMessage(tab, { type } satisfies Broadcast);
    return true;
  } catch {
    return false;
  }
}
