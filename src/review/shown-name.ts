/**
 * A name that came with a file, as it may stand in a sentence of the page. Characters that turn the direction of writing
 * are left out: one of them could make the words after the name read as something else.
 */
export function shownName(text: string): string {
  return text.replaceAll(/\p{Bidi_Control}/gu, '');
}
