import { isApplicantLabel } from '../applicant-label.ts';
import { plain } from '../folded.ts';
import { REMARK } from '../labels.ts';
import { SEAM } from '../page-scan.ts';
import office from './label-words.json' with { type: 'json' };

/** Longer texts are sentences, and a sentence may be about somebody. */
const LONGEST_LABEL = 40;

/** Office words of one syllable, and phrases: several syllables of these are surnames and given names by themselves. */
const WORDS: ReadonlySet<string> = new Set([...office.words, ...office.phrases]);
const MOST_SYLLABLES = 4;
/** Letters, and what stands between words: no figures, and no symbols that look like letters. */
const PLAIN = /^[\p{L}\p{M}\s\-–/.,&+()'’"“”]*$/u;
const REMARK_BEHIND = new RegExp(REMARK.source, 'iu');

/**
 * The label that a printed text is, as it may be kept and shared, or null. Whoever points at the wrong place must not
 * store a person by it: the whole label is made of office words and phrases of a closed list, of two syllables at least,
 * and speaks of no applicant.
 */
export function safeLabel(text: string): string | null {
  const label = bare(text);
  if (label.length > LONGEST_LABEL || !PLAIN.test(label) || isApplicantLabel(label)) return null;
  const syllables = label.toLowerCase().match(/\p{L}+/gu) ?? [];
  return syllables.length > 1 && isMadeOfOfficeWords(syllables) ? label : null;
}

/** Without what stands around a label and is no part of it: colon, bullet, number, required mark, remark. */
export function bare(text: string): string {
  return plain(text.replaceAll(SEAM, ' '))
    .replace(/^[\s\-–•*./]*(?:\d+(?:\.\d+)*[.)])?[\s\-–•*./]*/, '')
    .replace(/[\s:：*]+$/, '')
    .replace(REMARK_BEHIND, '')
    .replace(/[\s:：*()]+$/, '');
}

function isMadeOfOfficeWords(syllables: readonly string[]): boolean {
  /** Whether the first n syllables can be divided into words of the list. */
  const divides = [true];
  for (let end = 1; end <= syllables.length; end += 1) {
    divides[end] = false;
    for (let start = Math.max(0, end - MOST_SYLLABLES); start < end; start += 1) {
      divides[end] ||= divides[start] === true && WORDS.has(syllables.slice(start, end).join(' '));
    }
  }
  return divides[syllables.length] === true;
}
