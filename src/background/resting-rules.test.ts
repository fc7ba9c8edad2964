import { beforeEach, describe, expect, it, vi } from 'vitest';

const kept = vi.hoisted(() => new Map<string, unknown>());

vi.mock('../platform/browser.ts', () => ({
  storage: {
    local: {
      get: async (key: string) => ({ [key]: kept.get(key) }),
      set: async (items: Record<string, unknown>) => {
        for (const [key, value] of Object.entries(items)) kept.set(key, structuredClone(value));
      },
    },
  },
}));

const { readRestingRules, restingOn, restRule, wakeRule } = await import('./resting-rules.ts');

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 23, 3);
const slow = (at: number) => restRule({ host: 'a.gov.vn', rule: 'read', ms: 87, at });

beforeEach(() => kept.clear());

describe('a rule that was slow', () => {
  it('rests on the whole site only after the third page of a day', async () => {
    for (const hours of [0, 1]) await slow(NOW + hours * HOUR);
    expect(await restingOn('a.gov.vn', NOW + HOUR)).toEqual([]);
    await slow(NOW + 2 * HOUR);
    expect(await restingOn('a.gov.vn', NOW + 2 * HOUR)).toEqual(['read']);
    expect(await restingOn('b.gov.vn', NOW + 2 * HOUR)).toEqual([]);
  });

  it('works again a day after the last of them, and counts anew', async () => {
    for (const hours of [0, 1, 2]) await slow(NOW + hours * HOUR);
    expect(await restingOn('a.gov.vn', NOW + 26 * HOUR)).toEqual([]);
    await slow(NOW + 26 * HOUR);
    expect(await restingOn('a.gov.vn', NOW + 26 * HOUR)).toEqual([]);
  });

  it('works again when it is woken', async () => {
    for (const hours of [0, 1, 2]) await slow(NOW + hours * HOUR);
    await wakeRule('a.gov.vn', 'read');
    expect(await restingOn('a.gov.vn', NOW + 2 * HOUR)).toEqual([]);
    expect(await readRestingRules()).toEqual([]);
  });
});
