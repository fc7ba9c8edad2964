import { permissions, runtime, scripting, tabs } from '../platform/browser.ts';
import { siteOfPattern } from '../platform/site-address.ts';
import { inTurn } from '../storage/turns.ts';
import { tellAll } from './broadcast.ts';
import { grantedSites, scriptChanges } from './site-scripts.ts';

/*
 * The overlay on sites that the official granted. The browser knows the grants, nothing of ours repeats them: the
 * registered scripts are brought in line with them at every start, because browsers drop them on an update.
 */

/** Brings the registered scripts in line with the grants. Harmless any number of times; never rejects. */
export function keepSites(): Promise<void> {
  return inTurn('sites', async () => {
    try {
      await register();
    } catch (error) {
      console.error('sites:', error);
    }
  });
}

/** Sites were granted: their pages get the overlay from now on, and those already open get it at once. */
export async function sitesGranted(origins: readonly string[] = []): Promise<void> {
  await keepSites();
  await Promise.all(origins.filter((origin) => siteOfPattern(origin) !== null).map(runInOpenTabs));
  await tellAll({ type: 'rules' });
}

/** Sites were taken back: no more scripts there. An overlay that still stands asks again, is refused and goes. */
export async function sitesRevoked(): Promise<void> {
  await keepSites();
  await tellAll({ type: 'rules' });
}

async function register(): Promise<void> {
  const { origins = [] } = await permissions.getAll();
  const { host_permissions: listed = [] } = runtime.getManifest();
  const { remove, add } = scriptChanges(
    grantedSites(origins, listed),
    contentScript(),
    await scripting.getRegisteredContentScripts(),
  );
  if (remove.length > 0) await scripting.unregisterContentScripts({ ids: [...remove] });
  if (add.length === 0) return;
  await scripting.registerContentScripts(
    add.map(({ id, js }) => ({
      id,
      js: [...js],
      matches: [id],
      runAt: 'document_start' as const,
      allFrames: false,
      persistAcrossSessions: true,
    })),
  );
}

/** The script looks for itself whether it stands in the page already. */
async function runInOpenTabs(pattern: string): Promise<void> {
  const open = await tabs.query({ url: pattern });
  const run = ({ id }: (typeof open)[number]) =>
    id === undefined
      ? undefined
      : scripting.executeScript({ target: { tabId: id }, files: [...contentScript()], injectImmediately: true });
  // A tab that is asleep or shows an error page takes no script; it gets it when it loads.
  await Promise.allSettled(open.map(run));
}

/** The file that the manifest names for the listed sites. */
function contentScript(): readonly string[] {
  return runtime.getManifest().content_scripts?.[0]?.js ?? [];
}
