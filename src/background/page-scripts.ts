import { scripting } from '../platform/browser.ts';
import { portalOf } from './portals.ts';
import { RequestError } from './request-error.ts';
import type { RequestContext, Services } from './services.ts';

/** Our scripts for a portal's page as they are built; no manifest names them, no page can load them. */
const SCRIPTS = {
  overlay: 'src/content/index.js',
  /** The chips over the rows of a list. */
  rows: 'src/content/rows/index.js',
  /** The cards beside the pill. */
  cards: 'src/content/cards/index.js',
  picker: 'src/content/picker/index.js',
} as const;

/**
 * Runs one of our scripts in the page that asks. Rejects with `RequestError` where there is no portal's page, or where the
 * portal was switched off.
 */
export async function runScript(
  services: Services,
  context: RequestContext,
  script: keyof typeof SCRIPTS,
): Promise<void> {
  const tabId = Number(context.tab);
  if (context.tier !== 'content' || !Number.isInteger(tabId)) {
    throw new RequestError('not-allowed', 'not a page of a portal');
  }
  await portalOf(services, context);
  await scripting.executeScript({ target: { tabId }, injectImmediately: true, files: [SCRIPTS[script]] });
}
