import type { Broadcast } from '../messages/requests.ts';
import { runtime, tabs } from '../platform/browser.ts';

/*
 * Broadcasts are hints to read again: nobody answers, and whoever misses one reads the truth on opening. So a tab
 * without our script, or a popup that is closed, is no error. Nobody waits until all have heard, either: a tab whose page
 * asks something with `alert` hears nothing until that is answered, and would hold up the desk in all the others.
 */

/** Tells the overlay in every tab and our own pages. */
export function tellAll(broadcast: Broadcast): void {
  tellPages(broadcast);
  void tabs.query({}).then((open) => open.map(({ id }) => tellTab(id, broadcast)));
}

/** Tells our own pages only: what happens at the practice desk is no business of a portal's tab. */
export function tellPages(broadcast: Broadcast): void {
  void runtime.sendMessage(broadcast).catch(() => undefined);
}

/** A page that is only coming cannot hear yet. Whoever pressed longer ago than two seconds has pressed again, or given up. */
const LOOK_AGAIN_MS = 100;
const MOST_LOOKS = 20;

/**
 * Tells the tab in front that the chord was pressed, as soon as its page can hear it; a page of ours hears it where no
 * overlay does.
 */
export async function tellFrontTab(broadcast: Broadcast): Promise<void> {
  const [front] = await tabs.query({ active: true, lastFocusedWindow: true });
  if (await tellTab(front?.id, broadcast)) return;
  tellPages(broadcast);
  let tab = front;
  for (let look = 0; look < MOST_LOOKS && tab?.status === 'loading' && tab.id !== undefined; look += 1) {
    await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS));
    // It may have come just now: then it is told once more.
    tab = await tabs.get(tab.id).catch(() => undefined);
    if (await tellTab(tab?.id, broadcast)) return;
  }
}

async function tellTab(id: number | undefined, broadcast: Broadcast): Promise<boolean> {
  if (id === undefined) return false;
  try {
    await tabs.sendMessage(id, broadcast);
    return true;
  } catch {
    return false;
  }
}
