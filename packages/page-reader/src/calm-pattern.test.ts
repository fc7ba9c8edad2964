import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCalmPattern, isPattern, MAX_CHOICES } from './calm-pattern.ts';
import { shippedProfile } from './testing/shipped-profile.ts';

describe('isCalmPattern', () => {
  it.each([
    '^/nop-ho-so/\\d+(/|\\?|$)',
    '#/danh-sach-ho-so/\\d+/chi-tiet-ho-so/\\d+',
    '^/(a/[0-9a-f-]{36}|b/[\\w.-]+)',
    '^/(tiep-nhan|xu-ly)/',
    '\\?mahs=[^&]+&ma=[^&]+$',
    'a+?b',
    '(?:a|b)?c+',
  ])('takes %s', (pattern) => {
    expect([isPattern(pattern), isCalmPattern(pattern)]).toEqual([true, true]);
  });

  it.each([
    ['a group repeated', '(a+)+b'],
    ['a group counted', '(?:ab){3}'],
    ['two repeats that overlap', '\\d+\\d+x'],
    ['two repeats and a character that both take', '\\w+a\\w+x'],
    ['two repeats that an empty way joins', '\\d+(/|)\\d+x'],
    ['two repeats that an optional group joins', '\\d+(/)?\\d+x'],
    ['two repeats in one way of a group', '(b|\\d+)\\d+x'],
    ['anything, twice', '.*/.*/x'],
    ['a look around', '(?=a)b'],
    ['a look back', '(a)\\1'],
    ['a long count', 'a{500}'],
    ['too many choices', 'a?'.repeat(MAX_CHOICES + 1)],
  ])('refuses %s', (_, pattern) => {
    expect([isPattern(pattern), isCalmPattern(pattern)]).toEqual([true, false]);
  });

  it('takes every pattern that ships', () => {
    const { pages, actions } = shippedProfile('opencps');
    const urls = pages.flatMap(({ url }) => url ?? []);
    const signs = actions.flatMap(({ success }) =>
      success.flatMap((sign) => (sign.sign === 'url' ? sign.pattern : [])),
    );
    expect([...urls, ...signs].filter((pattern) => !isCalmPattern(pattern))).toEqual([]);
  });

  it('looks at any text without stumbling', () => {
    const parts = fc.constantFrom(
      'a',
      '\\d',
      '.',
      '+',
      '*',
      '?',
      '{2}',
      '{1,3}',
      '(',
      ')',
      '|',
      '[ab]',
      '/',
      '\\',
      '[',
      ']',
    );
    const pieces = fc.array(parts, { maxLength: 12 }).map((all) => all.join(''));
    fc.assert(fc.property(pieces, (text) => typeof isCalmPattern(text) === 'boolean'));
  });
});
