import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Wake } from '../storage/schema.ts';
import { NOTICE_LEAD_MS, noticeWords, planReminders } from './reminder-plan.ts';

const clock = (local: string) => Date.parse(`${local}:00+07:00`);
const moment = (local: string) => ({ now: clock(local), offsetMinutes: 420 });
const wake = (local: string, told = false): Wake => ({ row: local, profile: 'p', at: clock(local), kind: 'due', told });

describe('planReminders', () => {
  it('tells an hour before, and sets the alarm for the next one', () => {
    const wakes = [wake('2026-11-02T10:00'), wake('2026-11-02T16:00')];
    expect(planReminders(wakes, moment('2026-11-02T08:59'), false)).toEqual({
      tell: [],
      next: clock('2026-11-02T09:00'),
    });
    expect(planReminders(wakes, moment('2026-11-02T09:00'), false)).toEqual({
      tell: [wakes[0]],
      next: clock('2026-11-02T15:00'),
    });
  });

  it('looks again at midnight at the latest, so that the badge of the new day is right', () => {
    expect(planReminders([], moment('2026-11-02T09:00'), false).next).toBe(clock('2026-11-03T00:00'));
    expect(planReminders([wake('2026-11-09T16:00')], moment('2026-11-02T00:00'), false).next).toBe(
      clock('2026-11-03T00:00'),
    );
  });

  it('holds back while a citizen is at the desk, and tells once they are gone', () => {
    const missed = [wake('2026-11-01T16:00')];
    expect(planReminders(missed, moment('2026-11-02T09:00'), true)).toEqual({
      tell: [],
      next: clock('2026-11-02T09:05'),
    });
    expect(planReminders(missed, moment('2026-11-02T09:05'), false).tell).toEqual(missed);
  });

  it('tells each due time exactly once, however often and whenever the worker restarts', () => {
    const start = clock('2026-11-02T07:00');
    const hours = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 8 });
    const pauses = fc.array(fc.integer({ min: 1, max: 20 * 60 }), { minLength: 50, maxLength: 60 });
    fc.assert(
      fc.property(hours, pauses, (dueIn, sleeps) => {
        let table: Wake[] = dueIn.map((h, i) => ({
          ...wake('2026-11-02T07:00'),
          row: `${i}`,
          at: start + h * 3_600_000,
        }));
        const told: string[] = [];
        let now = start;
        for (const minutes of sleeps) {
          now += minutes * 60_000;
          const plan = planReminders(table, { now, offsetMinutes: 420 }, false);
          expect(plan.next).toBeGreaterThan(now);
          told.push(...plan.tell.map(({ row }) => row));
          table = table.map((each) => (plan.tell.includes(each) ? { ...each, told: true } : each));
        }
        const ripe = table.filter(({ at }) => at - NOTICE_LEAD_MS <= now).map(({ row }) => row);
        expect(told.sort()).toEqual(ripe.sort());
      }),
    );
  });
});

describe('noticeWords', () => {
  it('counts what is ahead with its hour, and what was missed without one', () => {
    const now = moment('2026-11-02T15:00');
    expect(noticeWords([wake('2026-11-02T16:00')], now)).toEqual({ due: 1, hour: '16:00', sameHour: true, overdue: 0 });
    const several = [wake('2026-11-02T16:00'), wake('2026-11-02T15:30'), wake('2026-11-01T10:00')];
    expect(noticeWords(several, now)).toEqual({ due: 2, hour: '15:30', sameHour: false, overdue: 1 });
  });
});
