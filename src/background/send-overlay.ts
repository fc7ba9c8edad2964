import type { Awake } from '../messages/requests.ts';
import { runScript } from './page-scripts.ts';
import { portalOf } from './portals.ts';
import type { RequestContext, Services } from './services.ts';
import { snapshot } from './snapshot.ts';

/**
 * Sends the overlay to the page that asks, and tells what it needs: neither waits for the other. Rejects with
 * `RequestError` where the overlay was switched off.
 */
export async function sendOverlay(services: Services, context: RequestContext): Promise<Awake> {
  await portalOf(services, context);
  // A page that has gone meanwhile needs no overlay; one that could not take it asks again.
  void runScript(services, context, 'overlay').catch(() => undefined);
  // Where nothing can be read, the overlay comes all the same: it says what is wrong.
  return { wake: true, snapshot: await snapshot(services, context).catch(() => null) };
}
