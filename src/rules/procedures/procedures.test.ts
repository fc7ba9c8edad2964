import { describe, expect, it } from 'vitest';
import { groupTitles, procedureGroups, procedures } from './index.ts';

const tonesOf = (codes: readonly string[]) => codes.map((code) => procedures.find((row) => row.code === code)?.tone);

describe('the procedure table', () => {
  it('has each national code once', () => {
    for (const { code } of procedures) expect(code).toMatch(/^[1-3]\.\d{6}$/);
    expect(new Set(procedures.map(({ code }) => code)).size).toBe(procedures.length);
  });

  it('covers what a commune’s desk sees most', () => {
    const codes = procedures.map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining([
        ...['1.001193', '1.000656', '1.000894', '1.004873', '1.001022', '1.000689', '1.004859', '1.004837', '1.004884'],
        ...['2.000635', '2.000815', '2.000884', '2.000908', '2.000913', '2.000927', '2.000942', '2.001019', '2.001016'],
        ...['2.000986', '2.001023', '1.004222', '1.004194', '1.002755', '1.003677', '1.003197', '1.010038'],
        ...['1.001612', '1.011607', '1.001699', '1.001776', '1.014027', '1.115978'],
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
