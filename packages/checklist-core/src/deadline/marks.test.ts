import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleCalendar } from '../calendar/example-calendar.ts';
import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import { formatMinute, parseWallTime } from '../time/wall-time.ts';
import { type DossierTimes, type MarkDoubt, marksOf } from './marks.ts';

const calendar = createWorkingCalendar(exampleCalendar);
const at = (text: string): number => parseWallTime(text)?.minute ?? Number.NaN;

/* In January 2026 the 5th is a Monday; Wednesday afternoons are free. */
const now = at('2026-01-06T08:30');
const dossier: DossierTimes = {
  received: '2026-01-05T09:32:10',
  term: { kind: 'working-days', n: 3 },
  appointment: '2026-01-08T09:00',
};
const ask = (change: Partial<DossierTimes> = {}) => marksOf(calendar, { ...dossier, ...change }, now);

describe('the marks of a dossier', () => {
  it('are the law, the appointment, the aim and the step, each with its time left', () => {
    const marks = ask({ stepDue: '2026-01-06T10:30', target: { kind: 'share', percent: 50 } });
    expect(marks).toMatchObject({ authoritative: 'appointment', doubts: [], calendar: 'example@1.2.3' });
    expect([marks.statutory, marks.appointment, marks.target, marks.step].map((mark) => mark?.due)).toEqual([
      '2026-01-08T09:32',
      '2026-01-08T09:00',
      '2026-01-06T13:02',
      '2026-01-06T10:30',
    ]);
    expect(marks.statutory?.rules).toEqual(['receipt-day-not-counted', 'working-days-only', 'clock-time-kept']);
    expect(marks.appointment?.remaining).toMatchObject({ state: 'running', minutes: 420 + 240 + 90 });
    expect(marks.target?.remaining).toMatchObject({ state: 'due-today', minutes: 180 + 2 });
    expect(marks.step?.remaining).toMatchObject({ state: 'due-today', minutes: 120 });
    expect(marks.appointment?.rules).toEqual([]);
  });

  it('let the law count where no appointment is printed', () => {
    expect(ask({ appointment: null })).toMatchObject({ authoritative: 'statutory', appointment: null });
    expect(ask({ appointment: null, term: null })).toMatchObject({ authoritative: null, statutory: null });
    expect(ask({ appointment: null, term: { kind: 'unspecified' } })).toMatchObject({
      authoritative: null,
      doubts: [],
    });
  });

  it.each<[string, Partial<DossierTimes>, readonly MarkDoubt[]]>([
    ['nothing odd', {}, []],
    ['the hour rounded up to the quarter', { appointment: '2026-01-08T09:45' }, []],
    ['only the day of the appointment', { appointment: '2026-01-08' }, []],
    ['a day earlier', { appointment: '2026-01-07T09:00' }, ['appointment-before-term']],
    ['a day later', { appointment: '2026-01-09T09:00' }, ['appointment-after-term']],
    ['a new appointment', { appointment: '2026-01-13T09:00', reappointments: 1 }, []],
    ['a third one', { appointment: '2026-01-13T09:00', reappointments: 2 }, ['reappointed-again']],
    [
      'the receipt in its place, an hour off',
      { appointment: '2026-01-05T08:00' },
      ['due-before-received', 'appointment-before-term'],
    ],
    ['a Sunday', { appointment: '2026-01-11T09:00', term: null }, ['appointment-on-rest-day']],
    ['a people’s Saturday', { appointment: '2026-03-21T09:00', term: null }, []],
    ['an appointment that is none', { appointment: '30/02/2026' }, ['appointment-malformed']],
    ['a receipt that is none', { received: 'hôm nay' }, ['received-malformed']],
    ['a step that is none', { stepDue: '2026-13-01' }, ['step-malformed']],
    ['a step after the whole', { stepDue: '2026-01-09' }, ['step-after-appointment']],
    ['only the day of receipt', { received: '2026-01-05' }, ['receipt-hour-unknown']],
    ['a pause backwards', { pauses: [{ from: 10, to: 9 }] }, ['malformed']],
    ['a term of no days', { term: { kind: 'working-days', n: 0 } }, ['malformed']],
    ['a term that names no length', { term: { kind: 'unspecified' } }, []],
    ['a receipt long ago', { received: '2020-01-06T09:00' }, ['outside-calendar']],
    ['an appointment in years', { appointment: '2030-01-08' }, ['outside-calendar']],
    [
      'a supplement, and the portal merely paused',
      { restart: '2026-01-12T14:00', appointment: '2026-01-13T09:00' },
      ['not-restarted'],
    ],
    ['a supplement, and a new appointment', { restart: '2026-01-12T14:00', appointment: '2026-01-15T14:00' }, []],
    ['a supplement before the receipt', { restart: '2026-01-02T14:00' }, ['restart-malformed']],
  ])('%s: %j has the doubts %j', (_, change, doubts) => {
    expect(ask(change).doubts).toEqual(doubts);
  });

  it('count a receipt without an hour from that day, to closing', () => {
    expect(ask({ received: '2026-01-05' }).statutory?.due).toBe('2026-01-08T17:00');
    expect(ask({ received: '2026-01-05', term: { kind: 'working-hours', n: 4 } }).statutory?.due).toBe(
      '2026-01-05T11:30',
    );
  });

  it('begin anew after a supplement', () => {
    expect(ask({ restart: '2026-01-12T14:00' }).statutory).toMatchObject({
      due: '2026-01-15T14:00',
      rules: expect.arrayContaining(['restarted']),
    });
  });

  it.each<[string, Partial<DossierTimes>, string | undefined]>([
    ['30 % less than the term', { target: { kind: 'share', percent: 70 } }, '2026-01-07T07:32'],
    ['half', { target: { kind: 'share', percent: 50 } }, '2026-01-06T13:02'],
    ['16 working hours', { target: { kind: 'working-hours', n: 16 } }, '2026-01-07T09:32'],
    [
      '33 % of 1,168 minutes, which are 385.44: 385',
      { term: null, target: { kind: 'share', percent: 33 } },
      '2026-01-06T07:57',
    ],
    ['never after the appointment', { target: { kind: 'share', percent: 100 } }, '2026-01-08T09:00'],
    [
      'half of what was promised, where no term is known',
      { term: null, target: { kind: 'share', percent: 50 } },
      '2026-01-06T11:16',
    ],
    ['nothing to halve', { term: null, appointment: null, target: { kind: 'share', percent: 50 } }, undefined],
    ['no such share', { term: null, target: { kind: 'share', percent: Number.NaN } }, undefined],
    [
      'an appointment before the receipt',
      { term: null, appointment: '2026-01-02', target: { kind: 'share', percent: 50 } },
      undefined,
    ],
  ])('aim at %s', (_, change, due) => {
    expect(ask(change).target?.due).toBe(due);
  });

  it('show an appointment before the receipt, and let the law count', () => {
    const marks = ask({ appointment: '2026-01-02T09:00', target: { kind: 'share', percent: 50 } });
    expect(marks).toMatchObject({ authoritative: 'statutory', appointment: { due: '2026-01-02T09:00' } });
    expect(marks.target?.due).toBe('2026-01-06T13:02');
    expect(ask({ appointment: '2026-01-02T09:00', term: null }).authoritative).toBeNull();
  });

  it('lose a target that is none, and nothing else', () => {
    const marks = ask({ target: { kind: 'share', percent: 0 } });
    expect(marks).toMatchObject({ target: null, statutory: { due: '2026-01-08T09:32' }, doubts: ['malformed'] });
  });

  it('give both dates where the calendar is uncertain, and doubt neither', () => {
    const over = { ...dossier, received: '2026-04-06T09:00', term: { kind: 'working-days', n: 1 } as const };
    const marks = marksOf(calendar, { ...over, appointment: '2026-04-07T09:00' }, at('2026-04-06T10:00'));
    expect(marks.statutory?.due).toBe('2026-04-08T09:00');
    expect(marks.statutory?.otherwise).toMatchObject({ due: '2026-04-07T09:00', days: [{ date: '2026-04-07' }] });
    expect(marks.doubts).toEqual(['appointment-on-rest-day']);
    expect(marksOf(calendar, { ...over, appointment: '2026-04-08' }, at('2026-04-06T10:00')).doubts).toEqual([]);
  });

  it('stand still together', () => {
    const marks = ask({ pausedSince: '2026-01-05T15:32', target: { kind: 'working-hours', n: 8 } });
    expect([marks.statutory, marks.appointment, marks.target].map((mark) => mark?.remaining.state)).toEqual([
      'paused',
      'paused',
      'paused',
    ]);
    expect(marks.target?.remaining.minutes).toBe(210);
    expect(ask({ paused: true }).appointment?.remaining.minutes).toBeNull();
  });

  it('never throw, and never aim after what counts', () => {
    const text = fc.option(
      fc.oneof(fc.string(), fc.integer({ min: at('2025-12-25'), max: at('2027-01-05') }).map(formatMinute)),
    );
    const term = fc.option(
      fc.record({ kind: fc.constantFrom('working-days', 'working-hours', 'calendar-days', 'months'), n: fc.double() }),
    );
    const percent = fc.integer({ min: -5, max: 130 });
    fc.assert(
      fc.property(
        text,
        term,
        text,
        text,
        percent,
        fc.integer(),
        (received, given, appointment, stepDue, share, when) => {
          const times = {
            received,
            term: given,
            appointment,
            stepDue,
            target: { kind: 'share', percent: share },
          } as const;
          const marks = marksOf(calendar, times, when);
          const counts = marks.authoritative === null ? null : marks[marks.authoritative];
          if (marks.target !== null) expect(marks.target.due <= `${counts?.due}T99`).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
