/** What a component of the sealed system does for whoever may not look into it. */
export interface SealedElement extends HTMLElement {
  /** Shows another value behind a label; of a list, in the column of that head in its first row. */
  write(label: string, value: string): void;
  /** Where a button, or the value behind a label, stands in the viewport. */
  boxOf(label: string): DOMRect;
}
