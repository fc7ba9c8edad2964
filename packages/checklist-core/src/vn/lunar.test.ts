import { getLunarDate } from '@dqcai/vn-lunar';
import { describe, expect, it } from 'vitest';
import { dateOfDay, formatDay } from '../time/wall-time.ts';
import { hungKingsDay, LUNAR_YEARS, lunarNewYear } from './lunar.ts';

const YEARS = Array.from({ length: LUNAR_YEARS.last - LUNAR_YEARS.first + 1 }, (_, i) => LUNAR_YEARS.first + i);

/** The lunar date of a day by a table that other people made. */
function lunarDateOf(wallDay: number) {
  const { year, month, day } = dateOfDay(wallDay);
  return getLunarDate(day, month, year);
}

describe('the lunar days of Vietnam, 1990 to 2100', () => {
  it('are 1/1 and 10/3 of no leap month in an independent table, 222 days', () => {
    const found = YEARS.flatMap((year) => [lunarDateOf(lunarNewYear(year)), lunarDateOf(hungKingsDay(year))]);
    const expected = YEARS.flatMap((year) => [
      { day: 1, month: 1, year, leap: false },
      { day: 10, month: 3, year, leap: false },
    ]);
    expect(found).toHaveLength(222);
    expect(found.map(({ day, month, year, leap }) => ({ day, month, year, leap: Boolean(leap) }))).toEqual(expected);
  });

  it.each([
    [2007, '2007-02-17', '2007-04-26', 'a day before China'],
    [2024, '2024-02-10', '2024-04-18', 'as announced'],
    [2026, '2026-02-17', '2026-04-26', 'as announced'],
    [2027, '2027-02-06', '2027-04-16', 'where Intl says 7 February'],
    [2030, '2030-02-02', '2030-04-12', 'a day before China'],
    [2034, '2034-02-19', '2034-04-28', 'after the leap month of 2033'],
  ])('%d: %s and %s (%s)', (year, newYear, hungKings) => {
    expect([formatDay(lunarNewYear(year)), formatDay(hungKingsDay(year))]).toEqual([newYear, hungKings]);
  });

  it.each([1989, 2101, 2026.5, Number.NaN])('say that %d is not theirs', (year) => {
    expect(() => lunarNewYear(year)).toThrow(RangeError);
    expect(() => hungKingsDay(year)).toThrow(/1990 to 2100/);
  });
});
