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

/** Finds the visible text node that prints the dossier's code in the first of the roots that does; null if none does. */
export function markPage(roots: Iterable<Node>, facts: PageFacts | null, skip: Node | null): PageMarker | null {
  const code = facts?.code;
  if (code === undefined) return null;
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!node.nodeValue?.includes(code) || skip?.contains(node) || !node.parentElement?.checkVisibility()) continue;
      return marker(new WeakRef(node), code);
    }
  }
  return null;
}

function marker(reference: WeakRef<Node>, code: string): PageMarker {
  const isThere = () => {
    try {
      const node = reference.deref();
      if (!node?.isConnected || !node.nodeValue?.includes(code)) return false;
      // A browser may go on drawing a frame's former document until the next one has something to show.
      const { ownerDocument } = node;
      return ownerDocument?.defaultView?.document === ownerDocument;
    } catch {
      // Firefox takes away what stood in a frame that has turned.
      return false;
    }
  };
  return {
    isThere,
    stillStands: () => isThere() && reference.deref()?.parentElement?.checkVisibility() === true,
  };
}
