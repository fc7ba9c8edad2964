/**
 * The letters of Vietnamese and of whatever else is written in words, for the inside of a character class. `\p{L}` would be
 * exact; but its 650 ranges become as many comparisons in every expression that asks, tens of kilobytes in every tab.
 */
export const LETTERS = 'A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u1FFF\\u3040-\\uD7FF';

/** Whether a UTF-16 code is such a letter; asked of every place of a page's lines, where an expression takes longer. */
export function isLetter(code: number): boolean {
  if (code < 0xc0) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  if (code < 0x2000) return code !== 0xd7 && code !== 0xf7;
  return code >= 0x3040 && code < 0xd800;
}

/** Whether a UTF-16 code is a figure, 0 to 9. */
export function isFigure(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** The first word of a text, behind whatever is no letter; empty where there is none. */
export function firstWord(text: string): string {
  let from = 0;
  while (from < text.length && !isLetter(text.charCodeAt(from))) from += 1;
  let to = from;
  while (to < text.length && isLetter(text.charCodeAt(to))) to += 1;
  return text.slice(from, to);
}
