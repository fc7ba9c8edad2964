/**
 * The letters of Vietnamese and of whatever else is written in words, for the inside of a character class. `\p{L}` would be
 * exact; but its 650 ranges become as many comparisons in every expression that asks, tens of kilobytes in every tab.
 */
export const LETTERS = 'A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u1FFF\\u3040-\\uD7FF';
