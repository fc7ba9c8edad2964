import { textIn } from 'checklist-core';
import type { Language } from '../platform/i18n.ts';
import { groupTitles, parseShippedPacks } from '../rules/index.ts';

/*
 * Words for the ids that hand-overs carry, from the packs that ship. An id nobody here knows is shown as it is: it came
 * from another place's pack, and hiding the row would hide figures.
 */

const { packs } = parseShippedPacks();
const ruleTexts = new Map(packs.flatMap(({ rules }) => rules.map(({ id, text }) => [id, text] as const)));
const ruleOrder = [...ruleTexts.keys()];

/** The rule as it is quoted, with a capital because it begins a line, or its id. */
export function ruleWords(id: string, language: Language): string {
  const text = ruleTexts.get(id);
  if (text === undefined) return id;
  const words = textIn(text, language);
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
}

/** Rows in the order in which the packs name their rules; unknown ones last. */
export function inRuleOrder<Row extends { readonly rule: string }>(rows: readonly Row[]): readonly Row[] {
  const place = ({ rule }: Row) => {
    const index = ruleOrder.indexOf(rule);
    return index === -1 ? ruleOrder.length : index;
  };
  return rows.toSorted((a, b) => place(a) - place(b));
}

/** Title of a group of procedures, or its id. */
export function groupWords(id: string, language: Language): string {
  // An id may be any word, also one that every object knows.
  const title = Object.hasOwn(groupTitles, id) ? groupTitles[id] : undefined;
  return title === undefined ? id : textIn(title, language);
}

/** Ids of the rules that a cue serves, by `id@version` of its pack; ids keep their meaning across versions of a pack. */
export function rulesOfCue(pack: string, cue: string): readonly string[] | null {
  const [id = ''] = pack.split('@');
  const found = packs.find((known) => known.id === id)?.cues.find((known) => known.id === cue);
  return found?.serves ?? null;
}
