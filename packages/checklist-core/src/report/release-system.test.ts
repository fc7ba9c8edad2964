import { describe, expect, it } from 'vitest';
import { type AtomPeople, ReleaseSystem } from './release-system.ts';

function systemOf(atoms: readonly AtomPeople[], ...released: number[][]): ReleaseSystem {
  const system = new ReleaseSystem(atoms, 3);
  for (const vector of released) system.add(Float64Array.from(vector));
  return system;
}

function accepts(system: ReleaseSystem, ...vector: number[]): boolean {
  return system.accepts(Float64Array.from(vector));
}

const ONE = new Set([1]);
const TWO = new Set([2]);
const OTHERS = new Set([2, 3]);

describe('figures released together', () => {
  it('may leave a remainder of many people', () => {
    expect(accepts(systemOf(['many', 'many'], [1, 1]), 1, 0)).toBe(true);
  });

  it('may leave a remainder of enough people, though each part is of few', () => {
    expect(accepts(systemOf(['many', ONE, OTHERS], [1, 1, 1]), 1, 0, 0)).toBe(true);
  });

  it('may not leave a remainder of too few people', () => {
    expect(accepts(systemOf(['many', ONE, TWO], [1, 1, 1]), 1, 0, 0)).toBe(false);
  });

  it('may not leave one after several steps', () => {
    const system = systemOf(['many', 'many', 'many', ONE], [1, 1, 1, 1], [1, 1, 0, 0]);
    expect(accepts(system, 0, 0, 1, 0)).toBe(false);
    expect(accepts(system, 0, 1, 1, 0)).toBe(true);
  });

  it('may not leave two remainders that share a part', () => {
    const atoms = ['many', 'many', ONE, OTHERS, new Set([4, 5])] as const;
    const system = systemOf(atoms, [1, 0, 1, 1, 0], [1, 0, 0, 0, 0], [0, 1, 1, 0, 1]);
    expect(accepts(system, 0, 1, 0, 0, 0)).toBe(false);
  });

  it('may be shown again, even where what was released is not safe by now', () => {
    const system = systemOf(['many', ONE], [1, 1], [1, 0]);
    expect(accepts(system, 1, 1)).toBe(true);
    expect(accepts(system, 0, 1)).toBe(true);
  });
});
