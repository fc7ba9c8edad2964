import type { Pack } from 'checklist-core';
import { type Entry, parseEntry } from 'checklist-core/journal';
import { describe, expect, it } from 'vitest';
import shipped from '../rules/packs/4-xin-4-luon-5-khong.json' with { type: 'json' };
import {
  answer,
  answerRest,
  answersFor,
  canSave,
  type DayAnswers,
  type DaySection,
  daySections,
  openCount,
  sectionState,
} from './day-page-model.ts';

// JSON modules have wider literal types than the pack's own; the packs' test parses this very file.
const sections = daySections(shipped as Pack);
const [fourXin, fourLuon, fiveDonts] = sections;
if (fourXin === undefined || fourLuon === undefined || fiveDonts === undefined) throw new Error('three sections');

/** What the keyboard does: the one key of every section. */
function threeKeys(start: DayAnswers = {}): DayAnswers {
  return sections.reduce((answers, section) => answerRest(answers, section), start);
}

describe('the day page', () => {
  it('asks all 13 rules, the five donts last', () => {
    expect(sections.map(({ polarity, rules }) => [polarity, rules.length])).toEqual([
      ['do', 4],
      ['do', 4],
      ['dont', 5],
    ]);
    expect(openCount({}, sections)).toBe(13);
  });

  it('is answered whole by one key a section', () => {
    const answers = threeKeys();
    expect(openCount(answers, sections)).toBe(0);
    expect(Object.values(answers).filter((one) => one === 'kept')).toHaveLength(8);
    expect(Object.values(answers).filter((one) => one === 'none')).toHaveLength(5);
  });

  it('keeps the exception that was marked before the one key', () => {
    const marked = answer({}, fourXin, 'xin-loi', 'no-occasion');
    const answers = answerRest(marked, fourXin);
    expect(answers).toMatchObject({ 'xin-loi': 'no-occasion', 'xin-chao': 'kept' });
    expect(sectionState(answers, fourXin)).toEqual({ open: 0, marked: 1 });
  });

  it('lets one rule be marked after the one key', () => {
    const answers = answer(threeKeys(), fiveDonts, 'khong-cua-quyen', 'review');
    expect(sectionState(answers, fiveDonts)).toEqual({ open: 0, marked: 1 });
  });

  it('takes no answer that does not belong to the rule', () => {
    expect(answer({}, fourXin, 'xin-chao', 'settled')).toEqual({});
    expect(answer({}, fiveDonts, 'khong-cua-quyen', 'kept')).toEqual({});
    expect(answer({}, fourXin, 'khong-cua-quyen', 'kept')).toEqual({});
  });

  it('has nothing to save until something is answered', () => {
    expect(canSave({})).toBe(false);
    expect(canSave(answer({}, fourLuon, 'luon-mim-cuoi', 'forgot'))).toBe(true);
  });

  it('never asks a dont with the words of a positive rule', () => {
    const donts = sections.filter(({ polarity }) => polarity === 'dont');
    expect(donts.flatMap(answersFor)).toEqual(['none', 'settled', 'review']);
  });

  it('fits the private part of an entry and nothing else', () => {
    const page: Entry = {
      service: null,
      conduct: null,
      private: { at: '2026-12-08T16:50:00', procedure: null, dayPage: threeKeys() },
    };
    expect(parseEntry(page).ok).toBe(true);
    const conduct = { rules: [], cues: [], missed: [], skipped: false };
    expect(parseEntry({ ...page, conduct }).ok).toBe(false);
    expect(parseEntry({ ...page, conduct: { ...conduct, dayPage: threeKeys() }, private: null }).ok).toBe(false);
  });

  it('takes a mixed group apart, so that no dont stands among positive rules', () => {
    const mixed: Pack = {
      ...(shipped as Pack),
      groups: [{ id: 'own', title: { vi: 'ví dụ' } }],
      rules: (shipped as Pack).rules.map((rule) => ({ ...rule, group: 'own' })),
    };
    const shape = daySections(mixed).map((section: DaySection) => [section.polarity, section.rules.length]);
    expect(shape).toEqual([
      ['do', 8],
      ['dont', 5],
    ]);
  });
});
