import { evenTone } from '../folded.ts';
import { isLetter } from '../letters.ts';
import type { KnownPatterns, ReaderPhrases } from '../reader-words.ts';

/** A status as printed and its national number; the number is null for a known text outside the national list. */
export interface PrintedStatus {
  readonly text: string;
  readonly status: number | null;
}

/** What statuses are known by. */
export interface StatusWords {
  readonly statuses: ReaderPhrases['statuses'];
  readonly patterns: Pick<KnownPatterns, 'unfinished'>;
}

/** Where what is a status ends: before a bracket, a comma, a dash. */
const ENDS = '(,;.|–-';

/**
 * The status that a plain text is by these words, or that stands before a bracket, comma or dash in it; null for any other
 * text, and where what stands behind says that a dossier that seems over is not.
 */
export function status(text: string, { statuses, patterns }: StatusWords): PrintedStatus | null {
  let from = 0;
  while (from < text.length && !isLetter(text.charCodeAt(from))) from += 1;
  let to = from;
  while (to < text.length && !ENDS.includes(text.charAt(to))) to += 1;
  const printed = text.slice(from, to).trim();
  const known = statuses.find(evenTone(printed.toLowerCase()));
  if (known === null || patterns.unfinished.test(known.meaning + text.slice(to).toLowerCase())) return null;
  return { text: printed, status: Number(known.meaning) || null };
}
