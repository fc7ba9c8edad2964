import type { ShadowDoor } from 'page-reader/dom';
import { HOST_TAG } from './host.ts';

declare global {
  interface Element {
    readonly openOrClosedShadowRoot?: ShadowRoot | null;
  }
}

/** Elements of HTML itself that are given a shadow root in practice: while there is nothing else in them. */
const HOSTS = ['article', 'aside', 'div', 'section'];

/**
 * Looks into closed shadow roots of the page, never into ours: whoever sits before the screen sees what is in there. A
 * browser takes its time to answer, so it is asked only where such a root may be.
 */
export const shadowDoor: ShadowDoor = (element) => {
  if (!mayHide(element)) return null;
  try {
    const dom = globalThis.chrome?.dom;
    // Firefox has no such API: there the element itself tells.
    return (dom ? dom.openOrClosedShadowRoot(element as HTMLElement) : element.openOrClosedShadowRoot) ?? null;
  } catch {
    return null;
  }
};

function mayHide({ localName, firstChild }: Element): boolean {
  if (localName.includes('-')) return !localName.startsWith(HOST_TAG);
  return firstChild === null && HOSTS.includes(localName);
}
