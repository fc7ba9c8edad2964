/** What the linter knows of one language. Lists are given by the house: the library knows no language by itself. */
export interface LintWords {
  /** BCP 47 tag of the texts that are held against these words. */
  readonly language: string;
  /** Lower-case words a cue may begin with: mostly verbs. Empty: any. */
  readonly firstWords: readonly string[];
  /** Lower-case words and phrases that accuse. */
  readonly accusing: readonly string[];
  /** Phrases that contain one of those and do not accuse, such as an apology. */
  readonly innocent: readonly string[];
}

/** The first accusing word in a text, or null. Whole words only, in either case; for cues, questions and buttons alike. */
export function accusingWord(text: string, { accusing, innocent }: LintWords): string | null {
  const heard = innocent.reduce((rest, phrase) => rest.replace(wholeWords(phrase), ' '), text.normalize('NFC'));
  return accusing.find((phrase) => wholeWords(phrase).test(heard)) ?? null;
}

/** The first word of a text if no cue should begin with it, else null. */
export function oddFirstWord(text: string, { firstWords }: LintWords): string | null {
  const word = /[\p{L}\p{N}]+/u.exec(text.normalize('NFC'))?.[0] ?? text;
  return firstWords.length === 0 || firstWords.includes(word.toLowerCase()) ? null : word;
}

function wholeWords(phrase: string): RegExp {
  const literal = phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu');
}
