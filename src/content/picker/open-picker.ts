import type { DeskLink } from '../desk-link.ts';
import { Picker } from './picker.ts';

/**
 * Opens the picker over this page. The signal is aborted once nothing of it is left: also where it could not be opened,
 * because nobody answered or the page cannot be read. Then the overlay comes back.
 */
export async function openPicker(window: Window, link: DeskLink): Promise<AbortSignal> {
  const stop = new AbortController();
  const opened = await link.request('open', {});
  try {
    if (opened.ok) new Picker(window, link, opened.value, stop);
    else stop.abort();
  } catch (error) {
    stop.abort();
    // No words of the page are in it.
    console.error('than-thien: no lesson on this page:', error instanceof Error ? error.name : '');
  }
  return stop.signal;
}
