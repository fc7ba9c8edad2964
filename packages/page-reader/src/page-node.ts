/**
 * What the reader sees of a page: a tree of plain nodes, so that the same code reads the live DOM, a saved
 * file and a literal in a test. Adapters build it lazily; the reader never touches a browser object.
 * Adapters leave out scripts, styles, icon-font words, and password and hidden inputs.
 */
export interface PageNode {
  /** Lower-case tag name, e.g. `td`; `#text` for a text node. */
  readonly tag: string;
  /** Text of a `#text` node as it stands in the page; empty for elements. */
  readonly text: string;
  /** False if the node cannot be seen: hidden tabs, stale tooltips, dialog copies, inactive steppers. */
  readonly visible: boolean;
  /**
   * True if it lies where nobody can come to see it: in a box that is shut, or beyond an edge that nobody scrolls. Asked
   * of values only: it takes longer than `visible`.
   */
  readonly cutOff: boolean;
  /** What a person would read in an input, select or textarea; null elsewhere. */
  readonly value: string | null;
  /**
   * The few attributes the reader may look at: `role`, `title`, `aria-modal`, `readonly`, `disabled`, `type`,
   * `colspan`, `rowspan`, `class`; `inert`, `aria-hidden` and `aria-expanded`, which put a panel away; `aria-colindex`,
   * which says a cell's column where a grid draws only some; and `for`, `id`, `aria-labelledby` and `aria-label`, which
   * tie an input to its label where they stand in no order. Of these only `title` is ever a value, of what it completes.
   */
  attribute(name: string): string | null;
  readonly children: readonly PageNode[];
  readonly parent: PageNode | null;
}
