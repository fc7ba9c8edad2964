import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, formatMinute, parseDay, parseWallTime } from '../time/wall-time.ts';
import type { CalendarData } from './calendar-data.ts';
import { exampleCalendar, exampleNights } from './example-calendar.ts';
import { createWorkingCalendar, type WorkingCalendar } from './working-calendar.ts';

function at(text: string): number {
  const time = parseWallTime(text);
  if (time === null) throw new Error(`not a time: ${text}`);
  return time.minute;
}

const day = (text: string): number => parseDay(text) ?? Number.NaN;

const office = createWorkingCalendar(exampleCalendar);
const nights = createWorkingCalendar(exampleNights);

describe('add: the earliest instant', () => {
  it.each([
    ['2026-01-06T08:00', 30, '2026-01-06T08:30', 'within a shift'],
    ['2026-01-06T11:00', 60, '2026-01-06T13:30', 'over lunch'],
    ['2026-01-06T11:00', 30, '2026-01-06T11:30', 'to lunch, not to its end'],
    ['2026-01-06T12:00', 60, '2026-01-06T14:00', 'from lunch'],
    ['2026-01-06T06:00', 60, '2026-01-06T08:30', 'before opening'],
    ['2026-01-06T16:00', 60, '2026-01-06T17:00', 'to closing, not to the next opening'],
    ['2026-01-06T17:00', 60, '2026-01-07T08:30', 'from closing'],
    ['2026-01-06T22:00', 60, '2026-01-07T08:30', 'after closing'],
    ['2026-01-07T10:30', 120, '2026-01-08T08:30', 'over a free afternoon'],
    ['2026-01-09T16:30', 60, '2026-01-12T08:00', 'over the weekend'],
    ['2026-01-10T12:00', 1, '2026-01-12T07:31', 'from a Saturday'],
    ['2026-03-02T16:00', 120, '2026-03-04T08:30', 'over a day off'],
    ['2026-03-06T16:00', 120, '2026-03-07T08:30', 'into a worked Saturday, with the hours of a Monday'],
    ['2026-03-13T16:00', 240, '2026-03-16T08:30', 'through a short worked Saturday'],
    ['2026-03-20T16:00', 120, '2026-03-23T08:30', 'over a Saturday that is open but not counted'],
    ['2026-01-06T12:00', 0, '2026-01-06T12:00', 'nothing'],
    ['2026-01-06T13:30', -60, '2026-01-06T11:00', 'backwards'],
  ])('%s + %d minutes = %s (%s)', (from, minutes, to) => {
    expect(formatMinute(office.add(at(from), minutes))).toBe(to);
  });

  it.each([
    ['2026-01-05T22:00', 480, '2026-01-06T06:00', 'a whole night'],
    ['2026-01-05T23:00', 120, '2026-01-06T01:00', 'over midnight'],
    ['2026-01-06T05:59', 2, '2026-01-06T13:01', 'from the end of a night'],
    ['2026-01-06T23:00', 420, '2026-01-07T06:00', 'into a day without shifts of its own'],
    ['2026-01-09T23:59', 2, '2026-01-10T00:01', 'from a shift that ends at midnight into one that begins there'],
    ['2026-01-10T23:59', 2, '2026-01-11T00:01', 'two minutes around midnight'],
    ['2026-03-02T12:00', 60, '2026-03-03T14:00', 'a night that is off'],
    ['2026-03-08T22:30', 60, '2026-03-08T23:30', 'a worked Sunday night'],
  ])('at night: %s + %d minutes = %s (%s)', (from, minutes, to) => {
    expect(formatMinute(nights.add(at(from), minutes))).toBe(to);
  });
});

describe('subtract: the latest instant', () => {
  it.each([
    ['2026-01-06T13:30', 60, '2026-01-06T11:00', 'over lunch'],
    ['2026-01-06T13:30', 30, '2026-01-06T13:00', 'to the end of lunch'],
    ['2026-01-06T17:00', 480, '2026-01-06T07:30', 'to opening, not to the last closing'],
    ['2026-01-06T07:30', 60, '2026-01-05T16:00', 'from opening'],
    ['2026-01-12T07:30', 1, '2026-01-09T16:59', 'over the weekend'],
    ['2026-03-04T08:30', 120, '2026-03-02T16:00', 'over a day off'],
    ['2026-01-06T12:00', 0, '2026-01-06T12:00', 'nothing'],
    ['2026-01-06T11:00', -60, '2026-01-06T13:30', 'forwards'],
  ])('%s - %d minutes = %s (%s)', (from, minutes, to) => {
    expect(formatMinute(office.subtract(at(from), minutes))).toBe(to);
  });
});

describe('days', () => {
  it('knows working days', () => {
    const working = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-07', '2026-03-08', '2026-03-14', '2026-03-21'];
    expect(working.filter((text) => office.isWorkingDay(day(text)))).toEqual([
      '2026-03-02',
      '2026-03-04',
      '2026-03-07',
      '2026-03-14',
    ]);
  });

  it('finds the next one', () => {
    expect(formatDay(office.nextWorkingDay(day('2026-03-02')))).toBe('2026-03-04');
    expect(formatDay(office.nextWorkingDay(day('2026-03-06')))).toBe('2026-03-07');
    expect(formatDay(office.nextWorkingDay(day('2026-03-21')))).toBe('2026-03-23');
  });

  it.each([
    ['2026-03-02T15:20', 1, '2026-03-04T15:20'],
    ['2026-03-02T15:20', 0, '2026-03-02T15:20'],
    ['2026-03-05T15:20', 2, '2026-03-07T15:20'],
    ['2026-03-08T15:20', 1, '2026-03-09T15:20'],
    ['2026-03-08T15:20', -1, '2026-03-07T15:20'],
    ['2026-03-04T09:00', -1, '2026-03-02T09:00'],
    ['2026-03-04T09:00', -2, '2026-02-27T09:00'],
  ])('%s and %d working days = %s', (from, n, to) => {
    expect(formatMinute(office.addWorkingDays(at(from), n))).toBe(to);
  });

  it('counts them, the first day left out', () => {
    expect(office.workingDaysBetween(day('2026-03-02'), day('2026-03-07'))).toBe(4);
    expect(office.workingDaysBetween(day('2026-03-07'), day('2026-03-02'))).toBe(-4);
    expect(office.workingDaysBetween(day('2026-03-07'), day('2026-03-08'))).toBe(0);
  });

  it('counts the days it adds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 60 }), (offset, n) => {
        const from = day('2026-01-02') + offset;
        const to = office.addWorkingDays(from * 1440 + 600, n) / 1440;
        expect(office.workingDaysBetween(from, Math.floor(to))).toBe(n);
      }),
    );
  });

  it('gives the spans of a day', () => {
    const spans = office.spans(day('2026-03-07')).map(({ start, end }) => [formatMinute(start), formatMinute(end)]);
    expect(spans).toEqual([
      ['2026-03-07T07:30', '2026-03-07T11:30'],
      ['2026-03-07T13:00', '2026-03-07T17:00'],
    ]);
    expect(office.spans(day('2026-03-21'))).toEqual([]);
  });
});

describe('uncertain days', () => {
  it('are named where they change the figure', () => {
    const dates = (a: string, b: string) => office.uncertainDaysBetween(at(a), at(b)).map(({ date }) => date);
    expect(dates('2026-04-06T08:00', '2026-04-08T08:00')).toEqual(['2026-04-07']);
    expect(dates('2026-04-08T08:00', '2026-04-06T08:00')).toEqual(['2026-04-07']);
    expect(dates('2026-04-06T08:00', '2026-04-13T08:00')).toEqual(['2026-04-07', '2026-04-11']);
    expect(dates('2026-04-06T08:00', '2026-04-07T07:30')).toEqual([]);
    expect(dates('2026-04-07T17:00', '2026-04-10T08:00')).toEqual([]);
    expect(dates('2026-03-02T08:00', '2026-03-31T08:00')).toEqual([]);
  });

  it('are ordinary days in the other calendar', () => {
    expect(office.isWorkingDay(day('2026-04-07'))).toBe(false);
    expect(office.otherwise.isWorkingDay(day('2026-04-07'))).toBe(true);
    expect(office.isWorkingDay(day('2026-04-11'))).toBe(true);
    expect(office.otherwise.isWorkingDay(day('2026-04-11'))).toBe(false);
    expect(nights.otherwise).toBe(nights);
    expect(office.otherwise.otherwise).toBe(office.otherwise);
  });
});

describe('the range', () => {
  it('is answered for up to its last midnight', () => {
    expect(office.covers(at('2026-01-01T00:00'))).toBe(true);
    expect(office.covers(at('2027-01-01T00:00'))).toBe(true);
    expect(office.covers(at('2025-12-31T23:59'))).toBe(false);
    expect(office.covers(at('2027-01-01T00:01'))).toBe(false);
  });

  it.each<[string, (calendar: WorkingCalendar) => unknown]>([
    ['an instant before it', (c) => c.add(at('2025-12-31T10:00'), 10)],
    ['an answer after it', (c) => c.add(at('2026-12-31T16:59'), 2)],
    ['an answer before it', (c) => c.subtract(at('2026-01-01T07:31'), 2)],
    ['nothing added outside', (c) => c.add(at('2027-02-01T10:00'), 0)],
    ['a span that leaves it', (c) => c.between(at('2026-12-31T10:00'), at('2027-01-02T10:00'))],
    ['a day outside', (c) => c.isWorkingDay(day('2027-01-01'))],
    ['no next day', (c) => c.nextWorkingDay(day('2026-12-31'))],
    ['too many days', (c) => c.addWorkingDays(at('2026-12-01T10:00'), 100)],
    ['too many days back', (c) => c.addWorkingDays(at('2026-01-05T10:00'), -100)],
    ['not a number', (c) => c.isWorkingDay(Number.NaN)],
  ])('says so with its name: %s', (_, ask) => {
    expect(() => ask(office)).toThrow(RangeError);
    expect(() => ask(office)).toThrow(/example@1\.2\.3 answers from 2026-01-01 to 2026-12-31/);
  });

  it('reaches exactly to the last working minute', () => {
    expect(formatMinute(office.add(at('2026-12-31T16:00'), 60))).toBe('2026-12-31T17:00');
    expect(formatMinute(office.subtract(at('2026-01-01T08:30'), 60))).toBe('2026-01-01T07:30');
  });

  it('takes whole minutes only', () => {
    expect(() => office.add(at('2026-03-02T10:00'), 1.5)).toThrow(/whole number/);
    expect(() => office.subtract(at('2026-03-02T10:00'), Number.NaN)).toThrow(/whole number/);
  });
});

describe('data that cannot be counted', () => {
  const broken: [string, Partial<CalendarData>][] = [
    ['no range', { from: '2026-12-31', to: '2026-01-01' }],
    ['no date', { from: 'soon' }],
    ['no shift', { week: { ...exampleCalendar.week, mon: ['8-12'] } }],
    ['overlap', { week: { ...exampleCalendar.week, mon: ['07:30-11:30', '11:00-12:00'] } }],
    ['overlap over midnight', { week: { ...exampleCalendar.week, mon: ['22:00-08:00'] } }],
  ];
  it.each(broken)('is refused: %s', (_, change) => {
    expect(() => createWorkingCalendar({ ...exampleCalendar, ...change })).toThrow(RangeError);
  });
});

describe.each([
  ['office', office, exampleCalendar],
  ['nights', nights, exampleNights],
])('laws of counting: %s', (_, calendar, data) => {
  const first = at('2026-01-01');
  const last = at('2027-01-01');
  const anyMinute = fc.integer({ min: first, max: last });
  const inside = fc.integer({ min: at('2026-02-01'), max: at('2026-10-31') });
  const anyLength = fc.integer({ min: 0, max: 20 * 480 });

  it('between is additive and signed', () => {
    fc.assert(
      fc.property(anyMinute, anyMinute, anyMinute, (a, b, c) => {
        expect(calendar.between(a, b) + calendar.between(b, c)).toBe(calendar.between(a, c));
        expect(calendar.between(a, b) + calendar.between(b, a)).toBe(0);
      }),
    );
  });

  it('between grows with time, by at most one a minute', () => {
    fc.assert(
      fc.property(anyMinute, fc.integer({ min: 0, max: 5000 }), (a, length) => {
        const b = Math.min(last, a + length);
        const worked = calendar.between(a, b);
        expect(worked).toBeGreaterThanOrEqual(0);
        expect(worked).toBeLessThanOrEqual(b - a);
      }),
    );
  });

  it('add and subtract are as far away as they say', () => {
    fc.assert(
      fc.property(inside, anyLength, (t, length) => {
        expect(calendar.between(t, calendar.add(t, length))).toBe(length);
        expect(calendar.between(calendar.subtract(t, length), t)).toBe(length);
      }),
    );
  });

  it('add gives the earliest instant, subtract the latest', () => {
    fc.assert(
      fc.property(inside, fc.integer({ min: 1, max: 5000 }), (t, length) => {
        expect(calendar.between(t, calendar.add(t, length) - 1)).toBe(length - 1);
        expect(calendar.between(calendar.subtract(t, length) + 1, t)).toBe(length - 1);
      }),
    );
  });

  it('add and subtract undo each other within working time', () => {
    fc.assert(
      fc.property(inside, anyLength, (t, length) => {
        const working = calendar.between(t, t + 1) === 1;
        const worked = calendar.between(t - 1, t) === 1;
        if (working) expect(calendar.subtract(calendar.add(t, length), length)).toBe(t);
        if (worked) expect(calendar.add(calendar.subtract(t, length), length)).toBe(t);
      }),
    );
  });

  it('adding is monotone and may be split', () => {
    fc.assert(
      fc.property(inside, inside, anyLength, fc.integer({ min: 1, max: 5000 }), (a, b, m, n) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        expect(calendar.add(early, n)).toBeLessThanOrEqual(calendar.add(late, n));
        expect(calendar.add(calendar.add(a, m), n)).toBe(calendar.add(a, m + n));
      }),
    );
  });

  it('agrees with counting minute by minute', () => {
    const isWorked = workedMinuteByMinute(data);
    fc.assert(
      fc.property(inside, fc.integer({ min: 0, max: 21 * 1440 }), fc.integer({ min: 1, max: 2000 }), (a, length, n) => {
        let worked = 0;
        for (let minute = a; minute < a + length; minute++) if (isWorked(minute)) worked++;
        expect(calendar.between(a, a + length)).toBe(worked);

        let end = a;
        for (let left = n; left > 0; end++) if (isWorked(end)) left--;
        expect(calendar.add(a, n)).toBe(end);

        let start = a;
        for (let left = n; left > 0; start--) if (isWorked(start - 1)) left--;
        expect(calendar.subtract(a, n)).toBe(start);
      }),
      { numRuns: 150 },
    );
  });
});

/** A slow second opinion that shares no code with the engine: texts and the platform's UTC calendar only. */
function workedMinuteByMinute(data: CalendarData): (minute: number) => boolean {
  const worked = new Set<number>();
  for (let ms = Date.parse(`${data.from}T00:00Z`); ms <= Date.parse(`${data.to}T00:00Z`); ms += 86_400_000) {
    const date = new Date(ms).toISOString().slice(0, 10);
    const weekday = (['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const)[new Date(ms).getUTCDay()] ?? 'sun';
    const entry = data.days.find((each) => each.date === date);
    const special = entry?.kind === 'work' ? (entry.shifts ?? data.week.mon) : [];
    for (const shift of entry === undefined ? data.week[weekday] : special) {
      const [from = '', to = ''] = shift.split('-');
      const start = Date.parse(`${date}T${from}Z`) / 60_000;
      const sameDay = Date.parse(`${date}T${to}Z`) / 60_000;
      const end = sameDay < start ? sameDay + 1440 : sameDay;
      for (let minute = start; minute < end; minute++) worked.add(minute);
    }
  }
  return (minute) => worked.has(minute);
}
