import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleCalendar } from '../calendar/example-calendar.ts';
import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import { formatDay, formatMinute, parseWallTime } from '../time/wall-time.ts';
import { type ReappointmentQuestion, type ReappointmentRule, reappointment } from './re-appointment.ts';

const calendar = createWorkingCalendar(exampleCalendar);
const once: ReappointmentRule = { most: 1, apologyDaysBefore: 1, source: 'invented', confidence: 'uncertain' };
const at = (text: string): number => parseWallTime(text)?.minute ?? Number.NaN;

/* In January 2026 the 5th is a Monday; 3 March is off. */
const question: ReappointmentQuestion = {
  appointment: '2026-01-08T09:00',
  proposed: '2026-01-13T09:00',
  already: 0,
  now: at('2026-01-06T10:00'),
};
const ask = (change: Partial<ReappointmentQuestion> = {}, rule = once) =>
  reappointment(calendar, rule, { ...question, ...change });

describe('a new appointment', () => {
  it('may be given once, and counts from then on', () => {
    const answer = ask();
    expect(answer).toMatchObject({ allowed: true, reasons: [], apologyInTime: true, confidence: 'uncertain' });
    expect(answer.authoritative && formatMinute(answer.authoritative.minute)).toBe('2026-01-13T09:00');
    expect(answer.apologyBy && formatDay(answer.apologyBy)).toBe('2026-01-07');
  });

  it.each<[string, Partial<ReappointmentQuestion>, string]>([
    ['a second time', { already: 1 }, 'too-many'],
    ['to the same moment', { proposed: '2026-01-08T09:00' }, 'not-later'],
    ['to an earlier day', { proposed: '2026-01-07' }, 'not-later'],
    [
      'to a moment of the very day that was promised',
      { appointment: '2026-01-08', proposed: '2026-01-08T15:00' },
      'not-later',
    ],
    ['to a day that is over', { now: at('2026-01-14T08:00') }, 'in-the-past'],
    ['to a Sunday', { proposed: '2026-01-11T09:00' }, 'rest-day'],
    ['to a day that does not exist', { proposed: '2026-02-30' }, 'malformed'],
    ['to no day', { proposed: '' }, 'malformed'],
    ['beyond the calendar', { proposed: '2028-01-11T09:00' }, 'outside-calendar'],
    ['after half an appointment', { already: 0.5 }, 'malformed'],
  ])('may not be given %s', (_, change, reason) => {
    const answer = ask(change);
    expect(answer).toMatchObject({ allowed: false, reasons: [reason] });
    expect(answer.authoritative && formatDay(answer.authoritative.day)).toBe('2026-01-08');
  });

  it('says every reason, and nothing of an appointment that cannot be read', () => {
    expect(ask({ already: 3, proposed: '2026-01-04' }).reasons).toEqual([
      'too-many',
      'not-later',
      'in-the-past',
      'rest-day',
    ]);
    expect(ask({ appointment: 'soon', proposed: 'later' })).toEqual({
      allowed: false,
      reasons: ['malformed'],
      apologyBy: null,
      apologyInTime: false,
      authoritative: null,
      confidence: 'uncertain',
    });
  });

  it.each([
    ['2026-01-08T09:00', '2026-01-07', 'the day before'],
    ['2026-01-12T09:00', '2026-01-09', 'the last working day before: Sunday is no day to send a letter'],
    ['2026-03-04T09:00', '2026-03-02', 'over a day off'],
    ['2026-03-08T09:00', '2026-03-07', 'the worked Saturday'],
  ])('for %s the apology is out by %s: %s', (appointment, by) => {
    const { apologyBy } = ask({ appointment, proposed: '2026-06-01', now: at('2026-01-05T08:00') });
    expect(apologyBy && formatDay(apologyBy)).toBe(by);
  });

  it('is in time up to the end of that day', () => {
    expect(ask({ now: at('2026-01-07T23:59') }).apologyInTime).toBe(true);
    expect(ask({ now: at('2026-01-08T00:00') })).toMatchObject({ apologyInTime: false, allowed: true });
  });

  it('follows another order of procedure', () => {
    expect(ask({ already: 1 }, { ...once, most: 2, apologyDaysBefore: 0 })).toMatchObject({ allowed: true });
    expect(ask({}, { ...once, most: 0 }).reasons).toEqual(['too-many']);
  });

  it('finds no day for the apology before the calendar begins', () => {
    expect(ask({ appointment: '2026-01-01T09:00' }).apologyBy).toBeNull();
  });

  it('never throws', () => {
    const text = fc.oneof(fc.string(), fc.integer({ min: at('2025-12-01'), max: at('2027-02-01') }).map(formatMinute));
    fc.assert(
      fc.property(text, text, fc.double(), fc.double(), (appointment, proposed, already, now) => {
        const answer = reappointment(calendar, once, { appointment, proposed, already, now });
        expect(answer.allowed).toBe(answer.reasons.length === 0);
        if (answer.allowed) expect(answer.authoritative).not.toBeNull();
      }),
    );
  });
});
