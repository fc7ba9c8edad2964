import { evenTone } from '../folded.ts';
import { isLetter } from '../letters.ts';
import type { Phrases } from '../phrases.ts';

/** A status as printed and its national number; the number is null for a known text outside the national list. */
export interface PrintedStatus {
  readonly text: string;
  readonly status: number | null;
}

/** Where what is a status ends: before a bracket, a comma, a dash. */
const ENDS = '(,;.|–-';

/** The status that a plain text is by these words, or that stands before a bracket, comma or dash in it; null for any other text. */
export function status(text: string, statuses: Phrases<string>): PrintedStatus | null {
  let from = 0;
  while (from < text.length && !isLetter(text.charCodeAt(from))) from += 1;
  let to = from;
  while (to < text.length && !ENDS.includes(text.charAt(to))) to += 1;
  const printed = text.slice(from, to).trim();
  const known = statuses.find(evenTone(printed.toLowerCase()));
  return known === null ? null : { text: printed, status: known.meaning === '' ? null : Number(known.meaning) };
}
