import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, parseDay, type WallDay } from '../time/wall-time.ts';
import { dayRange, halfMonthOf, PERIOD_KINDS, type PeriodKind, periodOf, periodsOver } from './report-period.ts';

function day(text: string): WallDay {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

function named(kind: PeriodKind, text: string): string {
  const { key, from, to } = periodOf(kind, day(text));
  return `${key}: ${from} to ${to}`;
}

describe('periods of a report', () => {
  it('are civil months, quarters, halves and years', () => {
    expect(named('month', '2024-02-29')).toBe('2024-02: 2024-02-01 to 2024-02-29');
    expect(named('quarter', '2026-11-22')).toBe('2026-Q4: 2026-10-01 to 2026-12-31');
    expect(named('half-year', '2026-06-30')).toBe('2026-H1: 2026-01-01 to 2026-06-30');
    expect(named('year', '2026-06-30')).toBe('2026: 2026-01-01 to 2026-12-31');
  });

  it('are ISO weeks, which belong to the year of their Thursday', () => {
    expect(named('week', '2026-11-22')).toBe('2026-W47: 2026-11-16 to 2026-11-22');
    expect(named('week', '2027-01-01')).toBe('2026-W53: 2026-12-28 to 2027-01-03');
    expect(named('week', '2024-12-30')).toBe('2025-W01: 2024-12-30 to 2025-01-05');
  });

  it('are reporting periods from the 15th of the month before to the 14th', () => {
    expect(named('reporting-month', '2026-11-14')).toBe('2026-11: 2026-10-15 to 2026-11-14');
    expect(named('reporting-month', '2026-12-15')).toBe('2027-01: 2026-12-15 to 2027-01-14');
    expect(named('reporting-quarter', '2025-12-15')).toBe('2026-Q1: 2025-12-15 to 2026-03-14');
    expect(named('reporting-half-year', '2026-06-15')).toBe('2026-H2: 2026-06-15 to 2026-12-14');
    expect(named('reporting-year', '2026-12-14')).toBe('2026: 2025-12-15 to 2026-12-14');
  });

  it('hold the day they are of, and follow one another without a gap', () => {
    const days = fc.integer({ min: day('1990-01-01'), max: day('2100-12-31') });
    fc.assert(
      fc.property(days, fc.nat(800), fc.constantFrom(...PERIOD_KINDS), (first, length, kind) => {
        const periods = periodsOver(kind, { first, last: first + length }).map(dayRange);
        expect(periods[0]?.first).toBeLessThanOrEqual(first);
        expect(periods.at(-1)?.last).toBeGreaterThanOrEqual(first + length);
        for (const [index, period] of periods.entries()) {
          expect(period.first).toBe(index === 0 ? period.first : (periods[index - 1]?.last ?? 0) + 1);
        }
        for (const at of [first, first + length]) expect(dayRange(periodOf(kind, at)).first).toBeLessThanOrEqual(at);
        for (const { key } of periodsOver(kind, { first, last: first + length })) expect(key).toMatch(/^\d{4}/);
      }),
      { numRuns: 300 },
    );
  });

  it('are made of half-months, civil and reporting months alike', () => {
    const text = ({ first, last }: { first: WallDay; last: WallDay }) => `${formatDay(first)} to ${formatDay(last)}`;
    expect(text(halfMonthOf(day('2026-02-14')))).toBe('2026-02-01 to 2026-02-14');
    expect(text(halfMonthOf(day('2026-02-15')))).toBe('2026-02-15 to 2026-02-28');
    expect(text(halfMonthOf(day('2026-12-31')))).toBe('2026-12-15 to 2026-12-31');
  });

  it('refuse what is no period', () => {
    expect(() => dayRange({ from: '2026-02-29', to: '2026-03-01' })).toThrow(RangeError);
    expect(() => dayRange({ from: '2026-03-02', to: '2026-03-01' })).toThrow(/ends before it begins/);
  });
});
