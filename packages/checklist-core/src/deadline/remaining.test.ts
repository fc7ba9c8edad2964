import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleCalendar } from '../calendar/example-calendar.ts';
import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import { formatMinute, parseWallTime } from '../time/wall-time.ts';
import { type DeadlineFacts, remaining } from './remaining.ts';

const calendar = createWorkingCalendar(exampleCalendar);

function at(text: string): number {
  const time = parseWallTime(text);
  if (time === null) throw new Error(`not a time: ${text}`);
  return time.minute;
}

const ask = (now: string, facts: DeadlineFacts) => remaining(calendar, { now: at(now), ...facts });

describe('remaining', () => {
  it.each([
    ['2026-01-05T07:30', '2026-01-06T10:30', 'running', 660],
    ['2026-01-06T08:30', '2026-01-06T10:30', 'due-today', 120],
    ['2026-01-06T09:50:59', '2026-01-06T10:30:00', 'due-today', 40],
    ['2026-01-06T06:00', '2026-01-06T10:30', 'due-today', 180],
    ['2026-01-06T10:30', '2026-01-06T10:30', 'due-today', 0],
    ['2026-01-06T10:30', '2026-01-06T10:30:45', 'due-today', 0],
    ['2026-01-06T11:45', '2026-01-06T13:00', 'due-today', 0],
    ['2026-01-05T18:00', '2026-01-06T07:30', 'running', 0],
    ['2026-01-09T17:00', '2026-01-10T09:00', 'running', 0],
    ['2026-01-06T10:31', '2026-01-06T10:30', 'overdue', -1],
    ['2026-01-06T17:01', '2026-01-06T17:00', 'overdue', 0],
    ['2026-01-12T09:30', '2026-01-09T17:00', 'overdue', -120],
    ['2026-01-09T14:00', '2026-01-05T14:00', 'overdue', -(4 * 480 - 240)],
  ])('at %s, due %s: %s, %d minutes', (now, due, state, minutes) => {
    expect(ask(now, { due })).toMatchObject({ state, minutes });
  });

  describe('a due date without hour', () => {
    it.each([
      ['2026-01-06T15:00', '2026-01-06', 'due-today', 120],
      ['2026-01-06T17:30', '2026-01-06', 'due-today', 0],
      ['2026-01-06T23:59', '2026-01-06', 'due-today', 0],
      ['2026-01-07T00:00', '2026-01-06', 'overdue', 0],
      ['2026-01-07T08:00', '2026-01-06', 'overdue', -30],
      ['2026-01-05T15:00', '2026-01-07', 'running', 120 + 480 + 240],
      ['2026-01-09T15:00', '2026-01-10', 'running', 120],
      ['2026-01-10T15:00', '2026-01-10', 'due-today', 0],
      ['2026-12-31T15:00', '2026-12-31', 'due-today', 120],
    ])('at %s, due %s: %s, %d minutes', (now, due, state, minutes) => {
      expect(ask(now, { due })).toMatchObject({ state, minutes });
    });

    it('falls due at closing time, or at the end of a day nobody works', () => {
      const minuteOf = (due: string) => {
        const point = ask('2026-01-05T08:00', { due }).due;
        return point && formatMinute(point.minute);
      };
      expect(minuteOf('2026-01-06')).toBe('2026-01-06T17:00');
      expect(minuteOf('2026-01-07')).toBe('2026-01-07T11:30');
      expect(minuteOf('2026-01-10')).toBe('2026-01-11T00:00');
    });
  });

  it.each([
    [null, 'no-due'],
    ['', 'no-due'],
    ['31/02/2026', 'malformed'],
    ['2026-02-30', 'malformed'],
    ['2027-01-05T09:00', 'outside-calendar'],
    ['2027-01-01', 'outside-calendar'],
    ['2025-12-31T09:00', 'outside-calendar'],
  ])('due %j is unknown: %s', (due, reason) => {
    expect(ask('2026-01-06T08:30', { due })).toEqual({
      state: 'unknown',
      minutes: null,
      due: null,
      uncertain: null,
      reason,
    });
  });

  it('is unknown at a time the calendar does not know', () => {
    expect(ask('2027-03-01T08:30', { due: '2026-12-30' })).toMatchObject({ reason: 'outside-calendar' });
  });

  describe('a clock that stands still', () => {
    it('keeps what was left when it stopped', () => {
      const paused = ask('2026-03-30T08:00', { due: '2026-01-06T10:30', pausedSince: '2026-01-05T15:00' });
      expect(paused).toMatchObject({ state: 'paused', minutes: 120 + 180 });
    });

    it('keeps how late it was', () => {
      const paused = ask('2026-03-30T08:00', { due: '2026-01-05T15:00', pausedSince: '2026-01-05T16:00' });
      expect(paused).toMatchObject({ state: 'paused', minutes: -60 });
    });

    it.each<DeadlineFacts>([
      { due: '2026-01-06T10:30', paused: true },
      { due: '2026-01-06T10:30', pausedSince: 'last week' },
      { due: '2026-01-06T10:30', pausedSince: '2024-01-06T10:30' },
      { due: null, paused: true },
      { due: 'soon', pausedSince: '2026-01-05T15:00' },
    ])('is paused without a figure: %j', (facts) => {
      expect(ask('2026-03-30T08:00', facts)).toMatchObject({ state: 'paused', minutes: null });
    });

    it('runs if it is said not to be paused', () => {
      expect(ask('2026-01-06T08:30', { due: '2026-01-06T10:30', paused: false }).state).toBe('due-today');
    });
  });

  describe('days that may or may not be holidays', () => {
    it('give the other figure, with their names', () => {
      const over = ask('2026-04-06T16:00', { due: '2026-04-08T08:30' });
      expect(over).toMatchObject({ minutes: 120, uncertain: { minutes: 600, days: [{ date: '2026-04-07' }] } });
    });

    it('give it for an uncertain worked day, and for lateness', () => {
      expect(ask('2026-04-10T16:00', { due: '2026-04-13T08:30' })).toMatchObject({
        minutes: 600,
        uncertain: { minutes: 120, days: [{ date: '2026-04-11' }] },
      });
      expect(ask('2026-04-08T08:30', { due: '2026-04-06T16:00' })).toMatchObject({
        minutes: -120,
        uncertain: { minutes: -600 },
      });
    });

    it('stay silent where they change nothing', () => {
      expect(ask('2026-04-08T08:30', { due: '2026-04-09T08:30' }).uncertain).toBeNull();
      // One day fewer and one day more: the figures are equal.
      expect(ask('2026-04-06T16:00', { due: '2026-04-13T08:30' }).uncertain).toBeNull();
    });
  });

  it('never throws and never grows while time passes', () => {
    const minute = fc.integer({ min: at('2026-01-01'), max: at('2027-01-01') });
    fc.assert(
      fc.property(minute, minute, minute, (a, b, dueMinute) => {
        const due = formatMinute(dueMinute);
        const early = remaining(calendar, { now: Math.min(a, b), due });
        const late = remaining(calendar, { now: Math.max(a, b), due });
        if (early.minutes !== null && late.minutes !== null) expect(late.minutes).toBeLessThanOrEqual(early.minutes);
      }),
    );
    fc.assert(
      fc.property(fc.integer(), fc.option(fc.string()), (now, due) => {
        expect(() => remaining(calendar, { now, due })).not.toThrow();
      }),
    );
  });
});
