import { ownRoot, permissions, runtime, scripting, tabs } from '../platform/browser.ts';
import { listedSites } from '../platform/site-access.ts';
import { siteOfPattern } from '../platform/site-address.ts';
import { inTurn } from '../storage/turns.ts';
import { tellAll, tellPages } from './broadcast.ts';
import { grantedSites, type SiteScript, scriptChanges } from './site-scripts.ts';

/*
 * The overlay on sites that the official granted. The browser knows the grants, nothing of ours repeats them: the
 * registered scripts are brought in line with them at every start, because browsers drop them on an update.
 */

/**
 * Brings the registered scripts in line with the grants, and has the pages that opened without their script run it, each as
 * soon as it can: one that asks something with `alert` keeps nobody waiting. Harmless any number of times; never rejects.
 * `unserved`: the sites whose open pages are without it for another reason: they were granted just now, or are listed and
 * need no registering.
 */
export function keepSites(unserved: readonly string[] = []): Promise<void> {
  return inTurn('sites', async () => {
    try {
      const added = await register();
      const sites = new Set([...unserved.filter((origin) => siteOfPattern(origin) !== null), ...added]);
      for (const site of sites) void runInOpenTabs(site);
    } catch (error) {
      console.error('sites:', error);
    }
  });
}

/**
 * We were installed or updated: pages of the listed sites that are open are without a script of this version until they
 * are loaded again. Those of granted sites are found by their registration, which an update has dropped.
 */
export function sitesInstalled(): Promise<void> {
  return keepSites(listedPatterns());
}

/** Sites were granted: their pages get the overlay from now on, and those already open get it at once. */
export async function sitesGranted(origins: readonly string[] = []): Promise<void> {
  await keepSites(origins);
  tellAll({ type: 'rules' });
}

/** Sites were taken back: no more scripts there. An overlay that still stands asks again, is refused and goes. */
export async function sitesRevoked(): Promise<void> {
  await keepSites();
  tellAll({ type: 'rules' });
}

/** Returns the sites whose script was missing. */
async function register(): Promise<readonly string[]> {
  const { origins = [] } = await permissions.getAll();
  const registered = (await scripting.getRegisteredContentScripts()).map(({ id, js }) => ({ id, js: js?.map(pathOf) }));
  const { remove, add } = scriptChanges(grantedSites(origins, listedPatterns()), contentScript(), registered);
  if (remove.length > 0) await scripting.unregisterContentScripts({ ids: [...remove] });
  if (add.length > 0) await scripting.registerContentScripts(add.map(registration));
  return add.map(({ id }) => id);
}

function registration({ id, js }: SiteScript) {
  return {
    id,
    js: [...js],
    matches: [id],
    runAt: 'document_start' as const,
    allFrames: false,
    persistAcrossSessions: true,
  };
}

async function runInOpenTabs(pattern: string): Promise<void> {
  try {
    const open = await tabs.query({ url: pattern });
    for (const { id } of open) if (id !== undefined) void runIn(id);
  } catch (error) {
    // A browser may know no such pattern; other sites are served all the same.
    console.error('sites:', error);
  }
}

/** An overlay may stand there already, perhaps one of the version before, which asks to reload the page. */
async function runIn(tabId: number): Promise<void> {
  const at = { target: { tabId }, injectImmediately: true };
  try {
    const [page] = await scripting.executeScript({ ...at, func: isBare });
    if (page?.result === true) await scripting.executeScript({ ...at, files: [...contentScript()] });
    // The popup says whether we run in the page in front.
    tellPages({ type: 'rules' });
  } catch {
    // A tab that is asleep or shows an error page takes no script; it gets it when it loads.
  }
}

/**
 * Runs in the page: false where a lookout stands already, by the mark it leaves in our world (`src/content/relief.ts`; an
 * update makes a new world), or where an overlay is drawn.
 */
function isBare(): boolean {
  return !(Symbol.for('than-thien.lookout') in globalThis) && document.querySelector('than-thien') === null;
}

/** Patterns of the manifest's own sites, which have their script from there. */
function listedPatterns(): readonly string[] {
  return listedSites().map(({ pattern }) => pattern);
}

/** The file that the manifest names for the listed sites. */
function contentScript(): readonly string[] {
  return (runtime.getManifest().content_scripts?.[0]?.js ?? []).map(pathOf);
}

/** A file of ours as it is asked for. Firefox answers with whole addresses, but takes none. */
function pathOf(file: string): string {
  return new URL(file, ownRoot()).pathname.slice(1);
}
