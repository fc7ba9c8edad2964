import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateOfDay,
  dayOfDate,
  epochMsOf,
  formatClock,
  formatDay,
  formatMinute,
  parseDay,
  parseWallTime,
  wallMinuteAt,
  weekdayOf,
} from './wall-time.ts';

const anyDay = fc.integer({ min: -719_000, max: 2_900_000 });

describe('days', () => {
  it('agree with the Gregorian calendar of the platform, read in UTC', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const utc = new Date(day * 86_400_000);
        expect(dateOfDay(day)).toEqual({
          year: utc.getUTCFullYear(),
          month: utc.getUTCMonth() + 1,
          day: utc.getUTCDate(),
        });
        expect(weekdayOf(day)).toBe((utc.getUTCDay() + 6) % 7);
      }),
    );
  });

  it('come back from their date', () => {
    fc.assert(fc.property(anyDay, (day) => dayOfDate(dateOfDay(day)) === day));
  });

  it('begin at 1970-01-01, a Thursday', () => {
    expect(parseDay('1970-01-01')).toBe(0);
    expect(weekdayOf(0)).toBe(3);
  });
});

describe('parseWallTime', () => {
  it.each([
    ['2026-02-13', '2026-02-13T00:00', 'day'],
    ['2026-02-13T15:20', '2026-02-13T15:20', 'minute'],
    ['2026-02-13T15:20:59', '2026-02-13T15:20', 'minute'],
    ['2026-02-13T15:20:59.999', '2026-02-13T15:20', 'minute'],
    ['2024-02-29T00:00', '2024-02-29T00:00', 'minute'],
    ['2000-02-29T23:59', '2000-02-29T23:59', 'minute'],
  ])('reads %s', (text, minute, precision) => {
    const time = parseWallTime(text);
    expect(time && formatMinute(time.minute)).toBe(minute);
    expect(time?.precision).toBe(precision);
  });

  it.each([
    '',
    '2026-02-30',
    '2025-02-29',
    '1900-02-29',
    '2026-00-10',
    '2026-13-01',
    '2026-04-31',
    '2026-02-13T24:00',
    '2026-02-13T12:60',
    '2026-02-13T12:00:60',
    '2026-02-13 12:00',
    '2026-2-13',
    '13/02/2026',
    '2026-02-13T12',
    '2026-02-13T12:00Z',
    '2026-02-13T12:00+07:00',
    ' 2026-02-13',
    '2026-02-13\n',
  ])('refuses %j', (text) => {
    expect(parseWallTime(text)).toBeNull();
  });

  it('reads back what was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000_000, max: 60_000_000 }), (minute) => {
        expect(parseWallTime(formatMinute(minute))?.minute).toBe(minute);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => parseWallTime(text) === null || text.length >= 10));
  });
});

describe('parseDay', () => {
  it('wants the day and nothing longer', () => {
    expect(parseDay('2026-11-25')).not.toBeNull();
    expect(parseDay('2026-11-25T00:00')).toBeNull();
  });
});

describe('the wall clock at an instant', () => {
  it('is seven hours ahead of UTC in Vietnam', () => {
    const epochMs = Date.UTC(2026, 10, 24, 17, 0, 59);
    expect(formatMinute(wallMinuteAt(epochMs, 420))).toBe('2026-11-25T00:00');
    expect(formatDay(0)).toBe('1970-01-01');
    expect(formatClock(wallMinuteAt(epochMs, 0))).toBe('17:00');
  });

  it('goes back to the instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e7, max: 6e7 }), fc.integer({ min: -720, max: 840 }), (minute, offset) => {
        expect(wallMinuteAt(epochMsOf(minute, offset), offset)).toBe(minute);
      }),
    );
  });
});
