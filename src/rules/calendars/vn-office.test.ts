import { createWorkingCalendar, parseCalendar, parseDay, weekdayOf } from 'checklist-core/deadline';
import { describe, expect, it } from 'vitest';
import { vnOffice } from './index.ts';

const calendar = createWorkingCalendar(vnOffice);
const WEEKDAYS_OFF: Record<number, string> = {
  2018: '01-01 02-14 02-15 02-16 02-19 02-20 04-25 04-30 05-01 09-03 12-31',
  2019: '01-01 02-04 02-05 02-06 02-07 02-08 04-15 04-29 04-30 05-01 09-02',
  2020: '01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02',
  2021: '01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03',
  2022: '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02',
  2023: '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04',
  2024: '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03',
  2025: '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02',
  2026: '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24',
  2027: '01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24',
};
const SATURDAYS_WORKED = ['2019-01-05', '2019-05-04', '2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'];

function isWeekend(date: string): boolean {
  return weekdayOf(parseDay(date) ?? Number.NaN) > 4;
}

describe('the calendar of Vietnamese state offices', () => {
  it('passes its own check', () => {
    expect(parseCalendar(vnOffice)).toEqual({ ok: true, value: vnOffice });
  });

  it.each(Object.entries(WEEKDAYS_OFF))('has the weekdays off of %s', (year, list) => {
    const off = vnOffice.days.filter(({ kind, date }) => kind === 'off' && date.startsWith(year) && !isWeekend(date));
    expect(off.map(({ date }) => date.slice(5)).join(' ')).toBe(list);
  });

  it('has the 102 weekdays off that were announced for 2018 to 2026', () => {
    const off = vnOffice.days.filter(({ kind, date }) => kind === 'off' && date < '2027' && !isWeekend(date));
    // 24/11/2026 would be the 103rd: no text in force has been seen, so it is not among the announced ones.
    expect(off.filter(({ confidence }) => confidence !== 'uncertain')).toHaveLength(102);
    expect(off.filter(({ confidence }) => confidence === 'uncertain').map(({ date }) => date)).toEqual(['2026-11-24']);
  });

  it('has the Saturdays worked for a swapped day, and no other extra day', () => {
    const worked = vnOffice.days.filter(({ kind }) => kind !== 'off');
    expect(worked.map(({ date }) => date)).toEqual(SATURDAYS_WORKED);
    expect(worked.every(({ date, kind }) => isWeekend(date) && kind === 'work')).toBe(true);
  });

  it('works from 07:30 to 17:00 on five days, eight hours', () => {
    expect(vnOffice.week.fri).toEqual(['07:30-11:30', '13:00-17:00']);
    expect([vnOffice.week.sat, vnOffice.week.sun]).toEqual([[], []]);
    expect(calendar.between(1440 * (parseDay('2026-10-05') ?? 0), 1440 * (parseDay('2026-10-06') ?? 0))).toBe(480);
  });

  it('carries the marks of its sources', () => {
    const dates = (confidence: string) => vnOffice.days.filter((day) => day.confidence === confidence);
    expect(dates('recalled').map(({ date }) => date)).toEqual(['2026-01-02', '2026-01-10']);
    expect(
      dates('uncertain')
        .map(({ date }) => date)
        .filter((date) => date < '2027'),
    ).toEqual(['2026-11-24']);
    const rank = { verified: 0, recalled: 1, uncertain: 2 };
    const sources = new Map(vnOffice.sources.map((source) => [source.id, source]));
    for (const day of vnOffice.days) {
      const source = sources.get(day.source);
      expect(source && rank[source.confidence], `${day.date} is no surer than its source`).toBeLessThanOrEqual(
        rank[day.confidence],
      );
    }
    expect(new Set(vnOffice.days.map(({ source }) => source))).toEqual(new Set(sources.keys()));
  });

  it('says of 2027 what is law and what is only expected', () => {
    const of2027 = vnOffice.days.filter(({ date }) => date.startsWith('2027'));
    const expected = of2027.filter(({ confidence }) => confidence === 'uncertain');
    expect(expected.every(({ name }) => name.vi?.endsWith('(dự kiến)'))).toBe(true);
    const law = of2027.filter(({ confidence }) => confidence === 'verified').map(({ date }) => date.slice(5));
    expect(law.join(' ')).toBe('01-01 04-30 05-01 05-03 09-02');
  });

  it('has names in two languages, composed', () => {
    for (const { date, name } of vnOffice.days) {
      expect(Object.keys(name), date).toEqual(['vi', 'en']);
      expect(name.vi).toBe(name.vi?.normalize('NFC'));
    }
    expect(vnOffice.days.map(({ date }) => date)).toEqual(vnOffice.days.map(({ date }) => date).sort());
  });

  it.each([
    ['2018-02', 15],
    ['2018-12', 20],
    ['2019-01', 23],
    ['2019-05', 23],
    ['2020-01', 17],
    ['2021-05', 20],
    ['2022-05', 20],
    ['2023-01', 16],
    ['2023-09', 19],
    ['2024-02', 16],
    ['2024-04', 19],
    ['2024-05', 23],
    ['2024-09', 19],
    ['2025-01', 17],
    ['2025-04', 21],
    ['2025-05', 20],
    ['2025-09', 20],
    ['2026-01', 21],
    ['2026-02', 15],
    ['2026-04', 20],
    ['2026-08', 21],
    ['2026-09', 20],
    ['2026-11', 20],
    ['2026-12', 23],
  ])('counts %s as %d days of eight hours', (month, days) => {
    const first = parseDay(`${month}-01`) ?? Number.NaN;
    const [year = 0, number = 0] = month.split('-').map(Number);
    const next = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
    const end = parseDay(next) ?? Number.NaN;
    expect(calendar.between(first * 1440, end * 1440)).toBe(days * 480);
    expect(calendar.workingDaysBetween(first - 1, end - 1)).toBe(days);
  });

  it.each([
    ['2018', 250],
    ['2019', 252],
    ['2020', 252],
    ['2021', 250],
    ['2022', 249],
    ['2023', 249],
    ['2024', 251],
    ['2025', 250],
    ['2026', 249],
  ])('counts the whole year %s as %d days', (year, days) => {
    const minutes = calendar.between(
      (parseDay(`${year}-01-01`) ?? Number.NaN) * 1440,
      ((parseDay(`${year}-12-31`) ?? Number.NaN) + 1) * 1440,
    );
    expect(minutes).toBe(days * 480);
  });
});
