import type { PageKind } from 'page-reader';

/** What the official can do in the overlay; the controller gives these, components only report. */
export interface OverlayActs {
  /** The icon: brings the folded pill back, else opens or closes the details. */
  readonly icon: () => void;
  readonly fold: () => void;
  readonly waiting: () => void;
  readonly toggleCue: (id: string) => void;
  readonly confirm: () => void;
  readonly skip: () => void;
  readonly undo: () => void;
  readonly askWhatPage: () => void;
  readonly sayWhatPage: (kind: PageKind) => void;
  /** The official wants to show us where things stand on this page. */
  readonly teach: () => void;
  /** The next step of assisted filing, or its end. */
  readonly nextStep: () => void;
  /** Esc: the smallest step back. */
  readonly escape: () => void;
  /** Somebody reads the card: it must not fold away now. A card that appears under a resting pointer is not being read. */
  readonly hold: () => void;
}
