import { describe, expect, it } from 'vitest';
import { hazardsIn, untrustedFault } from './untrusted.ts';

function nested(levels: number): unknown {
  let value: unknown = 'x';
  for (let i = 0; i < levels; i++) value = i % 2 === 0 ? [value] : { a: value };
  return value;
}

describe('untrustedFault', () => {
  it.each([null, undefined, 3, 'tiếng Việt 👋', [], {}, { days: [{ name: { vi: 'Tết' } }] }, nested(30)])(
    'lets %j through to the schema',
    (input) => expect(untrustedFault(input)).toBeNull(),
  );

  it.each<[string, unknown, RegExp]>([
    [
      'a key that reaches a prototype',
      JSON.parse('{"days":[{"__proto__":{"kind":"off"}}]}'),
      /^days\[0\]: .*__proto__/,
    ],
    ['constructor', { title: { constructor: 'x' } }, /^title: unknown key: "constructor"/],
    ['half a character', { title: { vi: 'a\uD800' } }, /^title\.vi: .*lone surrogate/],
    ['half a character in a key', { 'a\uDFFF': 1 }, /^: unknown key/],
    ['nesting', { days: nested(100_000) }, /^days\.a.*: nests deeper/],
    ['a long list', { days: new Array(600_000).fill(0) }, /^days: holds more than/],
    ['many lists', new Array(1000).fill(new Array(1000).fill(0)), /^: holds more than/],
  ])('stops %s', (_, input, fault) => {
    const found = untrustedFault(input);
    expect(`${found?.path}: ${found?.message}`).toMatch(fault);
  });

  it('stops a ring', () => {
    const ring: Record<string, unknown> = {};
    ring.ring = ring;
    expect(untrustedFault(ring)?.message).toMatch(/deeper/);
  });
});

describe('hazardsIn', () => {
  const limits = { levels: 3, values: 10 };
  const hazards = (input: unknown) =>
    [...hazardsIn(input, limits)].map(({ kind, path }) => `${kind} ${path.join('/')}`);

  it('tells of every hazard, in the order of the data', () => {
    const input = JSON.parse('{"a":["\\ud800","x"],"constructor":{"prototype":1},"\\udfff":{"__proto__":2}}');
    expect(hazards(input)).toEqual([
      'broken-text a/0',
      'prototype-key constructor',
      'broken-key \udfff',
      'prototype-key \udfff/__proto__',
    ]);
  });

  it('takes what stands at the limits, and stops at the first thing beyond', () => {
    expect(hazards([[[]]])).toEqual([]);
    expect(hazards([[[[], '\ud800']], '\ud800'])).toEqual(['too-deep 0/0/0']);
    expect(hazards(new Array(9).fill(0))).toEqual([]);
    expect(hazards(new Array(10).fill(0))).toEqual(['too-large ']);
    expect(hazards({ a: new Array(4_000_000_000) })).toEqual(['too-large a']);
  });
});
