import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conductFigure } from './conduct-figure.ts';
import { wilson } from './wilson.ts';

describe('a proportion with its interval', () => {
  it('is the published one: 81 of 263 and 15 of 148', () => {
    // R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    expect(wilson(81, 263)).toMatchObject({ low: expect.closeTo(0.2553, 4), high: expect.closeTo(0.3662, 4) });
    expect(wilson(15, 148)).toMatchObject({ low: expect.closeTo(0.0624, 4), high: expect.closeTo(0.1605, 4) });
  });

  it('reaches 0 and 1 only where every occasion agrees', () => {
    expect(wilson(0, 20)).toMatchObject({ rate: 0, low: 0, high: expect.closeTo(0.1611, 4) });
    expect(wilson(12, 12)).toMatchObject({ rate: 1, low: expect.closeTo(0.7575, 4), high: 1 });
    expect(wilson(0, 0)).toBeNull();
  });

  it('holds the rate, and lies between 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e7 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const share = wilson(Math.round(part * n), n);
        if (share === null) throw new Error('no share');
        expect(share.low).toBeGreaterThanOrEqual(0);
        expect(share.low).toBeLessThanOrEqual(share.rate + 1e-12);
        expect(share.high).toBeGreaterThanOrEqual(share.rate - 1e-12);
        expect(share.high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the ceiling warning', () => {
  it('stands at 100 % of 12, not at 100 % of 1,189, nor below 100 %', () => {
    expect(conductFigure(0, 12)?.notes).toEqual(['ceiling', 'low-n']);
    expect(conductFigure(1, 12)?.notes).toEqual(['low-n']);
    expect(conductFigure(0, 29)?.notes).toEqual(['ceiling', 'low-n']);
    expect(conductFigure(0, 30)?.notes).toEqual([]);
    expect(conductFigure(0, 1189)?.notes).toEqual([]);
    expect(conductFigure(0, 0)).toBeNull();
  });
});
