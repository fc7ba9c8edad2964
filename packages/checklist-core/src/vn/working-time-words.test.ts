import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleCalendar } from '../calendar/example-calendar.ts';
import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import { remaining } from '../deadline/remaining.ts';
import { parseWallTime } from '../time/wall-time.ts';
import {
  remainingHintInVietnamese,
  remainingInVietnamese,
  returnInVietnamese,
  workingTimeInVietnamese,
} from './working-time-words.ts';

const calendar = createWorkingCalendar(exampleCalendar);

function chipAndHint(now: string, due: string | null, paused = false): [string, string] {
  const minute = parseWallTime(now)?.minute ?? Number.NaN;
  const left = remaining(calendar, { now: minute, due, paused });
  return [remainingInVietnamese(left, calendar), remainingHintInVietnamese(left, calendar, minute)];
}

describe('the chip', () => {
  it.each([
    ['2026-01-05T07:30', '2026-01-06T10:30', 'Còn 1 ngày 3 giờ'],
    ['2026-01-05T07:31', '2026-01-06T11:00', 'Còn 1 ngày 3 giờ'],
    ['2026-01-05T07:30', '2026-01-05T17:00', 'Hôm nay, còn 8 giờ'],
    ['2026-01-05T05:10', '2026-01-05T17:00', 'Hôm nay, còn 8 giờ'],
    ['2026-01-05T05:10', '2026-01-05', 'Hôm nay, còn 8 giờ'],
    ['2026-01-05T16:00', '2026-01-06T09:00', 'Còn 2 giờ 30 phút'],
    ['2026-01-06T08:30', '2026-01-06T10:30', 'Hôm nay, còn 2 giờ'],
    ['2026-01-06T08:25', '2026-01-06T10:30', 'Hôm nay, còn 2 giờ 5 phút'],
    ['2026-01-06T09:50', '2026-01-06T10:30', 'Còn 40 phút'],
    ['2026-01-06T09:30', '2026-01-06T10:30', 'Hôm nay, còn 1 giờ'],
    ['2026-01-05T17:00', '2026-01-06T08:00', 'Còn 30 phút'],
    ['2026-01-06T10:30', '2026-01-06T10:30', 'Đến hạn hôm nay'],
    ['2026-01-06T19:30', '2026-01-06', 'Đến hạn hôm nay'],
    ['2026-01-05T17:30', '2026-01-06T07:30', 'Sát giờ hẹn'],
    ['2026-01-06T10:30', '2026-01-06T08:30', 'Quá hạn 2 giờ'],
    ['2026-01-06T08:31', '2026-01-06T08:30', 'Quá hạn 1 phút'],
    ['2026-01-09T11:05', '2026-01-06T08:00', 'Quá hạn 2 ngày 7 giờ'],
    ['2026-01-06T17:30', '2026-01-06T17:00', 'Vừa quá hạn'],
    ['2026-01-06T17:30', null, 'Chưa thấy ngày hẹn'],
    ['2026-01-06T17:30', '30/02/2026', 'Ngày hẹn cần xem lại'],
    ['2026-01-06T17:30', '2030-01-06', 'Chưa có lịch cho ngày hẹn'],
  ])('at %s, due %s: %s', (now, due, chip) => {
    expect(chipAndHint(now, due)[0]).toBe(chip);
  });

  it('says that the clock stands still', () => {
    expect(chipAndHint('2026-01-06T17:30', '2026-01-06T17:00', true)[0]).toBe('Tạm dừng, chờ bổ sung');
  });

  it('fits the pill and is composed, whatever the figure', () => {
    const minute = fc.integer({ min: 0, max: 525_000 });
    fc.assert(
      fc.property(minute, minute, (a, b) => {
        const start = parseWallTime('2026-01-01')?.minute ?? 0;
        const text = workingTimeInVietnamese(calendar.between(start + a, start + b), calendar);
        expect(text).toBe(text.normalize('NFC'));
        expect(text.length).toBeLessThanOrEqual(16);
      }),
    );
  });
});

describe('the hint', () => {
  it('explains the figure', () => {
    expect(chipAndHint('2026-01-06T07:30', '2026-01-07T10:30')[1]).toBe(
      'giờ làm việc, 1 ngày = 8 giờ · hẹn trả 10:30, thứ Tư 07/01',
    );
    expect(chipAndHint('2026-01-06T07:30', '2026-01-11')[1]).toBe(
      'giờ làm việc, 1 ngày = 8 giờ · hẹn trả Chủ nhật 11/01',
    );
  });

  it('names days that may or may not be holidays, with the other figure', () => {
    expect(chipAndHint('2026-04-06T16:00', '2026-04-08T08:30')[1]).toBe(
      'giờ làm việc, 1 ngày = 8 giờ · hẹn trả 08:30, thứ Tư 08/04 · lịch ngày 07/04 chưa chắc chắn: cũng có thể còn 1 ngày 2 giờ',
    );
    expect(chipAndHint('2026-04-08T08:30', '2026-04-06T16:00')[1]).toMatch(/cũng có thể quá hạn 1 ngày 2 giờ$/);
  });

  it('adds the year where it is not this one', () => {
    const later = createWorkingCalendar({ ...exampleCalendar, to: '2027-12-31' });
    const now = parseWallTime('2026-12-30T09:00')?.minute ?? 0;
    const left = remaining(later, { now, due: '2027-01-05T09:00' });
    expect(remainingHintInVietnamese(left, later, now)).toMatch(/hẹn trả 09:00, thứ Ba 05\/01\/2027$/);
  });

  it('is empty where nothing is known', () => {
    expect(chipAndHint('2026-01-06T07:30', null)[1]).toBe('');
  });

  it('says how long a day is that is no round number of hours', () => {
    const short = createWorkingCalendar({ ...exampleCalendar, dayMinutes: 450 });
    const now = parseWallTime('2026-01-06T07:30')?.minute ?? 0;
    const left = remaining(short, { now, due: '2026-01-07' });
    expect(remainingHintInVietnamese(left, short, now)).toMatch(/^giờ làm việc, 1 ngày = 7 giờ 30 phút · /);
  });
});

describe('after the return', () => {
  it.each([
    [{ onTime: 'early', days: 1 } as const, 'Trả sớm 1 ngày'],
    [{ onTime: 'on-time' } as const, 'Đã trả đúng hẹn'],
    [{ onTime: 'late', minutes: 660 } as const, 'Trả sau hẹn 1 ngày 3 giờ'],
    [{ onTime: 'late', minutes: 0 } as const, 'Trả sau hẹn'],
    [null, 'Đã trả'],
  ])('%j: %s', (timing, text) => {
    expect(returnInVietnamese(timing, calendar)).toBe(text);
  });
});
