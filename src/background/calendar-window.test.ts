import { createWorkingCalendar, parseWallTime } from 'checklist-core/deadline';
import { describe, expect, it } from 'vitest';
import { vnOffice } from '../rules/calendars/index.ts';
import { calendarWindow } from './calendar-window.ts';

const NOW = Date.UTC(2026, 10, 22);

function minute(text: string): number {
  const time = parseWallTime(text);
  if (time === null) throw new Error(text);
  return time.minute;
}

describe('calendarWindow', () => {
  it('answers as the whole calendar does, for three years back and all that lies ahead', () => {
    const whole = createWorkingCalendar(vnOffice);
    const part = createWorkingCalendar(calendarWindow(vnOffice, NOW));
    for (const text of ['2023-01-03T08:00', '2024-02-07T16:00', '2026-02-13T15:20', '2027-12-01T10:00']) {
      expect(part.between(minute(text), minute('2026-11-22T09:00'))).toBe(
        whole.between(minute(text), minute('2026-11-22T09:00')),
      );
      expect(part.otherwise.add(minute(text), 960)).toBe(whole.otherwise.add(minute(text), 960));
    }
    expect(part.label).toBe(whole.label);
  });

  it('leaves out what no page asks for', () => {
    const part = calendarWindow(vnOffice, NOW);
    expect(part.from).toBe('2023-01-01');
    expect(part.sources).toEqual([]);
    for (const day of part.days) {
      expect(day.date >= '2023-01-01').toBe(true);
      expect(day).toMatchObject({ name: {}, source: '' });
    }
  });

  it.each([0, Date.UTC(2090, 0, 1)])('keeps the whole calendar where the clock is far off (%s)', (now) => {
    expect(calendarWindow(vnOffice, now).from).toBe(vnOffice.from);
  });
});
