import type { Doubt } from 'page-reader';

export const DOUBT_WORDS: Readonly<Record<Doubt, string>> = {
  'due-before-received': 'the appointment lies before the receipt',
  'due-malformed': 'an appointment is printed that is no date',
  'received-malformed': 'a receipt is printed that is no date',
  'codes-disagree': 'more than one code is printed',
  'dues-disagree': 'more than one appointment is printed',
};

/** How it is known what can be seen of a saved page. */
export function visibilityWords(missingSheets: number): string {
  const guess = 'guessed from attributes and styles, for a desktop screen';
  if (missingSheets === 0) return guess;
  const sheets = missingSheets === 1 ? '1 style sheet is' : `${missingSheets} style sheets are`;
  return `${guess}; ${sheets} not beside the page, so that more may look visible`;
}
