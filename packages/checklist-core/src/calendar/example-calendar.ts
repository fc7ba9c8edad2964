import type { CalendarData, CalendarDay } from './calendar-data.ts';

/** Invented calendars for the tests beside this file and in `deadline/`: no office works like this. */
export const exampleCalendar: CalendarData = {
  format: 'checklist-calendar/1',
  id: 'example',
  version: '1.2.3',
  title: { en: 'Invented office' },
  offsetMinutes: 420,
  dayMinutes: 480,
  from: '2026-01-01',
  to: '2026-12-31',
  week: {
    mon: ['07:30-11:30', '13:00-17:00'],
    tue: ['07:30-11:30', '13:00-17:00'],
    wed: ['07:30-11:30'],
    thu: ['07:30-11:30', '13:00-17:00'],
    fri: ['07:30-11:30', '13:00-17:00'],
    sat: [],
    sun: [],
  },
  days: [
    exampleDay('2026-03-03', 'off', 'verified'),
    exampleDay('2026-03-07', 'work', 'verified'),
    { ...exampleDay('2026-03-14', 'work', 'recalled'), shifts: ['08:00-10:00'] },
    exampleDay('2026-03-21', 'open', 'verified'),
    exampleDay('2026-04-07', 'off', 'uncertain'),
    exampleDay('2026-04-11', 'work', 'uncertain'),
  ],
  sources: [{ id: 'example', title: 'Invented', confidence: 'verified' }],
};

/** Invented: two people take turns at night; the shift belongs to the day on which it begins. */
export const exampleNights: CalendarData = {
  ...exampleCalendar,
  id: 'example-nights',
  week: {
    mon: ['22:00-06:00'],
    tue: ['13:00-15:00', '22:00-06:00'],
    wed: [],
    thu: ['06:00-14:00'],
    fri: ['18:00-00:00'],
    sat: ['00:00-06:00', '23:59-00:01'],
    sun: [],
  },
  days: [exampleDay('2026-03-02', 'off', 'verified'), exampleDay('2026-03-08', 'work', 'verified')],
};

function exampleDay(date: string, kind: CalendarDay['kind'], confidence: CalendarDay['confidence']): CalendarDay {
  return { date, kind, confidence, name: { en: 'Invented day' }, source: 'example' };
}
