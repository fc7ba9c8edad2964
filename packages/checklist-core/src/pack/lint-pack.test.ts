import { describe, expect, it } from 'vitest';
import { vietnameseLintWords } from '../vn/lint-words.ts';
import { lintPack, lintPackText } from './lint-pack.ts';
import { accusingWord, type LintWords } from './lint-words.ts';
import { richPack } from './testing/rich-pack.ts';

const english: LintWords = {
  language: 'en',
  firstWords: ['greet', 'apologise', 'light', 'never', 'please'],
  accusing: ['fault', 'violation', 'you failed'],
  innocent: ['no fault of'],
};
const words = [english, vietnameseLintWords];

type Json = Record<string, unknown>;

function cue(id: string, en: string, more: Json = {}): Json {
  return { id, pausePoint: 'triage', text: { en, vi: 'Chào' }, serves: [], ...more };
}

function lint(more: Json): readonly [readonly string[], readonly string[]] {
  const { errors, warnings } = lintPack({ ...richPack(), ...more }, { languages: ['en'], words });
  return [errors.map(({ path, code }) => `${code} ${path}`), warnings.map(({ path, code }) => `${code} ${path}`)];
}

function withCues(...cues: readonly Json[]): Json {
  const [greet, sorry, lamp] = richPack().cues as Json[];
  return { cues: [greet, sorry, lamp, ...cues] };
}

describe('lintPack', () => {
  it('warns of what an author should look at in a sound pack', () => {
    expect(lint({})).toEqual([
      [],
      ['source-replaced /sources/1', 'param-unused /params/1', 'over-confident /confidence'],
    ]);
  });

  it('gives the faults of a faulty pack, and nothing else', () => {
    expect(lint({ status: 'on', params: [] })).toEqual([['unexpected /status'], []]);
    expect(lintPackText('{').errors).toMatchObject([{ code: 'not-json' }]);
    expect(lintPackText(JSON.stringify(richPack()), { words }).errors).toEqual([]);
  });

  it('counts at most nine steps in a read-do list, and five cues at a do-confirm point', () => {
    const steps = (count: number) =>
      withCues(...Array.from({ length: count }, (_, n) => cue(`s${n}`, 'Light it', { pausePoint: 'open-desk' })));
    expect(lint(steps(8))[0]).toEqual([]);
    expect(lint(steps(9))[0]).toEqual(['crowded /pausePoints/1']);
    expect(lint(withCues(...['a', 'b', 'c', 'd'].map((id) => cue(id, 'Greet'))))[0]).toEqual([
      'crowded /pausePoints/0',
    ]);
  });

  it('refuses words that accuse, in cues and headings, not in quoted rules', () => {
    expect(lint(withCues(cue('a', 'Greet; you failed before')))[0]).toEqual(['accusing /cues/3/text/en']);
    expect(lint(withCues(cue('a', 'Apologise: no fault of theirs')))[0]).toEqual([]);
    expect(lint(withCues(cue('a', 'Greet by default')))[0]).toEqual([]);
    const titled = [{ id: 'triage', mode: 'do-confirm', asks: true, title: { en: 'Violations? Violation!' } }];
    expect(lint({ pausePoints: [...titled, { id: 'open-desk', mode: 'read-do', asks: false }] })[0]).toEqual([
      'accusing /pausePoints/0/title/en',
    ]);
    const [first, second] = richPack().rules as Json[];
    expect(lint({ rules: [first, { ...second, text: { en: 'no violation of the house rules' } }] })[0]).toEqual([]);
  });

  it('only warns of a first word it does not know', () => {
    const [errors, warnings] = lint(withCues(cue('a', 'Kindly greet'), cue('b', 'NEVER shout')));
    expect(errors).toEqual([]);
    expect(warnings).toContain('first-word /cues/3/text/en');
    expect(warnings).not.toContain('first-word /cues/4/text/en');
  });

  it('sees what nobody sees', () => {
    expect(lint(withCues(cue('a', 'Greet\u200b all')))[1]).toContain('unseen-characters /cues/3/text/en');
    expect(lint(withCues(cue('a', 'Greet \u202eall')))[1]).toContain('unseen-characters /cues/3/text/en');
  });

  it('finds what leads nowhere', () => {
    const never = {
      op: 'all',
      of: [
        { op: 'eq', fact: 'urgency', value: 'red' },
        { op: 'eq', fact: 'urgency', value: 'green' },
      ],
    };
    expect(lint(withCues(cue('a', 'Greet', { when: never })))[1]).toContain('cue-never-shown /cues/3/when');
    expect(lint({ cues: [cue('a', 'Greet')] })[1]).toEqual([
      'source-replaced /sources/1',
      'rule-unserved /rules/0',
      'pause-point-empty /pausePoints/1',
      'param-unused /params/0',
      'param-unused /params/1',
      'over-confident /confidence',
    ]);
    const spare = { id: 'spare', title: 'Spare (invented)', confidence: 'verified' };
    expect(lint({ sources: [...(richPack().sources as Json[]), spare] })[1]).toContain('source-unused /sources/2');
  });

  it('judges no language it was not told of', () => {
    expect(lintPack({ ...richPack(), ...withCues(cue('a', 'Violation')) }, { languages: [] }).errors).toEqual([]);
  });
});

describe('the Vietnamese words', () => {
  it.each([
    ['Bạn đã vi phạm', 'vi phạm'],
    ['Không đạt yêu cầu', 'không đạt'],
    ['Mình có lỗi gì không?', 'lỗi'],
    ['Xin lỗi nếu đã để người dân chờ', null],
    ['Trả sau hẹn: xin lỗi, nói lý do', null],
    ['Hỏi còn cần giúp gì nữa không', null],
    ['Vi pha\u0323m', 'vi phạm'],
  ])('hear "%s" as %j', (text, word) => {
    expect(accusingWord(text, vietnameseLintWords)).toBe(word);
  });
});
