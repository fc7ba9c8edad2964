import type { PageFacts } from 'page-reader';

/**
 * Remembers where in the DOM a reading's dossier code (or due date) stood, so that after a navigation one can tell
 * the previous dossier's content, which a router often leaves standing until the next one has loaded, from the same
 * dossier drawn anew.
 */
export interface PageMarker {
  /** True while the very same text is still in the page, seen or not: asking costs nothing. */
  isThere(): boolean;
  /** True while the very same text can still be seen in the page. */
  stillStands(): boolean;
}

/** Finds the visible text node that prints the dossier's code; null if the page prints none. */
export function markPage(document: Document, facts: PageFacts | null, skip: Node | null): PageMarker | null {
  const code = facts?.code;
  if (code === undefined) return null;
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!node.nodeValue?.includes(code) || skip?.contains(node) === true) continue;
    const holder = node.parentElement;
    if (holder === null || !holder.checkVisibility()) continue;
    return marker(new WeakRef(node), code);
  }
  return null;
}

function marker(reference: WeakRef<Node>, code: string): PageMarker {
  const isThere = () => {
    const node = reference.deref();
    return node?.isConnected === true && node.nodeValue?.includes(code) === true;
  };
  return {
    isThere,
    stillStands: () => isThere() && reference.deref()?.parentElement?.checkVisibility() === true,
  };
}
