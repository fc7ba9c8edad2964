import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REMEMBERED, RecentHashes } from './recent-hashes.ts';
import { seeded } from './testing/test-log.ts';

/** Another hash for each number, spread as hashes are. */
const hashOf = (n: number) => {
  const hash = new Uint8Array(32);
  new DataView(hash.buffer).setUint32(4, n);
  new DataView(hash.buffer).setUint32(0, Math.imul(n, 2654435761));
  return hash;
};

describe('recent hashes', () => {
  it('are found where they were last given, as a list would find them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { maxLength: 600 }), (numbers) => {
        const recent = new RecentHashes();
        for (const [index, n] of numbers.entries()) {
          expect(recent.find(hashOf(n))).toBe(numbers.slice(0, index).lastIndexOf(n));
          recent.add(hashOf(n));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('cost no more when somebody searched for hashes that fall together', () => {
    const together = (n: number) => {
      const hash = new Uint8Array(32);
      new DataView(hash.buffer).setUint32(4, n);
      return hash;
    };
    const recent = new RecentHashes();
    for (let n = 0; n < 100; n += 1) recent.add(together(n));
    expect(recent.find(together(99))).toBe(99);
    expect(recent.find(together(36))).toBe(36);
    expect(recent.find(together(35))).toBe(-1);
  });

  it('are forgotten in the order they came', () => {
    const random = seeded('recent');
    const first = random(32);
    const recent = new RecentHashes();
    recent.add(first);
    for (let n = 1; n < REMEMBERED; n += 1) recent.add(hashOf(n));
    expect(recent.find(first)).toBe(0);
    recent.add(hashOf(REMEMBERED));
    expect(recent.find(first)).toBe(-1);
    expect([recent.find(hashOf(1)), recent.find(hashOf(REMEMBERED))]).toEqual([1, REMEMBERED]);
    for (let n = 0; n < 1000; n += 1) recent.add(hashOf(n));
    expect(recent.find(hashOf(999))).toBe(REMEMBERED + 1000);
    expect(recent.find(hashOf(1001))).toBe(1001);
  });
});
