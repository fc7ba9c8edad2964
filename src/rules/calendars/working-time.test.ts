import {
  createWorkingCalendar,
  formatMinute,
  localStamp,
  parseWallTime,
  remaining,
  wallMinuteAt,
} from 'checklist-core';
import { remainingHintInVietnamese, remainingInVietnamese } from 'checklist-core/vn';
import { afterEach, describe, expect, it } from 'vitest';
import { vnOffice } from './index.ts';

/* Golden table: worked out by hand with the calendar sheet of the year beside it. */

/** `start, working minutes, end, what it is about` */
const ADD: readonly (readonly [string, number, string, string])[] = [
  ['2026-10-06T08:00', 45, '2026-10-06T08:45', 'within the morning'],
  ['2026-10-06T11:00', 60, '2026-10-06T13:30', 'over lunch'],
  ['2026-10-06T11:00', 30, '2026-10-06T11:30', 'exactly to lunch: 11:30, not 13:00'],
  ['2026-10-06T12:00', 60, '2026-10-06T14:00', 'received during lunch'],
  ['2026-10-06T06:00', 60, '2026-10-06T08:30', 'before opening'],
  ['2026-10-06T16:00', 60, '2026-10-06T17:00', 'exactly to closing: 17:00, not 07:30'],
  ['2026-10-06T16:00', 61, '2026-10-07T07:31', 'a minute beyond closing'],
  ['2026-10-06T18:00', 60, '2026-10-07T08:30', 'after closing'],
  ['2026-10-06T07:30', 480, '2026-10-06T17:00', 'one whole day'],
  ['2026-10-06T17:00', 480, '2026-10-07T17:00', 'one whole day from closing'],
  ['2026-10-06T09:32', 5 * 480, '2026-10-13T09:32', 'five days keep the time of day'],
  ['2026-10-09T15:00', 960, '2026-10-13T15:00', '16 hours from Friday 15:00'],
  ['2026-10-10T09:00', 60, '2026-10-12T08:30', 'from a Saturday'],
  ['2026-10-11T23:59', 1, '2026-10-12T07:31', 'from a Sunday night'],
  ['2026-10-05T07:30', 60 * 480, '2026-12-28T17:00', 'sixty days, 24/11 off'],
  ['2024-02-07T16:00', 120, '2024-02-15T08:30', 'Lunar New Year 2024'],
  ['2024-04-17T16:00', 120, '2024-04-19T08:30', 'Hùng Kings 2024'],
  ['2024-04-26T16:00', 120, '2024-05-02T08:30', '29/4/2024 is off, swapped'],
  ['2024-05-03T16:00', 120, '2024-05-04T08:30', 'Saturday 04/5/2024 is worked'],
  ['2024-05-04T16:30', 60, '2024-05-06T08:00', 'from the worked Saturday'],
  ['2024-08-30T16:00', 120, '2024-09-04T08:30', 'National Day 2024'],
  ['2025-01-24T16:00', 120, '2025-02-03T08:30', 'Lunar New Year 2025'],
  ['2025-04-25T16:00', 120, '2025-04-26T08:30', 'Saturday 26/4/2025 is worked'],
  ['2025-04-29T16:00', 120, '2025-05-05T08:30', 'five days off in a row, 02/5 swapped'],
  ['2025-08-29T16:00', 120, '2025-09-03T08:30', 'National Day 2025'],
  ['2025-12-31T16:00', 120, '2026-01-05T08:30', 'New Year 2026 with 02/01 swapped'],
  ['2026-01-09T16:00', 120, '2026-01-10T08:30', 'Saturday 10/01/2026 is worked'],
  ['2026-02-13T16:00', 120, '2026-02-23T08:30', 'Lunar New Year 2026'],
  ['2026-04-24T16:00', 120, '2026-04-28T08:30', 'day in lieu of Hùng Kings 2026'],
  ['2026-04-29T16:00', 120, '2026-05-04T08:30', '30/4 and 01/5/2026'],
  ['2026-08-21T16:00', 120, '2026-08-22T08:30', 'Saturday 22/8/2026 is worked'],
  ['2026-08-28T16:00', 120, '2026-09-03T08:30', 'National Day 2026 with 31/8 swapped'],
  ['2026-11-23T16:00', 120, '2026-11-25T08:30', '24/11/2026, off as far as known'],
  ['2027-04-29T16:00', 120, '2027-05-04T08:30', '30/4/2027, 01/5 on a Saturday, day in lieu'],
];

/** `now, due, state, minutes, chip` */
const REMAINING: readonly (readonly [string, string | null, string, number | null, string])[] = [
  ['2026-11-23T13:30', '2026-11-25T16:30', 'running', 660, 'Còn 1 ngày 3 giờ'],
  ['2026-11-25T14:30', '2026-11-25T16:30', 'due-today', 120, 'Hôm nay, còn 2 giờ'],
  ['2026-11-25T15:50', '2026-11-25T16:30', 'due-today', 40, 'Còn 40 phút'],
  ['2026-11-25T10:30', '2026-11-25T14:00', 'due-today', 120, 'Hôm nay, còn 2 giờ'],
  ['2026-11-26T09:00', '2026-11-25T16:30', 'overdue', -120, 'Quá hạn 2 giờ'],
  ['2026-11-26T09:00', '2026-11-25', 'overdue', -90, 'Quá hạn 1 giờ 30 phút'],
  ['2026-11-25T09:00', '2026-11-25', 'due-today', 390, 'Hôm nay, còn 6 giờ 30 phút'],
  ['2026-02-13T15:20', '2026-02-25T15:20', 'running', 1440, 'Còn 3 ngày'],
  ['2026-02-18T10:00', '2026-02-13T16:00', 'overdue', -60, 'Quá hạn 1 giờ'],
  ['2026-02-24T08:30', '2026-02-13T16:00', 'overdue', -600, 'Quá hạn 1 ngày 2 giờ'],
  ['2024-04-27T10:00', '2024-05-02T09:30', 'running', 120, 'Còn 2 giờ'],
  ['2024-05-03T15:00', '2024-05-06T09:30', 'running', 720, 'Còn 1 ngày 4 giờ'],
  ['2026-10-06T19:00', '2026-10-07T07:30', 'running', 0, 'Sát giờ hẹn'],
  ['2026-10-06T17:30', '2026-10-06T17:00', 'overdue', 0, 'Vừa quá hạn'],
  ['2026-10-06T09:00', null, 'unknown', null, 'Chưa thấy ngày hẹn'],
  ['2026-10-06T09:00', '2028-01-04T09:00', 'unknown', null, 'Chưa có lịch cho ngày hẹn'],
];

const MACHINES = ['UTC', 'America/New_York', 'Asia/Ho_Chi_Minh', 'Pacific/Apia'] as const;
const ZONE_AT_START = process.env.TZ;

function at(text: string): number {
  const time = parseWallTime(text);
  if (time === null) throw new Error(`not a time: ${text}`);
  return time.minute;
}

afterEach(() => {
  if (ZONE_AT_START === undefined) delete process.env.TZ;
  else process.env.TZ = ZONE_AT_START;
});

describe.each(MACHINES)('on a machine set to %s', (zone) => {
  // Built anew in every zone, in case building should depend on it.
  const inZone = () => {
    process.env.TZ = zone;
    return createWorkingCalendar(vnOffice);
  };

  it('is really there', () => {
    inZone();
    // Noon UTC on 1 July 2026 as this machine would show it.
    const hours = { UTC: 12, 'America/New_York': 8, 'Asia/Ho_Chi_Minh': 19, 'Pacific/Apia': 1 };
    expect(new Date(Date.UTC(2026, 6, 1, 12)).getHours()).toBe(hours[zone]);
  });

  it.each(ADD)('%s + %d = %s (%s)', (start, minutes, end) => {
    const calendar = inZone();
    expect(formatMinute(calendar.add(at(start), minutes))).toBe(end);
    expect(calendar.between(at(start), at(end))).toBe(minutes);
    expect(calendar.between(calendar.subtract(at(end), minutes), at(end))).toBe(minutes);
  });

  it.each(REMAINING)('at %s, due %s: %s, %s minutes, "%s"', (now, due, state, minutes, chip) => {
    const calendar = inZone();
    const left = remaining(calendar, { now: at(now), due });
    expect(left).toMatchObject({ state, minutes });
    expect(remainingInVietnamese(left, calendar)).toBe(chip);
  });

  it('reads the clock of Vietnam', () => {
    const calendar = inZone();
    const instant = Date.UTC(2026, 10, 25, 9, 30);
    expect(formatMinute(wallMinuteAt(instant, calendar.offsetMinutes))).toBe('2026-11-25T16:30');
    expect(localStamp(instant, calendar.offsetMinutes).at).toBe('2026-11-25T16:30:00');
  });
});

describe('with the calendar of state offices', () => {
  const calendar = createWorkingCalendar(vnOffice);

  it('counts three working days from Friday 13/02/2026 over Lunar New Year', () => {
    expect(formatMinute(calendar.addWorkingDays(at('2026-02-13T15:20'), 3))).toBe('2026-02-25T15:20');
  });

  it('counts the worked Saturday as a working day', () => {
    expect(formatMinute(calendar.addWorkingDays(at('2024-04-26T09:00'), 2))).toBe('2024-05-03T09:00');
    expect(formatMinute(calendar.addWorkingDays(at('2024-04-26T09:00'), 3))).toBe('2024-05-04T09:00');
  });

  it('shows both figures where a deadline crosses 24/11/2026, and the hint says why', () => {
    const now = at('2026-11-23T13:30');
    const left = remaining(calendar, { now, due: '2026-11-25T16:30' });
    expect(left.uncertain?.minutes).toBe(660 + 480);
    expect(left.uncertain?.days.map(({ date }) => date)).toEqual(['2026-11-24']);
    expect(remainingHintInVietnamese(left, calendar, now)).toBe(
      'giờ làm việc, 1 ngày = 8 giờ · hẹn trả 16:30, thứ Tư 25/11 · lịch ngày 24/11 chưa chắc chắn: cũng có thể còn 2 ngày 3 giờ',
    );
    const quiet = remaining(calendar, { now: at('2026-11-25T07:30'), due: '2026-11-25T16:30' });
    expect(remainingHintInVietnamese(quiet, calendar, at('2026-11-25T07:30'))).toBe(
      'giờ làm việc, 1 ngày = 8 giờ · hẹn trả 16:30, thứ Tư 25/11',
    );
  });

  it('keeps what was left while the clock stands still over Lunar New Year', () => {
    const paused = remaining(calendar, {
      now: at('2026-03-02T09:00'),
      due: '2026-02-25T15:20',
      pausedSince: '2026-02-13T15:20',
    });
    expect(paused).toMatchObject({ state: 'paused', minutes: 1440 });
    expect(remainingInVietnamese(paused, calendar)).toBe('Tạm dừng, chờ bổ sung');
  });

  it('takes the hours of a commune that opens on Saturday mornings', () => {
    const commune = createWorkingCalendar({ ...vnOffice, week: { ...vnOffice.week, sat: ['07:30-11:30'] } });
    expect(formatMinute(commune.add(at('2026-10-09T16:00'), 120))).toBe('2026-10-10T08:30');
    expect(commune.isWorkingDay(Math.floor(at('2026-02-14') / 1440))).toBe(false);
  });

  it('takes a people’s Saturday as open but not counted', () => {
    const day = {
      kind: 'open',
      name: { vi: 'Ngày thứ Bảy vì dân' },
      source: 'khung-2027',
      confidence: 'verified',
    } as const;
    const commune = createWorkingCalendar({ ...vnOffice, days: [...vnOffice.days, { ...day, date: '2026-10-10' }] });
    expect(formatMinute(commune.add(at('2026-10-09T16:00'), 120))).toBe('2026-10-12T08:30');
  });
});
