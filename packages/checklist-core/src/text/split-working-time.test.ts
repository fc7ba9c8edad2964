import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitWorkingTime } from './split-working-time.ts';

describe('splitWorkingTime', () => {
  it.each([
    [0, { sign: 0, days: 0, hours: 0, minutes: 0 }],
    [40, { sign: 1, days: 0, hours: 0, minutes: 40 }],
    [479, { sign: 1, days: 0, hours: 7, minutes: 59 }],
    [480, { sign: 1, days: 1, hours: 0, minutes: 0 }],
    [719, { sign: 1, days: 1, hours: 3, minutes: 0 }],
    [-125, { sign: -1, days: 0, hours: 2, minutes: 5 }],
    [-599, { sign: -1, days: 1, hours: 1, minutes: 0 }],
  ])('splits %d', (minutes, parts) => {
    expect(splitWorkingTime(minutes, { dayMinutes: 480 })).toEqual(parts);
  });

  it('never says more than there is, and less than an hour less', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 60, max: 1440 }), (minutes, dayMinutes) => {
        const parts = splitWorkingTime(minutes, { dayMinutes });
        const said = parts.days * dayMinutes + parts.hours * 60 + parts.minutes;
        expect(said).toBeLessThanOrEqual(Math.abs(minutes));
        expect(Math.abs(minutes) - said).toBeLessThan(parts.days > 0 ? 60 : 1);
      }),
    );
  });
});
