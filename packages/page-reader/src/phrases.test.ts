import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KIND_WORDS } from './kind-words.ts';
import { firstWord } from './letters.ts';
import { Phrases, phraseIndex } from './phrases.ts';
import { DUE_WORDS, STATUS_WORDS } from './value-words.ts';
import { NEED_COLON, spelled, VOCABULARY } from './vocabulary.ts';

const LISTS = Object.entries(VOCABULARY);
const TEXTS = LISTS.flatMap(([key, list]) => spelled(list).map((text) => [key, text] as const));

/** The phrases of these lists as they are once they were sent from one place to another. */
function phrasesOf(...lists: (readonly [meaning: string, list: string])[]): Phrases<string> {
  return new Phrases(JSON.parse(JSON.stringify(phraseIndex(lists))));
}

/** Words of the vocabulary in any order: many are texts of it, more are nearly so. */
const words = fc
  .array(fc.constantFrom(...new Set(TEXTS.flatMap(([, text]) => text.split(' ')))), { maxLength: 5 })
  .map((said) => said.join(' '));

describe('phrases', () => {
  it('are all that the vocabulary spells out, each under the last of its keys', () => {
    const spelt = new Map(TEXTS.map(([key, text]) => [text, key]));
    const phrases = phrasesOf(...LISTS);
    for (const [text, meaning] of spelt) expect(phrases.find(text)).toEqual({ text, meaning });
    const needColon = phrasesOf(['x', NEED_COLON]);
    for (const text of spelled(NEED_COLON)) expect(needColon.find(text)?.text).toBe(text);
  });

  it('are nothing else', () => {
    const spelt = new Map(TEXTS.map(([key, text]) => [text, key]));
    const phrases = phrasesOf(...LISTS);
    const cut = fc.constantFrom(...TEXTS).chain(([, text]) => fc.nat(text.length).map((end) => text.slice(0, end)));
    const doubled = fc.constantFrom(...TEXTS).map(([, text]) => text.replace(' ', '  '));
    fc.assert(
      fc.property(fc.oneof(words, cut, doubled, fc.string()), (text) => {
        expect(phrases.find(text)?.meaning).toBe(spelt.get(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('begin with a word of their own', () => {
    const lists = [
      ...LISTS,
      ['needColon', NEED_COLON] as const,
      ...KIND_WORDS.flatMap(({ heading, weakHeading = '', control }) =>
        [heading, weakHeading, control].map((list) => ['kind', list] as const),
      ),
      ...STATUS_WORDS,
      ...DUE_WORDS,
    ];
    for (const [meaning, list] of lists) {
      const phrases = phrasesOf([meaning, list]);
      const texts = spelled(list).filter((text) => text !== '');
      for (const text of texts) expect(phrases.begins(firstWord(text))).toBe(true);
      expect(['', 'toString', '__proto__'].some((word) => phrases.begins(word))).toBe(false);
      expect(list).not.toMatch(/[>\n]/);
    }
  });

  it('may begin with any part before which all may be left out, and with none that must be there', () => {
    const phrases = phrasesOf(['x', '~đã+nộp~gửi+~hồ sơ+lúc|một cửa']);
    expect(['đã', 'nộp', 'gửi', 'một'].every((word) => phrases.begins(word))).toBe(true);
    expect(['hồ', 'lúc', 'cửa', ''].some((word) => phrases.begins(word))).toBe(false);
    expect(phrases.find('gửi hồ sơ lúc')).toEqual({ text: 'gửi hồ sơ lúc', meaning: 'x' });
    expect(phrases.find('đã nộp lúc nào')).toBeNull();
  });

  it('may leave open what follows', () => {
    const phrases = phrasesOf(['x', '~xem+chi tiết+~*|danh mục*'], ['y', 'chi tiết']);
    const open = ['xem chi tiết', 'chi tiết của gì đó', 'danh mục', 'danh mục, một'];
    expect(open.map((text) => phrases.find(text)?.meaning)).toEqual(['x', 'x', 'x', 'x']);
    expect(phrases.find('xem chi tiếtcủa gì đó')).toBeNull();
    expect(phrases.meanings('chi tiết')).toEqual(['x', 'y']);
    expect(phrases.meanings('một chi tiết')).toEqual([]);
  });
});
