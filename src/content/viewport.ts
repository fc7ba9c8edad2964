/**
 * The element whose client box is the window, and that says how far a page is scrolled: of one without a doctype that is the
 * body.
 */
export function viewportOf({ compatMode, body, documentElement }: Document): Element {
  return compatMode === 'BackCompat' ? body : documentElement;
}
