import { FactSheet, type KnownTexts, knownTexts } from './fact-sheet.ts';
import { procedureNames } from './grammar/procedure-name.ts';
import { type Label, type Labelled, type Labels, labelsOf } from './labels.ts';
import { LETTERS } from './letters.ts';
import type { WordedContext } from './page-context.ts';
import type { Line } from './page-scan.ts';
import { phrasesOf } from './reader-words.ts';
import type { Rejections } from './rejections.ts';
import { remembered } from './remembered.ts';

const LETTER = new RegExp(`[${LETTERS}]`);
const NOTHING: readonly never[] = [];

/** What the lines and rows of one page are read by: the labels of its site, and the texts a value may equal. */
export class Lexicon {
  readonly labels: Labels;
  readonly known: KnownTexts;
  /** The label that a column's header is; a table's heads are asked about for its rows, its kind and its running step. */
  readonly header = remembered((text): Label | null => this.labels.header(text));
  readonly #labelsIn = remembered((text): readonly Labelled[] =>
    this.labels.find({ text, folded: text.toLowerCase() }),
  );
  readonly #newRejections: (() => Rejections) | null;

  constructor({ profile, words, procedures }: WordedContext, newRejections: (() => Rejections) | null) {
    this.#newRejections = newRejections;
    this.labels = labelsOf(profile, words);
    this.known = knownTexts(phrasesOf(words), procedureNames(procedures));
  }

  /** Somebody wants to know what was not taken, so nothing may be read from memory. */
  get isNoting(): boolean {
    return this.#newRejections !== null;
  }

  /** The labels of a line; many lines of a list have the same words. */
  find({ text }: Pick<Line, 'text'>): readonly Labelled[] {
    return LETTER.test(text) ? this.#labelsIn(text) : NOTHING;
  }

  newSheet(): FactSheet {
    return new FactSheet(this.known, this.#newRejections?.());
  }
}
