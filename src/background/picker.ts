import { scripting } from '../platform/browser.ts';
import { RequestError } from './request-error.ts';
import type { RequestContext } from './services.ts';

/** The picker's script as it is built; no manifest names it, no page can load it. */
const PICKER = 'src/content/picker/index.js';

/** Opens the picker in the tab that asks. Rejects with `RequestError` where there is no portal's page. */
export async function openPicker({ tier, tab }: RequestContext): Promise<void> {
  const tabId = Number(tab);
  if (tier !== 'content' || !Number.isInteger(tabId)) throw new RequestError('not-allowed', 'not a page of a portal');
  await scripting.executeScript({ target: { tabId }, files: [PICKER] });
}
