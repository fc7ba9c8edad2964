import { type Pack, textIn } from 'checklist-core';
import { parseShippedPacks } from '../../../../src/rules/packs/index.ts';
import { groupTitles } from '../../../../src/rules/procedures/index.ts';
import en from '../texts/report-en.json' with { type: 'json' };
import vi from '../texts/report-vi.json' with { type: 'json' };

/** The words of a report in one language, and the names of what its ids stand for. */
export interface ReportTexts {
  readonly words: typeof vi;
  /** The rule as quoted, or its id if no shipped pack has it. */
  rule(id: string): string;
  cue(id: string): string;
  group(id: string): string;
  /** A day, given as `YYYY-MM-DD`, as the language writes it. */
  day(day: string): string;
}

const words = { vi, en };

/** The packs that are at hand: what a line of conduct speaks of is looked up here. */
export const packsAtHand: readonly Pack[] = parseShippedPacks().packs;

/** Words and names in one language. */
export function reportTexts(language: 'vi' | 'en'): ReportTexts {
  const rules = new Map(packsAtHand.flatMap(({ rules: all }) => all.map(({ id, text }) => [id, text] as const)));
  const cues = new Map(packsAtHand.flatMap(({ cues: all }) => all.map(({ id, text }) => [id, text] as const)));
  const named = (texts: typeof rules, id: string) => {
    const text = texts.get(id);
    return text === undefined ? id : textIn(text, language);
  };
  return {
    words: words[language],
    rule: (id) => named(rules, id),
    cue: (id) => named(cues, id),
    group: (id) => {
      const title = groupTitles[id];
      return title === undefined ? id : textIn(title, language);
    },
    day: (day) => (language === 'vi' ? day.split('-').reverse().join('/') : day),
  };
}
