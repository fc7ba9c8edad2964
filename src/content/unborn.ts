/**
 * How many elements of the page's own kinds nobody has defined yet. One that is defined later may show all it has in a
 * shadow root, and no record tells; then there is one less. Elements that are only named like that stay for good.
 */
export function unborn(document: Document): number {
  return document.querySelectorAll(':not(:defined)').length;
}
