import { FactSheet, knownTexts } from '../fact-sheet.ts';
import { nameIndex, procedureNames } from '../grammar/procedure-name.ts';
import type { LabelFact } from '../labels.ts';
import type { NamedProcedure } from '../named-procedure.ts';
import { phrasesOf } from '../reader-words.ts';
import { vietnameseWords } from '../vietnamese-words.ts';
import { type TaughtKey, taughtValue } from './taught-fact.ts';

/** What a text says of itself that is no label: a status, a way in, how a deadline stands. */
const SAYINGS: readonly LabelFact[] = ['status', 'channel', 'dueText'];

/** What the reader takes texts for; what can be taught is exactly what can be read. */
export class Values {
  readonly #known;

  constructor(procedures: readonly NamedProcedure[]) {
    this.#known = knownTexts(phrasesOf(vietnameseWords), procedureNames(nameIndex(procedures)));
  }

  /** The value that would be taken from a text behind a label of this meaning, or undefined. `text` may hold seams. */
  of(text: string, key: TaughtKey): string | undefined {
    return taughtValue(this.#behind(key, text).facts(), key);
  }

  /** Whether a text is a value itself, so that it announces none. */
  isSaying(text: string): boolean {
    return SAYINGS.some((fact) => Object.keys(this.#behind(fact, text).facts()).length > 1);
  }

  #behind(fact: LabelFact, text: string): FactSheet {
    const sheet = new FactSheet(this.#known);
    sheet.add({ fact, text: '' }, text, { relation: 'same-line', ink: 'print' });
    return sheet;
  }
}
