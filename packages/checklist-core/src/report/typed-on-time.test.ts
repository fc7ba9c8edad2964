import { describe, expect, it } from 'vitest';
import { typedOnTime } from './typed-on-time.ts';

describe('on-time figures as typed', () => {
  it('are 98.12 % for 227,488 of 231,840, and resolved of received stands apart', () => {
    // Figures of one province and quarter as published; how many of them early was not, so that split is invented.
    const typed = typedOnTime({ received: 251_380, resolved: 231_840, early: 200_000, onTime: 27_488 });
    expect(((typed.share?.rate ?? 0) * 100).toFixed(2)).toBe('98.12');
    expect(((typed.resolvedShare ?? 0) * 100).toFixed(1)).toBe('92.2');
    expect(typed).toMatchObject({ source: 'typed', late: 4352, notes: [] });
  });

  it('have no share of nothing', () => {
    expect(typedOnTime({ received: 0, resolved: 0, early: 0, onTime: 0 })).toMatchObject({
      share: null,
      earlyShare: null,
      resolvedShare: null,
    });
  });

  it.each([
    [{ received: 1, resolved: 1, early: 1, onTime: 1 }, /more than the 1 resolved/],
    [{ received: -1, resolved: 0, early: 0, onTime: 0 }, /received: -1 is not a count/],
    [{ received: 1, resolved: 1.5, early: 0, onTime: 0 }, /resolved: 1.5 is not a count/],
    [{ received: 1, resolved: 1, early: Number.NaN, onTime: 0 }, /early: NaN is not a count/],
  ])('refuse %j', (figures, message) => {
    expect(() => typedOnTime(figures)).toThrow(message);
  });
});
