import {
  type CalendarData,
  createWorkingCalendar,
  type DueQuestion,
  dueOf,
  formatMinute,
  parseTarget,
  parseWallTime,
  type WorkingCalendar,
} from 'checklist-core/deadline';
import { dueRulesInVietnamese, parseTerm } from 'checklist-core/vn';
import { describe, expect, it } from 'vitest';
import { vnOffice } from './index.ts';

/* The dates themselves are in the golden table beside this file. In October 2026 the 5th is a Monday. */

const SAME_DAY = 'trong ngày; nhận hồ sơ sau 15 giờ thì trả vào ngày làm việc tiếp theo';

type Options = Pick<DueQuestion, 'count'> & {
  readonly restart?: string;
  readonly pauses?: readonly (readonly [string, string])[];
  readonly target?: string;
};

function at(text: string): number {
  const time = parseWallTime(text);
  if (time === null) throw new Error(`not a time: ${text}`);
  return time.minute;
}

function ask(calendar: WorkingCalendar, received: string, wording: string, options: Options = {}) {
  const reading = parseTerm(wording);
  if (!reading.ok) throw new Error(`not a term: ${wording}`);
  const { count, restart, pauses = [], target: aim } = options;
  const target = aim === undefined ? null : parseTarget(aim);
  return dueOf(calendar, {
    received: at(received),
    term: reading.term,
    pauses: pauses.map(([from, to]) => ({ from: at(from), to: at(to) })),
    ...(count === undefined ? {} : { count }),
    ...(restart === undefined ? {} : { restart: at(restart) }),
    ...(target === null ? {} : { target }),
  });
}

function asked(calendar: WorkingCalendar, received: string, wording: string, options: Options = {}) {
  const answer = ask(calendar, received, wording, options);
  if (!answer.ok) throw new Error(answer.reason);
  return answer;
}

describe('with the calendar of state offices', () => {
  const calendar = createWorkingCalendar(vnOffice);
  const commune = (change: Partial<CalendarData>) => createWorkingCalendar({ ...vnOffice, ...change });

  it('says which calendar and which rules made the date', () => {
    const answer = asked(calendar, '2026-02-13T15:20', '3 ngày làm việc');
    expect(answer.calendar).toBe(`vn-office@${vnOffice.version}`);
    expect(dueRulesInVietnamese(answer.rules)).toBe(
      'không tính ngày nhận (BLDS 2015, Điều 147 khoản 2); chỉ tính ngày làm việc, theo chữ của thời hạn; giữ giờ nhận, như hệ thống một cửa in',
    );
  });

  it.each<[string, string, Options, string]>([
    ['2026-10-05T15:30', SAME_DAY, {}, 'late-receipt same-day'],
    ['2026-10-05T18:00', '03 ngày', {}, 'outside-hours receipt-day-not-counted clock-time-kept'],
    ['2026-10-07T09:00', '03 ngày', { count: 'end-of-day' }, 'receipt-day-not-counted rolled-off-rest-day end-of-day'],
    ['2026-10-05T18:00', '16 giờ làm việc', {}, 'outside-hours from-the-moment'],
    ['2026-10-05T18:00', '24 giờ', {}, 'from-the-moment'],
    [
      '2026-01-30T09:00',
      '01 tháng',
      { restart: '2026-01-30T10:00' },
      'restarted receipt-day-not-counted last-day-of-month rolled-off-rest-day clock-time-kept',
    ],
    [
      '2026-10-05T09:00',
      '01 tháng',
      { pauses: [['2026-10-05T10:00', '2026-10-05T11:00']] },
      'receipt-day-not-counted corresponding-day paused clock-time-kept',
    ],
  ])('received %s, "%s" with %j names its rules: %s', (received, wording, options, rules) => {
    expect(asked(calendar, received, wording, options).rules.join(' ')).toBe(rules);
  });

  it('gives the other date where the term crosses a day that may or may not be off', () => {
    const { uncertain } = asked(calendar, '2026-11-23T09:00', '01 ngày làm việc');
    expect(uncertain && formatMinute(uncertain.due)).toBe('2026-11-24T09:00');
    expect(uncertain?.days.map(({ date }) => date)).toEqual(['2026-11-24']);
    const rolled = asked(calendar, '2026-11-20T09:00', '04 ngày');
    expect([formatMinute(rolled.due), rolled.uncertain?.days.length]).toEqual(['2026-11-25T09:00', 1]);
    expect(asked(calendar, '2026-10-05T09:00', '03 ngày làm việc').uncertain).toBeNull();
  });

  it('ends at closing where nobody works at the hour of receipt', () => {
    const saturdays = commune({ week: { ...vnOffice.week, sat: ['07:30-11:30'] } });
    const answer = asked(saturdays, '2026-10-09T15:20', '01 ngày làm việc');
    expect([formatMinute(answer.due), answer.rules.at(-1)]).toEqual(['2026-10-10T11:30', 'moved-into-hours']);
    const end = asked(saturdays, '2026-10-09T15:20', '01 ngày làm việc', { count: 'end-of-day' });
    expect(formatMinute(end.due)).toBe('2026-10-10T11:30');
  });

  it('takes what is handed in on a people’s Saturday as received then, without counting the day', () => {
    const day = { name: { vi: 'Ngày thứ Bảy vì dân' }, source: 'khung-2027', confidence: 'verified' } as const;
    const open = commune({ days: [...vnOffice.days, { ...day, date: '2026-10-10', kind: 'open' }] });
    expect(formatMinute(asked(open, '2026-10-10T09:00', '01 ngày làm việc').due)).toBe('2026-10-12T09:00');
    expect(formatMinute(asked(open, '2026-10-09T16:00', '01 ngày làm việc').due)).toBe('2026-10-12T16:00');
    expect(formatMinute(asked(open, '2026-10-10T16:00', SAME_DAY).due)).toBe('2026-10-12T17:00');
  });

  it.each<[string, string, string]>([
    ['2017-12-29T09:00', '03 ngày làm việc', 'outside-calendar'],
    ['2027-12-31T09:00', '03 ngày làm việc', 'outside-calendar'],
    ['2027-12-31T09:00', '900 tháng', 'outside-calendar'],
    ['2026-10-05T09:00', 'Không quy định', 'no-term'],
    ['2026-10-05T09:00', 'không quá 05 ngày làm việc trường hợp phải xác minh', 'no-term'],
  ])('received %s, "%s" has no date: %s', (received, wording, reason) => {
    expect(ask(calendar, received, wording)).toEqual({ ok: false, reason, calendar: calendar.label });
  });
});
