import { describe, expect, it } from 'vitest';
import { labelsOf } from './labels.ts';
import { readPage } from './read-page.ts';
import { node } from './testing/literal.ts';
import { vietnameseWords } from './vietnamese-words.ts';

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
});
