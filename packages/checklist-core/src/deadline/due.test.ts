import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarData } from '../calendar/calendar-data.ts';
import { exampleCalendar, exampleNights } from '../calendar/example-calendar.ts';
import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import { dayOfMinute, formatDay, formatMinute, parseWallTime } from '../time/wall-time.ts';
import { type DueQuestion, dueOf } from './due.ts';
import type { Pause } from './pause.ts';
import type { Term } from './term.ts';

function at(text: string): number {
  const time = parseWallTime(text);
  if (time === null) throw new Error(`not a time: ${text}`);
  return time.minute;
}

/** Without open Saturdays: there somebody who comes on Saturday is served before one who came on Friday night. */
const office: CalendarData = { ...exampleCalendar, days: exampleCalendar.days.filter(({ kind }) => kind !== 'open') };
const received = fc.integer({ min: at('2026-01-10'), max: at('2026-06-30') });
const n = fc.integer({ min: 1, max: 20 });
const term: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ kind: fc.constantFrom('working-days', 'working-hours', 'calendar-days', 'hours'), n }),
  fc.record({ kind: fc.constant('months'), n: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constantFrom('same-day', 'immediate'), lateAfter: fc.constantFrom('09:00', '15:00') }),
);
const pauses = fc.array(
  fc.tuple(received, fc.integer({ min: 0, max: 3000 })).map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 4 },
);

describe.each([
  ['office', office],
  ['nights', exampleNights],
])('laws of terms: %s', (_, data) => {
  const calendar = createWorkingCalendar(data);
  const answerTo = (question: DueQuestion) => {
    const answer = dueOf(calendar, question);
    if (!answer.ok) throw new Error(answer.reason);
    return answer;
  };

  it('a term ends after it began, and begins on receipt or later', () => {
    fc.assert(
      fc.property(received, term, (t, given) => {
        const { start, due } = answerTo({ received: t, term: given });
        expect(start).toBeGreaterThanOrEqual(t);
        expect(due).toBeGreaterThanOrEqual(start);
      }),
    );
  });

  it('days of work are as many as the term says, counted one by one from texts', () => {
    const works = worksOn(data);
    fc.assert(
      fc.property(received, n, (t, days) => {
        const { start, due } = answerTo({ received: t, term: { kind: 'working-days', n: days } });
        let day = dayOfMinute(start);
        for (let left = days; left > 0; ) if (works(++day)) left--;
        expect(formatDay(dayOfMinute(due))).toBe(formatDay(day));
      }),
    );
  });

  it('hours of work are as many as the term says', () => {
    fc.assert(
      fc.property(received, n, (t, hours) => {
        const { due } = answerTo({ received: t, term: { kind: 'working-hours', n: hours } });
        expect(calendar.between(t, due)).toBe(hours * 60);
      }),
    );
  });

  it('who comes first is not served on a later day', () => {
    fc.assert(
      fc.property(received, fc.integer({ min: 0, max: 5000 }), term, (t, wait, given) => {
        const first = answerTo({ received: t, term: given });
        const second = answerTo({ received: t + wait, term: given });
        expect(dayOfMinute(first.due)).toBeLessThanOrEqual(dayOfMinute(second.due));
      }),
    );
  });

  it('a pause never shortens a term, and none is needed twice', () => {
    fc.assert(
      fc.property(received, term, pauses, (t, given, list) => {
        const plain = answerTo({ received: t, term: given });
        const paused = answerTo({ received: t, term: given, pauses: list });
        expect(paused.due).toBeGreaterThanOrEqual(plain.due);
        const twice = answerTo({ received: t, term: given, pauses: [...list, ...list].reverse() });
        expect(twice.due).toBe(paused.due);
        const after = { from: plain.due, to: plain.due + 1000 };
        expect(answerTo({ received: t, term: given, pauses: [after] }).due).toBe(plain.due);
      }),
    );
  });

  it('a pause is the same in one piece, in several that touch, and noted twice', () => {
    const cut = fc.integer({ min: 0, max: 3000 });
    fc.assert(
      fc.property(received, term, received, cut, cut, (t, given, from, a, b) => {
        const [middle, to] = [from + Math.min(a, b), from + Math.max(a, b)];
        const dueWith = (list: readonly Pause[]) => answerTo({ received: t, term: given, pauses: list }).due;
        const whole = dueWith([{ from, to }]);
        expect(
          dueWith([
            { from: middle, to },
            { from, to: middle },
          ]),
        ).toBe(whole);
        expect(
          dueWith([
            { from, to: middle },
            { from, to },
          ]),
        ).toBe(whole);
      }),
      // Where the end with the first part alone is a clock time at which nobody works on that day.
      {
        examples: [
          [29712541, { kind: 'calendar-days', n: 17 }, 29712947, 1904, 2893],
          [29466720, { kind: 'calendar-days', n: 3 }, 29466729, 1801, 2880],
        ],
      },
    );
  });

  it('a target is no later than the term and grows with its share', () => {
    const percent = fc.integer({ min: 1, max: 100 });
    fc.assert(
      fc.property(received, term, pauses, percent, percent, (t, given, list, a, b) => {
        const aim = (share: number) =>
          answerTo({ received: t, term: given, pauses: list, target: { kind: 'share', percent: share } });
        const [small, large] = [aim(Math.min(a, b)), aim(Math.max(a, b))];
        expect(small.target).toBeLessThanOrEqual(large.target ?? Number.NaN);
        expect(large.target).toBeLessThanOrEqual(large.due);
      }),
    );
  });

  it('beginning anew is receiving then', () => {
    fc.assert(
      fc.property(received, fc.integer({ min: 0, max: 50_000 }), term, (t, later, given) => {
        const restart = t + later;
        const { due } = answerTo({ received: t, restart, term: given });
        expect(due).toBe(answerTo({ received: restart, term: given }).due);
      }),
    );
  });

  it('the end of the day is a closing, no earlier than the clock time', () => {
    const days: fc.Arbitrary<Term> = fc.record({ kind: fc.constantFrom('working-days', 'calendar-days'), n });
    fc.assert(
      fc.property(received, days, (t, given) => {
        const clock = answerTo({ received: t, term: given });
        const end = answerTo({ received: t, term: given, count: 'end-of-day' });
        expect(end.due).toBeGreaterThanOrEqual(clock.due);
        const day = dayOfMinute(end.due - 1);
        // A shift over midnight closes on the day after the one it belongs to.
        const closings = [day - 1, day].map((each) => calendar.spans(each).at(-1)?.end);
        expect(closings).toContain(end.due);
      }),
    );
  });
});

describe('dueOf', () => {
  const calendar = createWorkingCalendar(exampleCalendar);
  const question: DueQuestion = { received: at('2026-03-02T09:00'), term: { kind: 'working-days', n: 3 } };

  it.each<[string, Partial<DueQuestion>]>([
    ['no moment', { received: Number.NaN }],
    ['half a minute', { received: question.received + 0.5 }],
    ['no days', { term: { kind: 'working-days', n: 0 } }],
    ['half a month', { term: { kind: 'months', n: 0.5 } }],
    ['a length without end', { term: { kind: 'hours', n: Number.POSITIVE_INFINITY } }],
    ['an hour of no day', { term: { kind: 'same-day', lateAfter: '24:00' } }],
    ['a pause backwards', { pauses: [{ from: 10, to: 9 }] }],
    ['a restart before the receipt', { restart: question.received - 1 }],
    ['more than the whole', { target: { kind: 'share', percent: 130 } }],
    ['no hours', { target: { kind: 'working-hours', n: 0 } }],
  ])('refuses %s', (_, change) => {
    const answer = dueOf(calendar, { ...question, ...change });
    expect(answer).toEqual({ ok: false, reason: 'malformed', calendar: 'example@1.2.3' });
  });

  it('never throws, whatever it is asked', () => {
    const anything = fc.oneof(fc.integer(), fc.double(), fc.maxSafeInteger(), received);
    fc.assert(
      fc.property(anything, anything, anything, anything, term, (a, b, from, to, given) => {
        const odd = { ...question, received: a, restart: b, term: given, pauses: [{ from, to }] };
        const answer = dueOf(calendar, odd);
        expect(answer.ok ? answer.due >= a : answer.reason).toBeTruthy();
      }),
      { numRuns: 2000 },
    );
  });
});

/** A second opinion that shares no code with the engine. */
function worksOn(data: CalendarData): (day: number) => boolean {
  return (day) => {
    const date = new Date(day * 86_400_000);
    const entry = data.days.find((each) => each.date === date.toISOString().slice(0, 10));
    if (entry !== undefined) return entry.kind === 'work';
    return (
      data.week[(['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const)[date.getUTCDay()] ?? 'sun'].length > 0
    );
  };
}

it('says which way a clock time moved that the last day has not', () => {
  const calendar = createWorkingCalendar(exampleCalendar);
  const oneDay: Term = { kind: 'working-days', n: 1 };
  // 14 March is a make-up day from 8 to 10.
  const ends = ['2026-03-13T07:40', '2026-03-13T09:00', '2026-03-13T16:00'].map((text) => {
    const answer = dueOf(calendar, { received: at(text), term: oneDay });
    return answer.ok ? [formatMinute(answer.due), answer.rules.at(-1)] : [];
  });
  expect(ends).toEqual([
    ['2026-03-14T08:00', 'moved-to-opening'],
    ['2026-03-14T09:00', 'clock-time-kept'],
    ['2026-03-14T10:00', 'moved-into-hours'],
  ]);
});
