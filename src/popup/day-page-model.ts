import type { Pack, Rule } from 'checklist-core';
import type { DayAnswer } from 'checklist-core/journal';

/** Answers that a positive rule may get; the first is what "all kept" gives. */
export const POSITIVE_ANSWERS = ['kept', 'forgot', 'no-occasion'] as const satisfies readonly DayAnswer[];

/** Answers that a rule of the five don'ts may get; the first is what "nothing special" gives. */
export const GUARDED_ANSWERS = ['none', 'settled', 'review'] as const satisfies readonly DayAnswer[];

/** Answers by rule id. A rule that is not in it was not answered. */
export type DayAnswers = Readonly<Record<string, DayAnswer>>;

/** One block of the day page: the rules of one group of the pack, all of one polarity. */
export interface DaySection {
  readonly group: string;
  readonly polarity: Rule['polarity'];
  readonly rules: readonly Rule[];
}

/** The blocks of the day page in the pack's order, positive groups first; a group without rules is left out. */
export function daySections(pack: Pack): readonly DaySection[] {
  const sections = pack.groups.flatMap((group) =>
    (['do', 'dont'] as const).map((polarity) => ({
      group: group.id,
      polarity,
      rules: pack.rules.filter((rule) => rule.group === group.id && rule.polarity === polarity),
    })),
  );
  const filled = sections.filter(({ rules }) => rules.length > 0);
  return [...filled.filter(isPositive), ...filled.filter((section) => !isPositive(section))];
}

export function isPositive({ polarity }: Pick<DaySection, 'polarity'>): boolean {
  return polarity === 'do';
}

/** Answers a rule of this section may get, the calm one first. */
export function answersFor(section: Pick<DaySection, 'polarity'>): readonly DayAnswer[] {
  return isPositive(section) ? POSITIVE_ANSWERS : GUARDED_ANSWERS;
}

/** Answers one rule. An answer that does not belong to the section changes nothing. */
export function answer(answers: DayAnswers, section: DaySection, ruleId: string, given: DayAnswer): DayAnswers {
  const known = section.rules.some(({ id }) => id === ruleId) && answersFor(section).includes(given);
  return known ? { ...answers, [ruleId]: given } : answers;
}

/**
 * The one key of a section: every rule not answered yet gets the calm answer. What was marked before stays, so
 * that an official can mark the one exception first and confirm the rest.
 */
export function answerRest(answers: DayAnswers, section: DaySection): DayAnswers {
  const calm = answersFor(section)[0];
  if (calm === undefined) return answers;
  const rest = section.rules.filter(({ id }) => answers[id] === undefined);
  return { ...answers, ...Object.fromEntries(rest.map(({ id }) => [id, calm])) };
}

export interface SectionState {
  /** Rules without an answer. */
  readonly open: number;
  /** Rules whose answer is not the calm one. */
  readonly marked: number;
}

export function sectionState(answers: DayAnswers, section: DaySection): SectionState {
  const calm = answersFor(section)[0];
  const given = section.rules.map(({ id }) => answers[id]);
  return {
    open: given.filter((one) => one === undefined).length,
    marked: given.filter((one) => one !== undefined && one !== calm).length,
  };
}

/** How many rules of the page have no answer yet. */
export function openCount(answers: DayAnswers, sections: readonly DaySection[]): number {
  return sections.reduce((sum, section) => sum + sectionState(answers, section).open, 0);
}

/** Something was answered, so there is something to save. */
export function canSave(answers: DayAnswers): boolean {
  return Object.keys(answers).length > 0;
}
