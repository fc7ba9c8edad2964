import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Phrases } from './phrases.ts';
import { NEED_COLON, spelled, VOCABULARY } from './vocabulary.ts';

const LISTS = Object.entries(VOCABULARY);
const TEXTS = LISTS.flatMap(([key, list]) => spelled(list).map((text) => [key, text] as const));

function vocabulary(): Phrases<string> {
  const phrases = new Phrases<string>();
  for (const [key, list] of LISTS) phrases.add(list, key);
  return phrases;
}

/** Words of the vocabulary in any order: many are texts of it, more are nearly so. */
const words = fc
  .array(fc.constantFrom(...new Set(TEXTS.flatMap(([, text]) => text.split(' ')))), { maxLength: 5 })
  .map((said) => said.join(' '));

describe('phrases', () => {
  it('are all that the vocabulary spells out, each under the last of its keys', () => {
    const spelt = new Map(TEXTS.map(([key, text]) => [text, key]));
    const phrases = vocabulary();
    for (const [text, meaning] of spelt) expect(phrases.find(text)).toEqual({ text, meaning });
    const needColon = new Phrases<true>().add(NEED_COLON, true);
    for (const text of spelled(NEED_COLON)) expect(needColon.find(text)?.text).toBe(text);
  });

  it('are nothing else', () => {
    const spelt = new Map(TEXTS.map(([key, text]) => [text, key]));
    const phrases = vocabulary();
    const cut = fc.constantFrom(...TEXTS).chain(([, text]) => fc.nat(text.length).map((end) => text.slice(0, end)));
    const doubled = fc.constantFrom(...TEXTS).map(([, text]) => text.replace(' ', '  '));
    fc.assert(
      fc.property(fc.oneof(words, cut, doubled, fc.string()), (text) => {
        expect(phrases.find(text)?.meaning).toBe(spelt.get(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('may begin with any part before which all may be left out, and with none that must be there', () => {
    const phrases = new Phrases<string>().add('~đã+nộp~gửi+~hồ sơ+lúc|một cửa', 'x');
    expect(['đã', 'nộp', 'gửi', 'một'].every((word) => phrases.begins(word))).toBe(true);
    expect(['hồ', 'lúc', 'cửa', ''].some((word) => phrases.begins(word))).toBe(false);
    expect(phrases.find('gửi hồ sơ lúc')).toEqual({ text: 'gửi hồ sơ lúc', meaning: 'x' });
    expect(phrases.find('đã nộp lúc nào')).toBeNull();
  });

  it('may leave open what follows', () => {
    const phrases = new Phrases<string>().add('~xem+chi tiết+~*|danh mục*', 'x').add('chi tiết', 'y');
    const open = ['xem chi tiết', 'chi tiết của gì đó', 'danh mục', 'danh mục, một'];
    expect(open.map((text) => phrases.find(text)?.meaning)).toEqual(['x', 'x', 'x', 'x']);
    expect(phrases.find('xem chi tiếtcủa gì đó')).toBeNull();
    expect(phrases.meanings('chi tiết')).toEqual(['x', 'y']);
    expect(phrases.meanings('một chi tiết')).toEqual([]);
  });
});
