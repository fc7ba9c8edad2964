import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EntryBits } from './entry-bits.ts';

const index = fc.oneof(fc.nat(20_000), fc.integer({ min: 2 ** 40 - 5, max: 2 ** 40 + 2000 }));

describe('bits of a log', () => {
  it('are a set of indexes, wherever the log begins', () => {
    fc.assert(
      fc.property(fc.array(index), fc.array(index), index, fc.nat(1500), (ours, theirs, from, length) => {
        const bits = new EntryBits();
        const others = new EntryBits();
        for (const n of ours) bits.add(n);
        for (const n of theirs) others.add(n);
        bits.addAll(others);
        const set = new Set([...ours, ...theirs]);
        for (const n of [...set, from]) expect(bits.has(n)).toBe(set.has(n));
        expect(bits.hasAnyIn(from, from + length)).toBe([...set].some((n) => n >= from && n < from + length));
      }),
    );
  });
});
