import {
  type Cue,
  type FactValue,
  type Outcome,
  type Pack,
  parsePack,
  rulesServed,
  selectCues,
  switchOnFaults,
  type Tone,
} from 'checklist-core';
import { dayOfDate } from 'checklist-core/deadline';
import { lintPack } from 'checklist-core/pack';
import { vietnameseLintWords } from 'checklist-core/vn';
import { describe, expect, it } from 'vitest';
import { houseFacts } from '../house-facts.ts';
import { parseShippedPacks } from './index.ts';

const { packs } = parseShippedPacks();
const byId = packs.map((pack) => [pack.id, pack] as const);
const today = dayOfDate({ year: 2026, month: 11, day: 22 });

/** Every state of the facts the house supplies, the unknown ones included; of a free text only unknown matters. */
function everyCase(): readonly Record<string, FactValue>[] {
  let cases: Record<string, FactValue>[] = [{}];
  for (const fact of houseFacts) {
    const values = fact.type === 'enum' ? fact.values : fact.type === 'boolean' ? [true, false] : [];
    cases = cases.flatMap((known) => [known, ...values.map((value) => ({ ...known, [fact.name]: value }))]);
  }
  return cases;
}

/** Where the house's words begin otherwise, on purpose. */
const ODD_FIRST_WORDS: Readonly<Record<string, readonly string[]>> = {
  '4-xin-4-luon-5-khong': ['first-word: Nét', 'first-word: Thiếu', 'first-word: Phải'],
};

const cases = everyCase();

/** The cues of a point without the renderer's own cut at five, so that the data is what is tested. */
function shown(pack: Pack, point: string, facts: Record<string, FactValue>): readonly Cue[] {
  const uncut = { ...pack, pausePoints: pack.pausePoints.map((each) => ({ ...each, mode: 'read-do' as const })) };
  return selectCues(uncut, point, facts).shown;
}

describe('every shipped pack', () => {
  it('is one of eight, with an id of its own', () => {
    expect(new Set(packs.map(({ id }) => id)).size).toBe(8);
  });

  it.each(byId)('%s gives every rule a source it lists and a mark of confidence', (_id, pack) => {
    const sources = new Set(pack.sources.map(({ id }) => id));
    for (const { id, source, confidence } of pack.rules) {
      expect(sources, id).toContain(source.split('#')[0]);
      expect(['verified', 'recalled', 'uncertain'], id).toContain(confidence);
    }
    for (const { id, title } of pack.sources) expect(title.length, id).toBeGreaterThan(10);
  });

  it.each(byId)('%s speaks Vietnamese and English, in composed form, on one line', (_id, pack) => {
    const texts = [
      pack.title,
      ...pack.groups.map(({ title }) => title),
      ...pack.rules.map(({ text }) => text),
      ...pack.pausePoints.flatMap(({ title }) => (title === undefined ? [] : [title])),
      ...pack.cues.map(({ text }) => text),
    ];
    for (const text of texts) expect(Object.keys(text)).toEqual(['vi', 'en']);
    expect(JSON.stringify(pack)).toBe(JSON.stringify(pack).normalize('NFC'));
    expect(JSON.stringify(pack)).not.toMatch(/\\[nrt]| {2}/);
  });

  it.each(byId)('%s shows at most five cues to confirm, nine steps to read, 60 characters each', (_id, pack) => {
    for (const { id, mode } of pack.pausePoints) {
      const most = Math.max(...cases.map((facts) => shown(pack, id, facts).length));
      expect(most, id).toBeLessThanOrEqual(mode === 'do-confirm' ? 5 : 9);
      expect(most, id).toBeGreaterThan(0);
    }
    for (const { text } of pack.cues)
      for (const words of Object.values(text)) expect([...words].length, words).toBeLessThanOrEqual(60);
  });

  it.each(byId)('%s never tells anyone to smile or congratulate where there is grief', (_id, pack) => {
    for (const facts of cases.filter(({ tone }) => tone === 'grief')) {
      for (const { id } of pack.pausePoints) {
        for (const { text } of shown(pack, id, facts)) {
          expect(text.vi).not.toMatch(/cười|chúc mừng|vui/i);
          expect(text.en).not.toMatch(/smile|congratulat|happy/i);
        }
      }
    }
  });

  it.each(byId)('%s passes the linter, with no advice but about replaced sources', (id, pack) => {
    const { errors, warnings } = lintPack(pack, {
      languages: ['vi', 'en'],
      facts: houseFacts,
      words: [vietnameseLintWords],
    });
    expect(errors).toEqual([]);
    const odd = warnings.filter(({ code }) => code !== 'source-replaced');
    expect(odd.map(({ code, values }) => `${code}: ${values.word}`)).toEqual(ODD_FIRST_WORDS[id] ?? []);
  });

  it.each(byId)('%s serves each positive rule by a cue, if it has cues at all', (_id, pack) => {
    if (pack.cues.length === 0) return;
    const positive = pack.rules.filter(({ polarity }) => polarity === 'do').map(({ id }) => id);
    expect([...rulesServed(pack, pack.cues)].sort()).toEqual(positive.sort());
  });

  it.each(byId.filter(([, { status }]) => status === 'active'))('%s can be switched on', (_id, pack) => {
    expect(switchOnFaults(pack, today)).toEqual([]);
  });

  it.each(byId)('%s marks whatever it quotes from the decree of 2018 as replaced', (_id, pack) => {
    for (const { title, replaced } of pack.sources.filter((source) => source.title.includes('61/2018'))) {
      expect(replaced?.by, title).toContain('118/2025/NĐ-CP');
      expect(replaced?.note).toBe('Lời văn ở đó chưa xem');
    }
  });

  it.each(byId)('%s calls a wording of our own what it is', (_id, pack) => {
    for (const { source, confidence } of pack.rules.filter((rule) => rule.source === 'loi-cua-nhom')) {
      const origin = pack.sources.find(({ id }) => id === source);
      expect(origin?.title).toBe('Lời của nhóm làm công cụ');
      expect([origin?.confidence, confidence]).toEqual(['uncertain', 'uncertain']);
    }
  });

  it('keeps the pause points of a session to the national pack', () => {
    for (const pack of packs.slice(1)) {
      for (const { id } of pack.pausePoints) expect(['greet', 'work', 'finish'], pack.id).not.toContain(id);
    }
    const points = packs.flatMap(({ pausePoints }) => pausePoints.map(({ id }) => id));
    expect(new Set(points).size).toBe(points.length);
  });

  it('asks for a confirmation nowhere but at the finish of a session', () => {
    const asking = packs.flatMap(({ pausePoints }) => pausePoints.filter(({ asks }) => asks).map(({ id }) => id));
    expect(asking).toEqual(['finish']);
  });
});

describe('the facts of the house', () => {
  // Kept complete by the compiler: a new outcome or tone in the library has to be named here, and so in the data.
  const outcomes: Record<Outcome, true> = { received: true, returned: true, supplement: true, refused: true };
  const tones: Record<Tone, true> = { joy: true, neutral: true, grief: true };
  const valuesOf = (name: string) => {
    const fact = houseFacts.find((each) => each.name === name);
    return fact?.type === 'enum' ? fact.values : null;
  };

  it('know the outcomes and tones that the library knows, in no other words', () => {
    expect(valuesOf('outcome')).toEqual(Object.keys(outcomes));
    expect(valuesOf('tone')).toEqual(Object.keys(tones));
  });

  it.each(byId)('are all that %s asks for: a fact nobody supplies is named', (_id, pack) => {
    const misspelt = { ...pack.cues[0], id: 'misspelt', pausePoint: 'extra', when: { op: 'known', fact: 'lates' } };
    const file = {
      ...pack,
      pausePoints: [...pack.pausePoints, { id: 'extra', mode: 'read-do', asks: false }],
      cues: [...pack.cues, { text: { vi: 'Thử', en: 'Try' }, serves: [], ...misspelt }],
    };
    const parsed = parsePack(file, ['vi', 'en'], houseFacts);
    const path = `/cues/${pack.cues.length}/when/fact`;
    expect(parsed.ok ? [] : parsed.faults.map((fault) => fault.path)).toEqual([path]);
  });
});
