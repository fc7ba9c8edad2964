import { scripting } from '../platform/browser.ts';
import { portalOf } from './portals.ts';
import { RequestError } from './request-error.ts';
import type { RequestContext, Services } from './services.ts';

/** The overlay's script as it is built; no manifest names it, no page can load it. */
const OVERLAY = 'src/content/index.js';

/** Runs the overlay's script in the page that asks. Rejects with `RequestError` where there is no portal's page. */
export async function wakeOverlay(services: Services, context: RequestContext): Promise<void> {
  const tabId = Number(context.tab);
  if (context.tier !== 'content' || !Number.isInteger(tabId)) {
    throw new RequestError('not-allowed', 'not a page of a portal');
  }
  await portalOf(services, context);
  await scripting.executeScript({ target: { tabId }, injectImmediately: true, files: [OVERLAY] });
}
