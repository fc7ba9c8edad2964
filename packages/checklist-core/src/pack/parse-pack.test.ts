import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCondition, MAX_CONDITION_DEPTH } from './compile-condition.ts';
import type { Condition, Facts } from './condition.ts';
import { mostCuesAtOnce } from './most-cues-at-once.ts';
import type { Cue } from './pack.ts';
import { parsePack, parsePacks } from './parse-pack.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A small sound pack with a fresh copy for every test to spoil. */
function sound(): Record<string, Json> {
  return {
    format: 'checklist-pack/1',
    id: 'small',
    version: '1.0.0',
    status: 'active',
    title: { vi: 'Gói nhỏ' },
    confidence: 'verified',
    sources: [{ id: 'law', title: 'Văn bản mẫu', confidence: 'verified' }],
    groups: [{ id: 'four', title: { vi: 'Bốn điều' } }],
    rules: [
      { id: 'hello', group: 'four', text: { vi: 'xin chào' }, polarity: 'do', source: 'law#2', confidence: 'verified' },
      { id: 'never', group: 'four', text: { vi: 'không' }, polarity: 'dont', source: 'law', confidence: 'verified' },
    ],
    pausePoints: [{ id: 'finish', mode: 'do-confirm', asks: true }],
    cues: [
      { id: 'a', pausePoint: 'finish', text: { vi: 'Chào' }, serves: ['hello'] },
      {
        id: 'b',
        pausePoint: 'finish',
        text: { vi: 'Cảm ơn' },
        serves: [],
        when: {
          op: 'all',
          of: [
            { op: 'eq', fact: 'late', value: true },
            { op: 'known', fact: 'tone' },
          ],
        },
      },
    ],
  };
}

/** Sets the value at a JSON pointer of a sound pack; `undefined` removes it. */
function spoiled(pointer: string, value: Json | undefined): unknown {
  const pack = sound();
  const keys = pointer.split('/').slice(1);
  const last = keys.pop() ?? '';
  let at: unknown = pack;
  for (const key of keys) at = (at as Record<string, unknown>)[key];
  const parent = at as Record<string, unknown>;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return pack;
}

function faultsOf(value: unknown, languages?: readonly string[]): readonly (readonly [string, string])[] {
  const parsed = parsePack(value, languages);
  return parsed.ok ? [] : parsed.faults.map(({ path, message }) => [path, message]);
}

const cueNamed = (id: string): Json => ({ id, pausePoint: 'finish', text: { vi: 'Chào' }, serves: [] });
const manyCues = (n: number): Json => Array.from({ length: n }, (_, index) => cueNamed(`c${index}`));
const manyLanguages = (n: number): Json =>
  Object.fromEntries(Array.from({ length: n }, (_, index) => [`ab-${100 + index}`, 'x']));
const nested = (depth: number): Json =>
  depth === 1 ? { op: 'known', fact: 'tone' } : { op: 'not', of: nested(depth - 1) };

describe('parsePack', () => {
  it('accepts a sound pack and hands it back unchanged', () => {
    expect(parsePack(sound())).toEqual({ ok: true, pack: sound(), written: sound() });
  });

  it.each<readonly [string, Json | undefined, string, RegExp]>([
    ['/format', 'checklist-pack/2', '/format', /expected "checklist-pack\/1", found "checklist-pack\/2"/],
    ['/version', '1', '/version', /version like "1.0.0"/],
    ['/title', undefined, '/title', /^is missing$/],
    ['/title', { en: 'Small' }, '/title', /no text in "vi"/],
    ['/title', { vi: ' ' }, '/title/vi', /empty/],
    ['/groups/0/title', manyLanguages(21), '/groups/0/title', /<=20 entries, has 21/],
    ['/format', 'z'.repeat(1000), '/format', /^expected "checklist-pack\/1", found "z{78}…$/],
    ['/status', 'on', '/status', /expected .*"draft".*, found "on"/],
    ['/colour', 'red', '/colour', /unknown key/],
    ['/sources', [], '/sources', />=1/],
    ['/rules/0/source', 'lore', '/rules/0/source', /no source "lore"/],
    ['/rules/0/source', undefined, '/rules/0/source', /is missing/],
    ['/rules/0/confidence', undefined, '/rules/0/confidence', /is missing/],
    ['/rules/0/group', 'five', '/rules/0/group', /no group "five"/],
    ['/cues/1/id', 'a', '/cues/1/id', /already used/],
    ['/sources/0/title', 'Va\u0306n bản', '/sources/0/title', /NFC/],
    ['/rules/0/text/vi', 'xin cha\u0300o', '/rules/0/text/vi', /NFC/],
    ['/cues/0/serves/0', 'hullo', '/cues/0/serves/0', /no rule "hullo"/],
    ['/cues/0/serves/0', 'never', '/cues/0/serves/0', /"dont" rule/],
    ['/cues/0/serves/1', 'hello', '/cues/0/serves/1', /already used/],
    ['/cues/0/pausePoint', 'lunch', '/cues/0/pausePoint', /no pause point "lunch"/],
    ['/cues/0/text/vi', 'x'.repeat(61), '/cues/0/text/vi', /61 characters, more than 60/],
    ['/cues/1/whne', { op: 'known', fact: 'tone' }, '/cues/1/whne', /unknown key/],
    ['/cues/1/when/of/0/op', 'equals', '/cues/1/when/of/0/op', /found "equals"/],
    ['/cues/1/when/of/0/value', undefined, '/cues/1/when/of/0/value', /is missing/],
    ['/cues/1/when/of/0/value', null, '/cues/1/when/of/0/value', /found null/],
    ['/cues/1/when/of/0/fact', 'Late?', '/cues/1/when/of/0/fact', /fact name/],
    ['/cues/1/when/of', [], '/cues/1/when/of', />=1/],
    ['/cues/1/when', { op: 'lt', fact: 'late', value: true }, '/cues/1/when/value', /found true/],
    ['/cues/1/when', { op: 'in', fact: 'tone', values: ['joy', 1] }, '/cues/1/when/values', /one type/],
    [
      '/cues/1/when',
      nested(MAX_CONDITION_DEPTH + 1),
      `/cues/1/when${'/of'.repeat(MAX_CONDITION_DEPTH)}`,
      /nested deeper than 8/,
    ],
    ['/cues', manyCues(6), '/pausePoints/0', /shows 6 cues at once, more than 5, when nothing is known/],
  ])('names the fault at %s = %j', (pointer, value, path, message) => {
    const faults = faultsOf(spoiled(pointer, value));
    expect(faults.map(([at]) => at)).toEqual([path]);
    expect(faults[0]?.[1]).toMatch(message);
  });

  it.each([[null], [3], ['pack'], [[]], [{}]])('refuses %j without throwing', (value) => {
    expect(parsePack(value).ok).toBe(false);
  });

  it('reports every fault of a pack at once', () => {
    const pack = { ...sound(), version: 'x', status: 'y' };
    expect(faultsOf(pack).map(([path]) => path)).toEqual(['/version', '/status']);
  });

  it('asks for every language it is told to', () => {
    expect(faultsOf(sound(), ['vi', 'en']).map(([path]) => path)).toContain('/cues/0/text');
  });

  it('survives a condition nested a hundred thousand times', () => {
    let deep: Json = { op: 'known', fact: 'tone' };
    for (let depth = 0; depth < 100_000; depth++) deep = { op: 'not', of: deep };
    expect(faultsOf(spoiled('/cues/1/when', deep))).toHaveLength(1);
  });

  it('survives rings, and lists that claim to be vast', () => {
    const ring: Record<string, unknown> = { op: 'not' };
    ring.of = ring;
    ring.also = ring;
    const [fault] = faultsOf({ ...sound(), cues: [{ ...(cueNamed('a') as object), when: ring }] });
    expect(fault?.[1]).toBe('is nested deeper than 64');
    const vast: unknown[] = [];
    vast.length = 4_000_000_000;
    expect(faultsOf({ ...sound(), cues: vast })).toEqual([['', 'has more than 200000 parts']]);
  });

  it('escapes keys in a path', () => {
    expect(faultsOf(spoiled('/cues/0', { ...(cueNamed('a') as object), 'a/b~c': 1 } as Json))).toEqual([
      ['/cues/0/a~1b~0c', 'unknown key'],
    ]);
  });

  it('never throws, whatever JSON it is given', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => typeof parsePack(value).ok === 'boolean'));
  });

  it('counts only cues that can stand together, and says when too many do', () => {
    const when = (fact: string, value: Json): Json => ({ op: 'eq', fact, value });
    const three = (prefix: string, condition: Json): Json[] =>
      [0, 1, 2].map((n) => ({ ...(cueNamed(`${prefix}${n}`) as object), when: condition }) as Json);
    const apart = [...three('a', when('outcome', 'received')), ...three('b', when('outcome', 'returned'))];
    expect(parsePack({ ...sound(), cues: apart }).ok).toBe(true);
    const together = [...three('a', when('outcome', 'received')), ...three('b', when('late', true))];
    expect(faultsOf({ ...sound(), cues: together })).toEqual([
      ['/pausePoints/0', 'shows 6 cues at once, more than 5, when outcome = "received", late = true'],
    ]);
  });

  it('lets a read-do list be longer', () => {
    const steps = { ...sound(), cues: manyCues(6), pausePoints: [{ id: 'finish', mode: 'read-do', asks: false }] };
    expect(parsePack(steps).ok).toBe(true);
  });

  it('refuses a pause point whose conditions cannot all be tried', () => {
    const cues = Array.from({ length: 12 }, (_, n) => ({
      ...(cueNamed(`c${n}`) as object),
      when: { op: 'eq', fact: `fact${n}`, value: 'x' },
    })) as Json;
    expect(faultsOf({ ...sound(), cues })).toEqual([
      ['/pausePoints/0', 'its conditions combine too many values to prove that at most 5 cues are shown'],
    ]);
  });
});

describe('mostCuesAtOnce', () => {
  const cuesWhen = (...conditions: Condition[]): Cue[] =>
    conditions.map((when, n) => ({ id: `c${n}`, pausePoint: 'p', text: { vi: 'x' }, serves: [], when }));

  it.each<readonly [string, Condition[], number]>([
    [
      'a number between two',
      [
        { op: 'gt', fact: 'f', value: 0 },
        { op: 'lt', fact: 'f', value: 1 },
      ],
      2,
    ],
    [
      'no number between',
      [
        { op: 'lt', fact: 'f', value: 0 },
        { op: 'gt', fact: 'f', value: 1 },
      ],
      1,
    ],
    [
      'a number beyond all',
      [
        { op: 'gt', fact: 'f', value: 9 },
        { op: 'ne', fact: 'f', value: 9 },
      ],
      2,
    ],
    [
      'a text between two',
      [
        { op: 'gt', fact: 'f', value: 'a' },
        { op: 'lt', fact: 'f', value: 'b' },
      ],
      2,
    ],
    ['a text before all', [{ op: 'lt', fact: 'f', value: 'a' }], 1],
    ['any known value', [{ op: 'known', fact: 'f' }], 1],
    ['an unknown fact', [{ op: 'not', of: { op: 'known', fact: 'f' } }], 1],
    [
      'one value of one type',
      [
        { op: 'eq', fact: 'f', value: 1 },
        { op: 'eq', fact: 'f', value: 'a' },
      ],
      1,
    ],
    [
      'either of two booleans',
      [
        { op: 'eq', fact: 'f', value: true },
        { op: 'ne', fact: 'f', value: true },
      ],
      1,
    ],
  ])('finds %s', (_, conditions, count) => {
    expect(mostCuesAtOnce(cuesWhen(...conditions))?.count).toBe(count);
  });

  it('is never below what any facts show, and is reached', () => {
    const value = fc.constantFrom<string | number | boolean>('a', 'b', 0, 1, true);
    const leaf = fc.record({
      op: fc.constantFrom('eq', 'ne', 'lt', 'ge' as const),
      fact: fc.constantFrom('f', 'g'),
      value,
    });
    const condition = fc.oneof(
      leaf,
      fc.record({
        op: fc.constant('not' as const),
        of: fc.oneof(leaf, fc.record({ op: fc.constant('known' as const), fact: fc.constant('f') })),
      }),
      fc.record({ op: fc.constantFrom('all', 'any' as const), of: fc.array(leaf, { minLength: 1, maxLength: 3 }) }),
    );
    const cues = fc
      .array(condition, { minLength: 1, maxLength: 7 })
      .map((list) =>
        list.map((when, n): Cue => ({ id: `c${n}`, pausePoint: 'p', text: { vi: 'x' }, serves: [], when })),
      );
    const anyValue = fc.oneof(value, fc.string(), fc.double(), fc.boolean());
    fc.assert(
      fc.property(cues, fc.dictionary(fc.constantFrom('f', 'g'), anyValue), (list, facts) => {
        const shown = (known: Facts): number =>
          list.filter(({ when }) => when !== undefined && compileCondition(when)(known).truth === true).length;
        const crowd = mostCuesAtOnce(list);
        expect(crowd).not.toBeNull();
        expect(crowd?.count).toBeGreaterThanOrEqual(shown(facts));
        expect(crowd?.count).toBe(shown(crowd?.facts ?? {}));
      }),
      { numRuns: 500 },
    );
  });
});

describe('parsePacks', () => {
  it('keeps the good packs when one is faulty, and says which and where', () => {
    const other = { ...sound(), id: 'other' };
    const { packs, faulty } = parsePacks([sound(), spoiled('/rules/0/source', 'lore'), other, 7]);
    expect(packs.map(({ id }) => id)).toEqual(['small', 'other']);
    expect(faulty.map(({ index, id }) => [index, id])).toEqual([
      [1, 'small'],
      [3, null],
    ]);
    expect(faulty[0]?.faults).toEqual([
      {
        path: '/rules/0/source',
        message: 'there is no source "lore" in this pack',
        code: 'no-source',
        values: { id: 'lore' },
      },
    ]);
  });

  it('takes the first of two packs with one id', () => {
    const { packs, faulty } = parsePacks([sound(), { ...sound(), version: '2.0.0' }]);
    expect(packs.map(({ version }) => version)).toEqual(['1.0.0']);
    expect(faulty[0]?.faults[0]?.path).toBe('/id');
  });
});
