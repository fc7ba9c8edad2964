import type { Doubt } from 'page-reader';

export const DOUBT_WORDS: Readonly<Record<Doubt, string>> = {
  'due-before-received': 'the appointment lies before the receipt',
  'due-malformed': 'an appointment is printed that is no date',
  'received-malformed': 'a receipt is printed that is no date',
  'codes-disagree': 'more than one code is printed',
  'dues-disagree': 'more than one appointment is printed',
};

/** How it is known what can be seen of a saved page; `missing`: style sheets and frames that were not saved with it. */
export function visibilityWords(missing: number): string {
  const guess = 'guessed from attributes and styles, for a desktop screen';
  if (missing === 0) return guess;
  return `${guess}; not beside the page: ${missing} of the style sheets and frames it names`;
}
