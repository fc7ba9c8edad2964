import { formatDay } from 'checklist-core/deadline';
import { hungKingsDay, lunarNewYear } from 'checklist-core/vn';
import { describe, expect, it } from 'vitest';
import { vnOffice } from './index.ts';

const namedOff = (date: string, name: RegExp) =>
  vnOffice.days.some((day) => day.date === date && day.kind === 'off' && name.test(day.name.vi ?? ''));

describe.each([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027])('the shipped days off of %d', (year) => {
  it('hold Lunar New Year where the moon puts it', () => {
    expect(namedOff(formatDay(lunarNewYear(year)), /^Tết Nguyên đán/)).toBe(true);
  });

  it('hold Hùng Kings’ Day, or a day in lieu after the weekend it falls on', () => {
    const day = hungKingsDay(year);
    const near = [day, day + 1, day + 2, day + 3].map(formatDay);
    expect(near.some((date) => namedOff(date, /Giỗ Tổ Hùng Vương/))).toBe(true);
  });
});
