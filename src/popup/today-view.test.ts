import { createWorkingCalendar, epochMsOf, parseWallTime } from 'checklist-core/deadline';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vnOffice } from '../rules/calendars/index.ts';
import { todayView, type WatchedFacts } from './today-view.ts';

const calendar = createWorkingCalendar(vnOffice);

/** Epoch ms of a time on the calendar's wall clock. */
function at(local: string): number {
  const time = parseWallTime(local);
  if (time === null) throw new Error(local);
  return epochMsOf(time.minute, calendar.offsetMinutes);
}

const NOW = at('2026-12-08T09:00');

function dossier(row: string, due: string | null, change: Partial<WatchedFacts> = {}): WatchedFacts {
  return {
    row,
    code: `H99.99.99-261120-${row}`,
    procedureName: null,
    due,
    paused: false,
    lastSeen: NOW,
    mark: 'open',
    ...change,
  };
}

describe('Today', () => {
  it('puts every open dossier in one section, the most urgent first', () => {
    const view = todayView(
      [
        dossier('next-late', '2026-12-11T10:00'),
        dossier('today-late', '2026-12-08T16:30'),
        dossier('undated', null),
        dossier('overdue-little', '2026-12-08T08:00'),
        dossier('paused', '2026-12-07T08:00', { paused: true }),
        dossier('today-soon', '2026-12-08T09:40'),
        dossier('next-soon', '2026-12-09T08:00'),
        dossier('overdue-long', '2026-12-03T08:00'),
        dossier('done', '2026-12-08T08:00', { mark: 'done' }),
        dossier('other', '2026-12-08T08:00', { mark: 'not-mine' }),
      ],
      calendar,
      NOW,
    );
    expect(view.sections.map(({ id, rows }) => [id, rows.map(({ row }) => row)])).toEqual([
      ['overdue', ['overdue-long', 'overdue-little']],
      ['dueToday', ['today-soon', 'today-late']],
      ['dueNext', ['next-soon', 'next-late']],
      ['watching', ['paused', 'undated']],
    ]);
    expect([view.overdue, view.dueToday]).toEqual([2, 2]);
  });

  it('sorts 200 rows by working time left, whatever order they come in', () => {
    const minutes = fc.array(fc.integer({ min: -20_000, max: 20_000 }), { minLength: 200, maxLength: 200 });
    fc.assert(
      fc.property(minutes, (offsets) => {
        const start = Math.floor(NOW / 60_000);
        const rows = offsets.map((offset, index) => dossier(String(index), isoLocal((start + offset) * 60_000), {}));
        const left = todayView(rows, calendar, NOW).sections.flatMap((section) =>
          section.rows.map((row) => row.remaining.minutes ?? Number.NaN),
        );
        expect(left).toHaveLength(200);
        expect(left).toEqual([...left].sort((a, b) => a - b));
      }),
      { numRuns: 20 },
    );
  });

  it('says when a dossier was last seen', () => {
    const seen = (local: string) =>
      todayView([dossier('a', '2026-12-11', { lastSeen: at(local) })], calendar, NOW).sections[0]?.rows[0]?.lastSeen;
    expect(seen('2026-12-08T08:12')).toMatchObject({ day: 'today', clock: '08:12' });
    expect(seen('2026-12-07T16:59')).toMatchObject({ day: 'yesterday', clock: '16:59' });
    expect(seen('2026-12-04T10:00')).toMatchObject({ day: 'earlier', clock: '10:00' });
  });

  it('asks to open again what was last seen more than one working day ago', () => {
    const stale = (local: string) =>
      todayView([dossier('a', '2026-12-11', { lastSeen: at(local) })], calendar, NOW).sections[0]?.rows[0]?.reopen;
    expect(stale('2026-12-07T09:00')).toBe(false);
    expect(stale('2026-12-07T08:59')).toBe(true);
    // Over a weekend: Friday 10:00 to Monday 09:00 is less than a working day.
    const monday = todayView(
      [dossier('a', '2026-12-11', { lastSeen: at('2026-12-04T10:00') })],
      calendar,
      at('2026-12-07T09:00'),
    );
    expect(monday.sections[0]?.rows[0]?.reopen).toBe(false);
  });

  it('has no sections when nothing is watched', () => {
    expect(todayView([], calendar, NOW).sections).toEqual([]);
  });
});

function isoLocal(epochMs: number): string {
  return new Date(epochMs + calendar.offsetMinutes * 60_000).toISOString().slice(0, 16);
}
