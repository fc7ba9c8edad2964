import { describe, expect, it } from 'vitest';
import { formatMinute, parseWallTime } from '../time/wall-time.ts';
import { exampleCalendar, exampleNights } from './example-calendar.ts';
import { parseCalendar } from './parse-calendar.ts';
import { MAX_HOURS_LENGTH, withHours } from './with-hours.ts';
import { createWorkingCalendar } from './working-calendar.ts';

const at = (text: string): number => parseWallTime(text)?.minute ?? Number.NaN;

function changed(hours: string, data = exampleCalendar) {
  const reading = withHours(data, hours);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.value;
}

const faultsOf = (hours: string, data = exampleCalendar) => {
  const reading = withHours(data, hours);
  return reading.ok ? [] : reading.faults.map(({ path, message }) => `${path}: ${message}`);
};

describe('withHours', () => {
  it('gives every working weekday the hours of the office', () => {
    const { week, version } = changed('07:00-11:30, 13:30-17:00');
    expect(week).toEqual({
      ...Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, ['07:00-11:30', '13:30-17:00']])),
      sat: [],
      sun: [],
    });
    expect(version).toBe('1.2.3+0700-1130.1330-1700');
  });

  it('takes hours by weekday, and leaves the others alone', () => {
    const data = changed('07:30-11:30,13:00-17:00; fri 07:00-11:00; sat 07:30-11:30');
    expect([data.week.thu, data.week.wed, data.week.fri, data.week.sat, data.week.sun]).toEqual([
      ['07:30-11:30', '13:00-17:00'],
      ['07:30-11:30', '13:00-17:00'],
      ['07:00-11:00'],
      ['07:30-11:30'],
      [],
    ]);
    expect(data.version).toBe('1.2.3+0730-1130.1300-1700.fri.0700-1100.sat.0730-1130');
    expect(changed('mon-wed 08:00-12:00').week.thu).toBe(exampleCalendar.week.thu);
    expect(changed('mon-wed 08:00-12:00').version).toBe('1.2.3+mon-wed.0800-1200');
  });

  it('says in every deadline that these are other hours, and gives the same data back if they are not', () => {
    const usual = changed('mon-tue 13:00-17:00,07:30-11:30; wed 07:30-11:30');
    expect(usual).toBe(exampleCalendar);
    const office = createWorkingCalendar(changed('08:00-12:00'));
    expect(office.label).toBe('example@1.2.3+0800-1200');
    expect(formatMinute(office.add(at('2026-01-06T11:00'), 90))).toBe('2026-01-07T08:30');
  });

  it('makes a calendar that passes its own check', () => {
    for (const hours of ['08:00-12:00', 'sat 07:30-11:30', 'mon-fri 22:00-06:00']) {
      const data = changed(hours);
      expect(parseCalendar(data)).toEqual({ ok: true, value: data });
    }
  });

  it('leaves days off, open days and a made-up day with hours of its own as they are', () => {
    const data = changed('08:00-12:00; sat 07:30-11:30');
    expect(data.days).toBe(exampleCalendar.days);
    const office = createWorkingCalendar(data);
    expect(formatMinute(office.add(at('2026-03-06T11:00'), 120))).toBe('2026-03-07T09:00');
    expect(formatMinute(office.add(at('2026-03-13T11:00'), 120))).toBe('2026-03-14T09:00');
    expect(office.isWorkingDay(Math.floor(at('2026-03-21') / 1440))).toBe(false);
  });

  it.each([
    ['', /^hours: is empty/],
    ['08:00-12:00;', /^hours\[1\]: is empty/],
    ['7:30-11:30', /^hours: no working span .*7:30-11:30$/],
    ['07:30-11:30,', /^hours: no working span/],
    ['07:30-07:30', /^hours: no working span/],
    ['07:30-24:00', /^hours: no working span/],
    ['07:30-11:30,11:00-17:00', /^hours: working spans of one day overlap/],
    ['07:30-11:30; 13:00-17:00', /^hours: has two parts without weekdays/],
    ['07:30-11:30; t7 07:30-11:30', /^hours\[1\]: no working span .*t7/],
    ['fri-mon 07:30-11:30', /^hours: no such weekdays/],
    ['sab 07:30-11:30', /^hours: no such weekdays/],
    ['mon-fri 08:00-12:00; wed 08:00-09:00', /^hours: names wed twice/],
    ['08:00-12:00; mon-fri 08:00-09:00', /^hours: no working weekday is left/],
    [Array.from({ length: 25 }, () => '08:00-09:00').join(), /^hours: more than 24 working spans/],
    ['mon 22:00-08:00', /^hours: week\.tue begins before the shift of the day before has ended/],
    ['x'.repeat(MAX_HOURS_LENGTH + 1), /^hours: longer than/],
  ])('refuses %j with its place', (hours, fault) => {
    expect(faultsOf(hours)).toEqual([expect.stringMatching(fault)]);
  });

  it('takes nights', () => {
    expect(changed('sun 22:00-06:00', { ...exampleNights, days: [] }).week.sun).toEqual(['22:00-06:00']);
    expect(faultsOf('08:00-09:00', { ...exampleCalendar, days: [], week: noHours() })).toEqual([
      expect.stringMatching(/no working weekday is left/),
    ]);
  });
});

function noHours() {
  return { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
}
