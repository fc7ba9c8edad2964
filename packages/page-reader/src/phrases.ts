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
 * text are followed along the parts of the lists that can begin with its first word.
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
      const end = text.startsWith(words) ? behind(text, words.length, rest, 0) : null;
      if (end !== null) return { text: words + end, meaning };
    }
    return null;
  }

  #begin(beginning: Beginning<T>): void {
    const word = firstWord(beginning.words);
    const known = this.#beginnings.get(word);
    if (known === undefined) this.#beginnings.set(word, [beginning]);
    else known.push(beginning);
  }
}

/** What stands in a text from `at` to its end, if that is a choice of words from each part; else null. */
function behind(text: string, at: number, parts: readonly (readonly string[])[], from: number): string | null {
  const part = parts[from];
  if (part === undefined) return at === text.length ? '' : null;
  for (const words of part) {
    const said = words === '' ? '' : ` ${words}`;
    const rest = text.startsWith(said, at) ? behind(text, at + said.length, parts, from + 1) : null;
    if (rest !== null) return said + rest;
  }
  return null;
}
