import {
  type CalendarData,
  createWorkingCalendar,
  type DueQuestion,
  dueOf,
  formatMinute,
  parseTarget,
  parseWallTime,
  type WorkingCalendar,
} from 'checklist-core';
import { dueRulesInVietnamese, parseTerm } from 'checklist-core/vn';
import { afterEach, describe, expect, it } from 'vitest';
import { vnOffice } from './index.ts';

/* Golden table: worked out by hand with the calendar sheet of the year beside it. In October 2026 the 5th is a Monday. */

const SAME_DAY = 'trong ngày; nhận hồ sơ sau 15 giờ thì trả vào ngày làm việc tiếp theo';
const COUNTED_LATER = '03 ngày làm việc; nhận hồ sơ sau 15 giờ thì tính từ ngày làm việc tiếp theo';

/** `received, term as printed, due, what it is about` */
const DUE: readonly (readonly [string, string, string, string])[] = [
  ['2026-02-13T15:20', '3 ngày làm việc', '2026-02-25T15:20', 'Lunar New Year 2026'],
  ['2023-10-27T09:32', '5 ngày làm việc', '2023-11-03T09:32', 'a real receipt; it prints 9:00, the hour rounded down'],
  ['2026-10-05T09:00', '03 ngày làm việc', '2026-10-08T09:00', 'an ordinary week'],
  ['2026-10-05T06:30', '03 ngày làm việc', '2026-10-08T07:30', 'before opening'],
  ['2026-10-05T11:30', '03 ngày làm việc', '2026-10-08T11:30', 'at the beginning of lunch'],
  ['2026-10-05T12:10', '03 ngày làm việc', '2026-10-08T13:00', 'in lunch'],
  ['2026-10-05T17:00', '03 ngày làm việc', '2026-10-08T17:00', 'at closing: still that day'],
  ['2026-10-05T17:01', '03 ngày làm việc', '2026-10-09T07:30', 'after closing: as on the next morning'],
  ['2026-10-10T09:00', '03 ngày làm việc', '2026-10-15T07:30', 'on a Saturday'],
  ['2026-10-11T23:59', '01 ngày làm việc', '2026-10-13T07:30', 'on a Sunday night'],
  ['2026-10-09T16:00', '01 ngày làm việc', '2026-10-12T16:00', 'over a weekend'],
  ['2024-04-26T09:00', '02 ngày làm việc', '2024-05-03T09:00', '29/4/2024 swapped'],
  ['2024-04-26T09:00', '03 ngày làm việc', '2024-05-04T09:00', 'into the worked Saturday 04/5/2024'],
  ['2025-04-25T10:00', '01 ngày làm việc', '2025-04-26T10:00', 'into the worked Saturday 26/4/2025'],
  ['2018-12-28T10:00', '01 ngày làm việc', '2019-01-02T10:00', '31/12/2018 swapped'],
  ['2018-12-28T10:00', '04 ngày làm việc', '2019-01-05T10:00', 'into the worked Saturday 05/01/2019'],
  ['2022-04-29T10:00', '01 ngày làm việc', '2022-05-04T10:00', 'two days in lieu'],
  ['2020-01-22T16:30', '02 ngày làm việc', '2020-01-31T16:30', 'Lunar New Year 2020'],
  ['2026-12-28T10:00', '03 ngày làm việc', '2026-12-31T10:00', 'to the last day of the year'],
  ['2026-12-30T10:00', '02 ngày làm việc', '2027-01-04T10:00', 'over the turn of the year'],
  ['2026-10-05T09:00', '2,5 ngày làm việc', '2026-10-07T14:30', 'half a day is half of 8 hours'],
  ['2026-10-05T15:00', '0,5 ngày làm việc', '2026-10-06T09:30', 'half a day over the night'],
  ['2026-10-05T09:00', '03 ngày', '2026-10-08T09:00', 'plain days'],
  ['2026-10-07T09:00', '03 ngày', '2026-10-12T09:00', 'plain days that end on a Saturday'],
  ['2026-10-01T09:00', '10 ngày', '2026-10-12T09:00', 'plain days that end on a Sunday'],
  ['2026-02-11T09:00', '05 ngày', '2026-02-23T09:00', 'plain days that end in Lunar New Year'],
  ['2026-02-11T09:00', '23 ngày', '2026-03-06T09:00', 'plain days straight through Lunar New Year'],
  ['2026-10-05T18:00', '03 ngày', '2026-10-09T07:30', 'plain days, received after closing'],
  ['2026-10-05T09:00', '01 tháng', '2026-11-05T09:00', 'a month'],
  ['2026-01-30T09:00', '01 tháng', '2026-03-02T09:00', 'no 30 February: the 28th, a Saturday'],
  ['2024-01-31T10:00', '01 tháng', '2024-02-29T10:00', 'the last day of a leap February'],
  ['2026-10-31T08:00', '01 tháng', '2026-12-02T07:30', 'a month from a Saturday'],
  ['2025-10-06T09:00', '12 tháng', '2026-10-06T09:00', 'twelve months'],
  ['2026-10-09T15:00', '16 giờ làm việc', '2026-10-13T15:00', '16 working hours over a weekend'],
  ['2026-10-05T12:00', '04 giờ làm việc', '2026-10-05T17:00', 'working hours from lunch'],
  ['2026-10-05T13:00', '05 giờ làm việc', '2026-10-06T08:30', 'working hours over the night'],
  ['2026-10-05T16:00', '24 giờ', '2026-10-06T16:00', 'plain hours'],
  ['2026-10-09T16:00', '24 giờ', '2026-10-12T07:30', 'plain hours that end on a Saturday'],
  ['2026-10-10T10:00', '24 giờ', '2026-10-12T07:30', 'plain hours from a Saturday'],
  ['2026-10-10T10:00', '72 giờ', '2026-10-13T10:00', 'plain hours run on a Saturday too'],
  ['2026-10-05T16:59', 'trong ngày', '2026-10-05T17:00', 'the same day: no 15:00 rule unless it is said'],
  ['2026-10-05T15:00', SAME_DAY, '2026-10-05T17:00', 'at 15:00 sharp'],
  ['2026-10-05T15:01', SAME_DAY, '2026-10-06T17:00', 'after 15:00'],
  ['2026-10-05T17:30', SAME_DAY, '2026-10-06T17:00', 'after closing: one day later, not two'],
  ['2026-10-09T15:30', SAME_DAY, '2026-10-12T17:00', 'after 15:00 on a Friday'],
  ['2026-10-10T16:00', SAME_DAY, '2026-10-12T17:00', 'after 15:00 on a Saturday: Monday'],
  ['2026-02-13T15:10', SAME_DAY, '2026-02-23T17:00', 'after 15:00 before Lunar New Year'],
  ['2026-10-05T09:10', 'ngay sau khi nhận đủ hồ sơ', '2026-10-05T17:00', 'at once: by closing'],
  ['2026-10-05T14:59', COUNTED_LATER, '2026-10-08T14:59', 'days, before 15:00'],
  ['2026-10-05T15:30', COUNTED_LATER, '2026-10-09T07:30', 'days, counted from the next working day'],
  ['2026-11-23T09:00', '01 ngày làm việc', '2026-11-25T09:00', '24/11/2026, off as far as known'],
];

type Options = Pick<DueQuestion, 'count'> & {
  readonly restart?: string;
  readonly pauses?: readonly (readonly [string, string])[];
  readonly target?: string;
};

/** `received, term, options, due, target, what it is about` */
const WITH: readonly (readonly [string, string, Options, string, string | null, string])[] = [
  ['2026-02-13T15:20', '3 ngày làm việc', { count: 'end-of-day' }, '2026-02-25T17:00', null, 'the end of the day'],
  ['2026-10-07T09:00', '03 ngày', { count: 'end-of-day' }, '2026-10-12T17:00', null, 'rolled, then the end'],
  ['2026-10-05T09:00', '04 giờ làm việc', { count: 'end-of-day' }, '2026-10-05T14:30', null, 'hours are exact'],
  ['2026-10-05T09:00', '03 ngày làm việc', { restart: '2026-10-12T14:00' }, '2026-10-15T14:00', null, 'supplement'],
  [
    '2026-10-05T09:00',
    '03 ngày làm việc',
    { pauses: [['2026-10-06T10:00', '2026-10-07T10:00']] },
    '2026-10-09T09:00',
    null,
    'a pause of a working day',
  ],
  [
    '2026-10-05T09:00',
    '03 ngày làm việc',
    {
      pauses: [
        ['2026-10-06T15:00', '2026-10-07T10:00'],
        ['2026-10-06T10:00', '2026-10-06T16:00'],
      ],
    },
    '2026-10-09T09:00',
    null,
    'pauses that overlap count once',
  ],
  [
    '2026-10-05T09:00',
    '03 ngày làm việc',
    { pauses: [['2026-10-06T16:00', '2026-10-12T08:30']] },
    '2026-10-13T11:00',
    null,
    'a pause over a weekend',
  ],
  [
    '2026-10-05T09:00',
    '01 ngày làm việc',
    {
      pauses: [
        ['2026-10-05T10:00', '2026-10-06T10:00'],
        ['2026-10-07T08:00', '2026-10-07T08:30'],
        ['2026-10-07T10:00', '2026-10-07T11:00'],
      ],
    },
    '2026-10-07T09:30',
    null,
    'the second pause falls into the lengthened term, the third after its end',
  ],
  [
    '2026-10-05T09:00',
    '03 ngày',
    { pauses: [['2026-10-06T00:00', '2026-10-08T00:00']] },
    '2026-10-12T09:00',
    null,
    'plain days paused for two days, then rolled',
  ],
  [
    '2026-10-05T09:00',
    '03 ngày làm việc',
    { restart: '2026-10-12T14:00', pauses: [['2026-10-06T10:00', '2026-10-07T10:00']] },
    '2026-10-15T14:00',
    null,
    'a pause before the restart is over and done',
  ],
  ['2026-10-05T09:00', '03 ngày làm việc', { target: '-30%' }, '2026-10-08T09:00', '2026-10-07T09:48', '30 % less'],
  ['2026-10-05T09:00', '03 ngày làm việc', { target: '50%' }, '2026-10-08T09:00', '2026-10-06T14:30', 'half'],
  ['2026-10-05T09:00', '03 ngày làm việc', { target: '16h' }, '2026-10-08T09:00', '2026-10-07T09:00', '16 hours'],
  ['2026-10-05T09:00', '01 ngày làm việc', { target: '16h' }, '2026-10-06T09:00', '2026-10-06T09:00', 'never later'],
  [
    '2026-10-05T09:00',
    '03 ngày làm việc',
    { target: '50%', pauses: [['2026-10-06T08:00', '2026-10-06T09:00']] },
    '2026-10-08T10:00',
    '2026-10-06T15:30',
    'a pause lengthens the target too',
  ],
];

const MACHINES = ['UTC', 'America/New_York', 'Asia/Ho_Chi_Minh', 'Pacific/Apia'] as const;
const ZONE_AT_START = process.env.TZ;

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

afterEach(() => {
  if (ZONE_AT_START === undefined) delete process.env.TZ;
  else process.env.TZ = ZONE_AT_START;
});

describe.each(MACHINES)('on a machine set to %s', (zone) => {
  const inZone = () => {
    process.env.TZ = zone;
    return createWorkingCalendar(vnOffice);
  };

  it.each(DUE)('received %s, "%s": %s (%s)', (received, wording, due) => {
    expect(formatMinute(asked(inZone(), received, wording).due)).toBe(due);
  });

  it.each(WITH)('received %s, "%s" with %j: %s, target %s (%s)', (received, wording, options, due, target) => {
    const answer = asked(inZone(), received, wording, options);
    expect(formatMinute(answer.due)).toBe(due);
    expect(answer.target === null ? null : formatMinute(answer.target)).toBe(target);
  });
});

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
