import { describe, expect, it } from 'vitest';
import { labelsOf } from './labels.ts';
import { parseProfile } from './parse-profile.ts';
import type { PortalProfile } from './portal-profile.ts';
import { readPage } from './read-page.ts';
import { node } from './testing/literal.ts';
import { vietnameseWords } from './vietnamese-words.ts';

const PROFILE: PortalProfile = {
  format: 'portal-profile/1',
  id: 'vi-du',
  title: 'Một cửa (ví dụ)',
  hosts: ['motcua.vi-du.vn'],
  pages: [],
  labels: {},
  actions: [],
  confidence: 'uncertain',
  source: 'Ví dụ viết cho bài kiểm tra.',
};

describe('labels', () => {
  it('are looked for at once behind however many figures', () => {
    const figures = '1.1-1'.repeat(60);
    const root = node('body', {}, node('div', {}, `${figures} x ngày hẹn trả: 12/10/2026`));
    const { facts } = readPage(root, { url: 'https://vi-du.vn/', profile: null, procedures: [], kind: 'detail' });
    expect(facts).toEqual({ doubts: [] });
  });

  it('are known by the words of the vocabulary alone', () => {
    const label = labelsOf(null, vietnameseWords).header('3. huỷ hồ sơ / mã hồ sơ (*):');
    expect(label).toBeNull();
    expect(labelsOf(null, vietnameseWords).header('3. mã hồ sơ / dossier code (*):')?.text).toBe('mã hồ sơ');
  });

  it('are those of a profile however they were copied from the page', () => {
    for (const text of [
      'Ngày phải xong:',
      'Ngày phải xong (*)',
      '3. Ngày phải xong',
      '* Ngày phải xong :',
      'NGÀY PHẢI XONG',
    ]) {
      const labels = labelsOf({ ...PROFILE, labels: { due: [text] } }, vietnameseWords);
      expect(labels.header('ngày phải xong')).toMatchObject({ fact: 'due', text: 'ngày phải xong' });
    }
    const twice = parseProfile({ ...PROFILE, labels: { due: ['Ngày phải xong'], stepDue: ['Ngày phải xong:'] } });
    expect(twice.ok ? [] : twice.faults.map(({ code }) => code)).toEqual(['repeated-label']);
  });
});
