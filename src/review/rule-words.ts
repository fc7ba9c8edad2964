import { textIn } from 'checklist-core';
import type { Language } from '../platform/i18n.ts';
import { groupTitles, parseShippedPacks } from '../rules/index.ts';

/*
 * Words for the ids that hand-overs carry, from the packs that ship. An id nobody here knows is shown as it is: it came
 * from another place's pack, and hiding the row would hide figures.
 */

const { packs } = parseShippedPacks();
const ruleTexts = new Map(packs.flatMap(({ rules }) => rules.map(({ id, text }) => [id, text] as const)));

/** The rule as it is quoted, or its id. */
export function ruleWords(id: string, language: Language): string {
  const text = ruleTexts.get(id);
  return text === undefined ? id : textIn(text, language);
}

/** Title of a group of procedures, or its id. */
export function groupWords(id: string, language: Language): string {
  const title = groupTitles[id];
  return title === undefined ? id : textIn(title, language);
}

/** Ids of the rules that a cue serves, by `id@version` of its pack; ids keep their meaning across versions of a pack. */
export function rulesOfCue(pack: string, cue: string): readonly string[] | null {
  const [id = ''] = pack.split('@');
  const found = packs.find((known) => known.id === id)?.cues.find((known) => known.id === cue);
  return found?.serves ?? null;
}
