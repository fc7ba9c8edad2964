import { firstWord } from './letters.ts';

/** A text that was found and what it stands for. */
export interface Phrase<T> {
  /** Put together from the words of the list: never the text that was asked about. */
  readonly text: string;
  readonly meaning: T;
}

/** Words that a text of a list may begin with, and the parts that may follow them. */
interface Beginning<T> {
  readonly words: string;
  readonly rest: readonly (readonly string[])[];
  readonly meaning: T;
}

/**
 * Lists of texts in the short form of the vocabulary (`a~b+c~d|e`), looked up without being spelled out: the words of a
 * text are followed along the parts of the lists that can begin with its first word. Words with a star behind them may
 * be followed by anything.
 */
export class Phrases<T> {
  /** By their first word. */
  readonly #beginnings = new Map<string, Beginning<T>[]>();

  /** Adds every text that a list stands for; of what stands in several lists the last one counts. */
  add(list: string, meaning: T): this {
    for (const text of list.split('|')) {
      let rest: readonly (readonly string[])[] = text.split('+').map((part) => part.split('~'));
      // A part that may be left out lets the next one begin.
      for (let part = rest[0]; part !== undefined; part = part.includes('') ? rest[0] : undefined) {
        rest = rest.slice(1);
        for (const words of part) if (words !== '') this.#begin({ words, rest, meaning });
      }
    }
    return this;
  }

  /** Whether any text begins with this word. */
  begins(word: string): boolean {
    return this.#beginnings.has(word);
  }

  /** The phrase that is this very text, or null. */
  find(text: string): Phrase<T> | null {
    const beginnings = this.#beginnings.get(firstWord(text)) ?? [];
    for (let i = beginnings.length - 1; i >= 0; i -= 1) {
      const { words, rest, meaning } = beginnings[i] as Beginning<T>;
      const whole = continued(words, text, 0, rest, 0);
      if (whole !== null) return { text: whole, meaning };
    }
    return null;
  }

  /** All that a text stands for. */
  meanings(text: string): readonly T[] {
    const beginnings = this.#beginnings.get(firstWord(text)) ?? [];
    return beginnings.flatMap(({ words, rest, meaning }) =>
      continued(words, text, 0, rest, 0) === null ? [] : [meaning],
    );
  }

  #begin(beginning: Beginning<T>): void {
    const word = firstWord(beginning.words);
    const known = this.#beginnings.get(word);
    if (known === undefined) this.#beginnings.set(word, [beginning]);
    else known.push(beginning);
  }
}

/** What stands in a text from `at` on, if it is these words and then a choice from each of the parts left; else null. */
function continued(
  words: string,
  text: string,
  at: number,
  parts: readonly (readonly string[])[],
  from: number,
): string | null {
  if (words.endsWith('*')) return text.startsWith(words.slice(0, -1), at) ? words : null;
  if (!text.startsWith(words, at)) return null;
  const end = at + words.length;
  const part = parts[from];
  if (part === undefined) return end === text.length ? words : null;
  const isSpace = text[end] === ' ';
  for (const next of part) {
    if (next !== '' && !isSpace) continue;
    const rest = continued(next, text, next === '' ? end : end + 1, parts, from + 1);
    if (rest !== null) return next === '' ? words + rest : `${words} ${rest}`;
  }
  return null;
}
