import {
  createWorkingCalendar,
  formatMinute,
  localStamp,
  parseWallTime,
  remaining,
  wallMinuteAt,
} from 'checklist-core/deadline';
import { remainingHintInVietnamese, remainingInVietnamese } from 'checklist-core/vn';
import { describe, expect, it } from 'vitest';
import { vnOffice } from './index.ts';

function at(text: string): number {
  const time = parseWallTime(text);
  if (time === null) throw new Error(`not a time: ${text}`);
  return time.minute;
}

describe('with the calendar of state offices', () => {
  const calendar = createWorkingCalendar(vnOffice);

  it('reads the clock of Vietnam', () => {
    const instant = Date.UTC(2026, 10, 25, 9, 30);
    expect(formatMinute(wallMinuteAt(instant, calendar.offsetMinutes))).toBe('2026-11-25T16:30');
    expect(localStamp(instant, calendar.offsetMinutes).at).toBe('2026-11-25T16:30:00');
  });

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
