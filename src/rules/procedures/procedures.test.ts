import { describe, expect, it } from 'vitest';
import type { Procedure } from '../procedure.ts';
import { groupTitles, procedureGroups, procedures } from './index.ts';

const row = (code: string) => procedures.find((each) => each.code === code);
const tonesOf = (codes: readonly string[]) => codes.map((code) => row(code)?.tone);

describe('the procedure table', () => {
  it('has each national code once', () => {
    for (const { code } of procedures) expect(code).toMatch(/^[1-3]\.\d{6}$/);
    expect(new Set(procedures.map(({ code }) => code)).size).toBe(procedures.length);
  });

  it('covers what a commune’s desk sees most, at least forty', () => {
    const codes = procedures.map(({ code }) => code);
    expect(codes.length).toBeGreaterThanOrEqual(40);
    expect(codes).toEqual(
      expect.arrayContaining([
        ...['1.001193', '1.000656', '1.000894', '1.004873', '1.001022', '1.000689', '1.004859', '1.004837', '1.004884'],
        ...['2.000635', '2.000815', '2.000884', '2.000908', '2.000913', '2.000927', '2.000942', '2.001019', '2.001016'],
        ...['2.000986', '2.001023', '1.004222', '1.004194', '1.002755', '1.003677', '1.003197', '1.010038'],
        ...['1.001612', '1.011607', '1.001699', '1.001776', '1.014027', '1.115978'],
        ...['1.004772', '1.000893', '1.000110', '1.001695', '1.003583', '2.000528', '2.000522', '2.000547'],
        ...['2.001263', '1.116410', '3.000722', '2.000987', '2.002913'],
      ]),
    );
  });

  it('is NFC throughout, trimmed, and leaves "Thủ tục" off its names', () => {
    expect(JSON.stringify(procedures)).toBe(JSON.stringify(procedures).normalize('NFC'));
    for (const { name, otherNames = [] } of procedures) {
      for (const each of [name, ...otherNames]) {
        expect(each).toBe(each.trim().replace(/\s+/g, ' '));
        expect(each).not.toMatch(/^thủ tục /i);
      }
    }
  });

  it('gives every row a known group, tone, source and confidence, and groups a title in both languages', () => {
    for (const row of procedures) {
      expect(Object.keys(groupTitles), row.code).toContain(row.group);
      expect(['joy', 'neutral', 'grief'], row.code).toContain(row.tone);
      expect(['verified', 'recalled', 'uncertain'], row.code).toContain(row.confidence);
      expect(row.source.length, row.code).toBeGreaterThan(3);
      expect(row.term === null || row.term.trim() !== '', row.code).toBe(true);
    }
    for (const { id, title } of procedureGroups) expect(Object.keys(title), id).toEqual(['vi', 'en']);
  });

  it('has the same columns in every row, and no others', () => {
    const columns = ['code', 'name', 'group', 'tone', 'letter', 'term', 'greenStream', 'source', 'confidence'];
    for (const { otherNames: _some, ...row } of procedures) expect(Object.keys(row), row.code).toEqual(columns);
  });

  it('never calls a death anything but grief', () => {
    for (const { name, tone } of procedures)
      if (/khai tử|tử tuất|mai táng/i.test(name)) expect(tone, name).toBe('grief');
  });

  it('is glad at births and marriages, not at what only looks like them', () => {
    expect(tonesOf(['1.001193', '1.000894', '2.000986'])).toEqual(['joy', 'joy', 'joy']);
    const lookalikes = ['1.001022', '1.000689', '1.004884', '1.004772', '1.004746', '2.001263', '2.000635'];
    expect(new Set(tonesOf(lookalikes))).toEqual(new Set(['neutral']));
    const joyful = procedures.filter(({ tone }) => tone === 'joy');
    for (const { name } of joyful) expect(name).toMatch(/khai sinh|kết hôn/i);
    for (const { name } of joyful) expect(name).not.toMatch(/đăng ký lại|nhận cha|con nuôi|đã có hồ sơ|bản sao/i);
  });
});

/**
 * Where no letter is ever offered: whatever is done again or late, recognition of a parent or child, adoption, a copy,
 * a stillbirth or a child who has died, and help that comes after the death was registered.
 */
const NEVER =
  /đăng ký lại|quá hạn|đã có hồ sơ|nhận cha, mẹ, con|con nuôi|giám hộ|bản sao|trích lục|ghi vào sổ|chết lưu|trẻ em chết|hỗ trợ chi phí/i;

function letterBy({ name, tone }: Procedure): Procedure['letter'] {
  if (NEVER.test(name) || tone === 'neutral') return null;
  return tone === 'joy' ? 'congratulation' : 'condolence';
}

describe('the letter that may be offered', () => {
  it.each(procedures.map((row) => [row.code, row] as const))('of %s follows the rules for letters', (_code, row) => {
    expect(row.letter, row.name).toBe(letterBy(row));
  });

  it.each([
    ['re-registration', ['1.004884', '1.004746', '1.005461', '2.000522']],
    ['registration by one who has had papers for long', ['1.004772', '1.000893']],
    ['recognition of a parent or child', ['1.001022', '1.000689', '1.001695']],
    ['adoption', ['2.001263']],
    ['money after the funeral', ['1.001731']],
    ['a code that the sources read differently', ['2.000987']],
  ])('is none for %s', (_case, codes) => {
    expect(codes.map((code) => row(code)?.letter)).toEqual(codes.map(() => null));
  });

  it('never mixes joy and grief', () => {
    for (const { name, tone, letter } of procedures) {
      if (letter === 'congratulation')
        expect([tone, name]).toEqual(['joy', expect.stringMatching(/khai sinh|kết hôn/i)]);
      if (letter === 'condolence') expect([tone, name]).toEqual(['grief', expect.stringMatching(/khai tử/i)]);
    }
    expect(procedures.filter(({ letter }) => letter === 'congratulation').length).toBeGreaterThanOrEqual(8);
    expect(procedures.filter(({ letter }) => letter === 'condolence').length).toBeGreaterThanOrEqual(4);
  });

  it('is not offered where the same name could be read two ways', () => {
    for (const { confidence, letter } of procedures) if (confidence === 'uncertain') expect(letter).toBeNull();
  });
});

describe('the green stream', () => {
  it('is claimed for no procedure: no decision that names one is known', () => {
    for (const { code, greenStream } of procedures) expect(greenStream, code).toBeNull();
  });
});
