import { FactSheet, knownTexts } from '../fact-sheet.ts';
import { nameIndex, procedureNames } from '../grammar/procedure-name.ts';
import type { NamedProcedure } from '../named-procedure.ts';
import { phrasesOf } from '../reader-words.ts';
import { vietnameseWords } from '../vietnamese-words.ts';
import { type TaughtKey, taughtValue } from './taught-fact.ts';

/**
 * The value that the reader would take from a text behind a label of this meaning, or undefined: what can be taught is
 * exactly what can be read. `text` may hold seams.
 */
export function valueIn(text: string, key: TaughtKey, procedures: readonly NamedProcedure[]): string | undefined {
  const sheet = new FactSheet(knownTexts(phrasesOf(vietnameseWords), procedureNames(nameIndex(procedures))));
  sheet.add({ fact: key, text: '' }, text, { relation: 'same-line', ink: 'print' });
  return taughtValue(sheet.facts(), key);
}
