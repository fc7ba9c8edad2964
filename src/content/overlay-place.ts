import type { DeskLink } from './desk-link.ts';

/** Where the overlay lives and whom it talks to. */
export interface OverlayPlace {
  readonly document: Document;
  readonly window: Window;
  readonly link: DeskLink;
  /** Address of the page; the practice desk gives the one its pages pretend to have. */
  readonly url: () => string;
}
