import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreesWithOpenCps, openCpsListText, openCpsStepText, readOpenCpsDue } from './opencps-due-text.ts';

describe('the step of OpenCPS', () => {
  it.each([
    [660, 'Còn 1 ngày 3 giờ'],
    [480, 'Còn 1 ngày'],
    [2 * 480 - 1, 'Còn 1 ngày 7 giờ 59 phút'],
    [120, 'Còn 2 giờ'],
    [25, 'Còn 25 phút'],
    [485, 'Còn 1 ngày 5 phút'],
    [0, 'Còn 0 ngày'],
    [-(2 * 480 + 6 * 60 + 25), 'Quá hạn 2 ngày 6 giờ 25 phút'],
    [-1, 'Quá hạn 1 phút'],
  ])('%d working minutes: %s', (minutes, text) => {
    expect(openCpsStepText(minutes)).toBe(text);
  });

  it('never says 1 day 13 hours: a day has 8', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), (minutes) => {
        const [, hours = '0'] = / (\d+) giờ/.exec(openCpsStepText(minutes)) ?? [];
        expect(Number(hours)).toBeLessThan(8);
      }),
    );
  });
});

describe('the list of OpenCPS', () => {
  it.each([
    [-600, { unit: 'ngày' }, 'Quá 1.25 ngày'],
    [-601, { unit: 'ngày' }, 'Quá 1.5 ngày'],
    [-3 * 480, { unit: 'ngày' }, 'Quá 3 ngày'],
    [480, { unit: 'ngày' }, 'Còn 1 ngày'],
    [1, { unit: 'ngày' }, 'Còn 0.25 ngày'],
    [0, { unit: 'ngày' }, ''],
    [120, { unit: 'giờ' }, 'Còn 2 giờ'],
    [-149, { unit: 'giờ' }, 'Quá 2 giờ'],
    [29, { unit: 'giờ' }, ''],
    [-9 * 480, { unit: 'giờ', count: 4 }, 'Quá 4 giờ'],
    [-2 * 480, { unit: 'ngày', count: 3 }, 'Quá 2 ngày'],
    [9 * 480, { unit: 'ngày', count: 3 }, 'Còn 9 ngày'],
  ] as const)('%d working minutes, %j: %j', (minutes, term, text) => {
    expect(openCpsListText(minutes, term)).toBe(text);
  });
});

describe('a printed text', () => {
  it.each([
    ['Quá 1.25 ngày', { late: true, minutes: 600, grain: 120, atLeast: true }],
    ['Quá 3 ngày', { late: true, minutes: 1440, grain: 120, atLeast: true }],
    ['Còn 2 giờ', { late: false, minutes: 120, grain: 60, atLeast: false }],
    ['Quá hạn 2 ngày 6 giờ 25 phút ', { late: true, minutes: 1345, grain: 1, atLeast: false }],
    ['Còn  0 ngày ', { late: false, minutes: 0, grain: 120, atLeast: false }],
    ['CÒN 1 NGÀY 3 GIỜ'.normalize('NFD'), { late: false, minutes: 660, grain: 60, atLeast: false }],
  ])('%j is read', (text, printed) => {
    expect(readOpenCpsDue(text)).toEqual(printed);
  });

  it.each(['', 'Còn', 'Quá hạn', 'Đúng hạn', 'Tạm dừng xử lý', 'Còn 2 người', 'Quá 3 ngày nữa', 'Còn 1e3 ngày'])(
    '%j names no figure',
    (text) => expect(readOpenCpsDue(text)).toBeNull(),
  );

  it('agrees with the figure it was printed for', () => {
    const minutes = fc.integer({ min: -50 * 480, max: 50 * 480 });
    const term = fc.record({ unit: fc.constantFrom('ngày' as const, 'giờ' as const), count: fc.nat({ max: 20 }) });
    fc.assert(
      fc.property(minutes, term, fc.nat({ max: 60 }), (left, given, elapsed) => {
        expect(agreesWithOpenCps(left, openCpsStepText(left))).toBe(true);
        expect(agreesWithOpenCps(left - elapsed, openCpsStepText(left), elapsed)).toBe(true);
        const listed = openCpsListText(left, given);
        if (listed !== '') expect(agreesWithOpenCps(left, listed)).toBe(true);
      }),
    );
  });

  it('disagrees with another one', () => {
    expect(agreesWithOpenCps(660, 'Còn 2 ngày 3 giờ')).toBe(false);
    expect(agreesWithOpenCps(-60, 'Còn 1 ngày')).toBe(false);
    expect(agreesWithOpenCps(480, 'Quá 1 ngày')).toBe(false);
    expect(agreesWithOpenCps(-480, 'Quá 3 ngày')).toBe(false);
    expect(agreesWithOpenCps(-3000, 'Quá 3 ngày')).toBe(true);
    expect(agreesWithOpenCps(-3000, 'Quá hạn 3 ngày 2 giờ')).toBe(false);
    expect(agreesWithOpenCps(660, 'Tạm dừng xử lý')).toBeNull();
  });
});
