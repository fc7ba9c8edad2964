import { firstWord } from './letters.ts';

/**
 * Lists of texts in the short form of the vocabulary (`a~b+c~d|e`), ready to be looked up by first words. Data, so that it
 * can be made in one place and sent to another; a record by words would take three times as long to be received.
 */
export interface PhraseIndex {
  /** What the texts begin with, a space between two words. */
  readonly words: string;
  /** For each of these words the texts that begin with it, still in the short form, and what they stand for. */
  readonly lists: readonly string[];
}

/** A text that was found and what it stands for. */
interface Phrase<M extends string> {
  /** Put together from the words of the list: never the text that was asked about. */
  readonly text: string;
  readonly meaning: M;
}

/** Words that a text of a list may begin with, and the parts that may follow them. */
interface Beginning<M extends string> {
  readonly words: string;
  readonly rest: readonly (readonly string[])[];
  readonly meaning: M;
}

/** Between what stands for different things, and between a meaning and its list. */
const NEXT_MEANING = '\n';
const STANDS_FOR = '>';

/** The index of lists with what each stands for; of what stands in several lists the last one counts. */
export function phraseIndex(lists: Iterable<readonly [meaning: string, list: string]>): PhraseIndex {
  const index = new Map<string, string>();
  for (const [meaning, list] of lists) {
    const begun = new Map<string, string[]>();
    for (const text of list.split('|')) {
      for (const [word, beginning] of beginningsOf(text)) begun.set(word, [...(begun.get(word) ?? []), beginning]);
    }
    for (const [word, texts] of begun) {
      const before = index.get(word);
      const list = meaning + STANDS_FOR + texts.join('|');
      index.set(word, before === undefined ? list : before + NEXT_MEANING + list);
    }
  }
  return { words: [...index.keys()].join(' '), lists: [...index.values()] };
}

/** How a text of a list may begin, by first words; a part that may be left out lets the next one begin. */
function beginningsOf(text: string): readonly (readonly [word: string, beginning: string])[] {
  const parts = text.split('+');
  const must = parts.findIndex((part) => !part.split('~').includes(''));
  return parts.slice(0, must < 0 ? undefined : must + 1).flatMap((part, i) => {
    const words = part.split('~').filter((one) => one !== '');
    return [...new Set(words.map(firstWord))].map((word) => {
      const begun = words.filter((one) => firstWord(one) === word).join('~');
      return [word, [begun, ...parts.slice(i + 1)].join('+')] as const;
    });
  });
}

/**
 * Looks texts up without spelling any list out: the words of a text are followed along the parts of the lists that can
 * begin with its first word. Words with a star behind them may be followed by anything.
 */
export class Phrases<M extends string> {
  readonly #words: readonly string[];
  readonly #lists: readonly string[];
  /** A page asks about some thirty first words: what follows the others is never taken apart. */
  readonly #beginnings = new Map<string, readonly Beginning<M>[]>();

  constructor({ words, lists }: PhraseIndex) {
    this.#words = words === '' ? [] : words.split(' ');
    this.#lists = lists;
  }

  /** Whether any text begins with this word. */
  begins(word: string): boolean {
    return this.#words.includes(word);
  }

  /** The phrase that is this very text, or null. */
  find(text: string): Phrase<M> | null {
    const beginnings = this.#beginningWith(firstWord(text));
    for (let i = beginnings.length - 1; i >= 0; i -= 1) {
      const { words, rest, meaning } = beginnings[i] as Beginning<M>;
      const whole = continued(words, text, 0, rest, 0);
      if (whole !== null) return { text: whole, meaning };
    }
    return null;
  }

  /** All that a text stands for. */
  meanings(text: string): readonly M[] {
    return this.#beginningWith(firstWord(text)).flatMap(({ words, rest, meaning }) =>
      continued(words, text, 0, rest, 0) === null ? [] : [meaning],
    );
  }

  #beginningWith(word: string): readonly Beginning<M>[] {
    let known = this.#beginnings.get(word);
    if (known === undefined) {
      const list = this.#lists[this.#words.indexOf(word)];
      if (list === undefined) return [];
      known = takenApart(list);
      this.#beginnings.set(word, known);
    }
    return known;
  }
}

function takenApart<M extends string>(lists: string): readonly Beginning<M>[] {
  return lists.split(NEXT_MEANING).flatMap((entry) => {
    const [meaning, list = ''] = entry.split(STANDS_FOR);
    return list.split('|').flatMap((text) => {
      const [first = [], ...rest] = text.split('+').map((part) => part.split('~'));
      // What an index says that a text stands for is what it was made with.
      return first.map((words) => ({ words, rest, meaning: meaning as M }));
    });
  });
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
