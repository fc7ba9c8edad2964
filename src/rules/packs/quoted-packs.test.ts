import { type Pack, parsePack, switchOnFaults } from 'checklist-core';
import { dayOfDate } from 'checklist-core/deadline';
import { describe, expect, it } from 'vitest';
import { houseFacts } from '../house-facts.ts';
import slogan from './5-biet-3-khong-4-the-hien.json' with { type: 'json' };
import { parseShippedPacks } from './index.ts';

const today = dayOfDate({ year: 2026, month: 11, day: 22 });

function shipped(id: string): Pack {
  const found = parseShippedPacks().packs.find((pack) => pack.id === id);
  if (found === undefined) throw new Error(`no shipped pack "${id}"`);
  return found;
}

function read(file: unknown): Pack {
  const parsed = parsePack(file, ['vi', 'en'], houseFacts);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.pack;
}

describe('"5 biết, 3 không, 4 thể hiện"', () => {
  const pack = shipped('5-biet-3-khong-4-the-hien');

  it('is a draft whose every rule is uncertain: the original was not found', () => {
    expect([pack.status, pack.confidence, pack.confirmation]).toEqual(['draft', 'uncertain', undefined]);
    expect(new Set(pack.rules.map(({ confidence }) => confidence))).toEqual(new Set(['uncertain']));
    expect(pack.sources.map(({ note }) => note)).toEqual([expect.stringMatching(/^Chưa tìm thấy văn bản gốc/)]);
  });

  it('has five, three and four rules, of which only the three "không" are don’ts, and no cues', () => {
    expect(pack.groups.map(({ id }) => pack.rules.filter(({ group }) => group === id).length)).toEqual([5, 3, 4]);
    const donts = pack.rules.filter(({ polarity }) => polarity === 'dont');
    expect(donts.map(({ text }) => text.vi)).toEqual(['không hách dịch', 'không sách nhiễu phiền hà', 'không trễ hẹn']);
    expect([pack.pausePoints, pack.cues]).toEqual([[], []]);
  });

  it('cannot be switched on', () => {
    expect(switchOnFaults(pack, today)).toEqual([expect.objectContaining({ path: '/confirmation' })]);
  });

  it('can be once a commune has confirmed its wording, by a decision with number, date and author', () => {
    // Invented for this test.
    const confirmation = { number: '01/QĐ-UBND', date: '2026-11-20', by: 'UBND xã Ví Dụ' };
    expect(switchOnFaults(read({ ...slogan, confirmation }), today)).toEqual([]);
    for (const part of ['number', 'date', 'by']) {
      const partial = Object.fromEntries(Object.entries(confirmation).filter(([key]) => key !== part));
      expect(parsePack({ ...slogan, confirmation: partial }).ok, part).toBe(false);
    }
  });
});

describe('the nine prohibitions', () => {
  const pack = shipped('9-dieu-khong-duoc-lam');

  it('are the nine letters of article 5, paragraph 1, in their order, all don’ts', () => {
    const cited = pack.rules.map(({ source }) => source.split('#')[1]);
    expect(cited).toEqual(['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i'].map((letter) => `5.1.${letter}`));
    expect(new Set(pack.rules.map(({ polarity }) => polarity))).toEqual(new Set(['dont']));
    expect([pack.pausePoints, pack.cues]).toEqual([[], []]);
  });

  it('quote what is known and mark with “…” what is not, in both languages', () => {
    for (const { id, text, source } of pack.rules) {
      const cut = text.vi?.includes('…') ?? false;
      expect(source.startsWith('nd-61-2018-chep-luoc#'), id).toBe(cut);
      expect(text.en?.includes('…'), id).toBe(cut);
    }
    const cut = pack.rules.filter(({ text }) => text.vi?.includes('…')).map(({ source }) => source.at(-1));
    expect(cut).toEqual(['c', 'd', 'đ', 'g', 'i']);
    expect(pack.sources[1]?.note).toBe('Dấu “…” là chỗ chưa chép được nguyên văn');
  });

  it('are sure of eight, not of the ninth, of which one word is known', () => {
    expect(pack.rules.map(({ confidence }) => confidence)).toEqual([...Array(8).fill('verified'), 'uncertain']);
    expect(pack.rules.at(-1)?.text.vi).toBe('… khác');
  });
});
