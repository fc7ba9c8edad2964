import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleCalendar } from '../calendar/example-calendar.ts';
import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import { formatMinute, parseWallTime } from '../time/wall-time.ts';
import { sortToday, type TodayItem } from './today-list.ts';

const calendar = createWorkingCalendar(exampleCalendar);
const now = parseWallTime('2026-01-06T09:00')?.minute ?? Number.NaN;
const rows = (items: readonly TodayItem<{ row: string }>[]) => items.map(({ dossier }) => dossier.row);

describe('sortToday', () => {
  it('puts every dossier where it belongs, the most pressing first', () => {
    const list = sortToday(
      [
        { row: 'friday', due: '2026-01-09T10:00' },
        { row: 'noon', due: '2026-01-06T11:30' },
        { row: 'no date', due: null },
        { row: 'late a day', due: '2026-01-05T09:00' },
        { row: 'at ten', due: '2026-01-06T10:00' },
        { row: 'waiting', due: '2026-01-06T09:30', paused: true },
        { row: 'late an hour', due: '2026-01-06T08:00' },
        { row: 'waiting longer', due: '2026-01-05T09:30', pausedSince: '2026-01-02T09:30' },
        { row: 'waiting undated', due: null, paused: true },
        { row: 'today', due: '2026-01-06' },
        { row: 'far', due: '2029-01-06' },
        { row: 'tomorrow', due: '2026-01-07' },
      ],
      calendar,
      now,
    );
    expect(rows(list.overdue)).toEqual(['late a day', 'late an hour']);
    expect(rows(list.dueToday)).toEqual(['at ten', 'noon', 'today']);
    expect(rows(list.next)).toEqual(['tomorrow', 'friday']);
    expect(rows(list.paused)).toEqual(['waiting longer', 'waiting', 'waiting undated']);
    expect(rows(list.undated)).toEqual(['no date', 'far']);
  });

  it('orders by working time, and equal ones by the printed minute, then as given', () => {
    const list = sortToday(
      [
        { row: 'monday, opening', due: '2026-01-12T07:30' },
        { row: 'saturday', due: '2026-01-10T09:00' },
        { row: 'friday, closing', due: '2026-01-09T17:00' },
        { row: 'friday, closing too', due: '2026-01-09T17:00' },
      ],
      calendar,
      now,
    );
    expect(new Set(list.next.map(({ remaining }) => remaining.minutes)).size).toBe(1);
    expect(rows(list.next)).toEqual(['friday, closing', 'friday, closing too', 'saturday', 'monday, opening']);
  });

  it('loses none and hands each back untouched', () => {
    const due = fc.option(
      fc.oneof(fc.integer({ min: now - 100_000, max: now + 1_000_000 }).map(formatMinute), fc.string()),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ due, paused: fc.boolean(), note: fc.string() })), (dossiers) => {
        const list = sortToday(dossiers, calendar, now);
        const all = Object.values(list).flat();
        expect(all).toHaveLength(dossiers.length);
        expect(new Set(all.map(({ dossier }) => dossier))).toEqual(new Set(dossiers));
        for (const part of [list.overdue, list.dueToday, list.next]) {
          const minutes = part.map(({ remaining }) => remaining.minutes ?? Number.NaN);
          expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
        }
      }),
    );
  });
});
