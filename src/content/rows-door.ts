import type { PageFacts } from 'page-reader';
import type { DeadlineChip } from '../messages/requests.ts';

/*
 * The chips over the rows of a list are a script of their own, which the background runs where a list is read: most pages
 * are none. It meets the overlay under a symbol of the isolated world that they share.
 */

/** The chips over a list's rows. */
export interface Rows {
  /** Over the rows of a fresh reading that can be seen now; none where `chipOf` answers null. */
  draw(rows: readonly PageFacts[], chipOf: (facts: PageFacts) => DeadlineChip | null): void;
  /** The page changed; cheap, called for every batch: what is plain to see goes at once. */
  touch(records: readonly MutationRecord[]): void;
  /** Before a frame of a page that changed: what does not belong there any more goes. */
  check(): void;
  hide(): void;
}

/** What the chips ask of the overlay. */
export interface RowDuties {
  /** Ours. */
  readonly root: ShadowRoot;
  /** The element of a row; null where there is none. Only who has read the page knows it. */
  readonly elementOf: (row: PageFacts) => Element | null;
  /** Rows moved under their chips, which are hidden now and could be drawn again once the page rests. */
  readonly moved: () => void;
  /** Aborted once we are not in the page any more. */
  readonly signal: AbortSignal;
}

export type MakeRows = (duties: RowDuties) => Rows;

const ROWS = Symbol.for('than-thien.rows');

/** The script is here. One of a newer version takes the place of an older one. */
export function offerRows(make: MakeRows): void {
  Reflect.set(globalThis, ROWS, make);
}

/** What the script offers; null while it is not here. */
export function rowsOffered(): MakeRows | null {
  // In our own isolated world only `offerRows` writes this.
  return (Reflect.get(globalThis, ROWS) as MakeRows | undefined) ?? null;
}
