import { type CalendarData, createWorkingCalendar } from 'checklist-core/deadline';
import { type Entry, newEntryId } from 'checklist-core/journal';
import type { GivenAway } from './given-away.ts';
import type { SeenDossier } from './watch-store.ts';

/* Invented data for the tests of this folder. */

/** Monday to Friday, 07:30–11:30 and 13:00–17:00, no holidays: enough to count ten working days. */
const week: CalendarData = {
  format: 'checklist-calendar/1',
  id: 'test-week',
  version: '1.0.0',
  title: { en: 'A year without holidays (invented)' },
  offsetMinutes: 420,
  dayMinutes: 480,
  from: '2026-01-01',
  to: '2026-12-31',
  week: {
    mon: ['07:30-11:30', '13:00-17:00'],
    tue: ['07:30-11:30', '13:00-17:00'],
    wed: ['07:30-11:30', '13:00-17:00'],
    thu: ['07:30-11:30', '13:00-17:00'],
    fri: ['07:30-11:30', '13:00-17:00'],
    sat: [],
    sun: [],
  },
  days: [],
  sources: [],
};

export const testCalendar = createWorkingCalendar(week);

/** An instant on the test calendar's wall clock, `2026-11-02T09:00`, as epoch ms. */
export function at(local: string): number {
  return Date.parse(`${local}:00+07:00`);
}

export function newId(): string {
  return newEntryId((length) => crypto.getRandomValues(new Uint8Array(length)));
}

export function finishEntry(day = '2026-11-02', time = '09:15:00'): Entry {
  return {
    service: {
      kind: 'finish',
      day,
      half: 'am',
      pack: 'test-pack@1.0.0',
      pausePoint: 'finish',
      outcome: 'received',
      group: 'ho-tich',
      channel: 'direct',
      onTime: null,
      practice: false,
      of: null,
    },
    conduct: { rules: ['xin-chao'], cues: ['finish-thank'], missed: [], skipped: false },
    private: { at: `${day}T${time}`, procedure: '1.001193' },
  };
}

export function voidEntry(of: string, day = '2026-11-02'): Entry {
  const { service } = finishEntry(day);
  if (!service) throw new Error('unreachable');
  return {
    service: { ...service, kind: 'void', outcome: null, of },
    conduct: null,
    private: { at: `${day}T10:00:00`, procedure: null },
  };
}

export function seenDossier(over: Partial<SeenDossier> = {}): SeenDossier {
  return {
    code: 'H27.128.14-261102-0013',
    procedureCode: '1.001193',
    procedureName: 'Example procedure name',
    group: 'ho-tich',
    channel: 'direct',
    received: '2026-11-02T08:00',
    due: '2026-11-03T16:00',
    dueDoubtful: false,
    status: 4,
    paused: false,
    closed: false,
    host: 'motcua.example.vn',
    ...over,
  };
}

export function testReceipt(now: number): GivenAway {
  return {
    id: 'Y2+/PWGIgZvGAPPBCKsHhGJGRHXQKGXO5bDDGqfuIpA=',
    size: 1,
    note: 'example note\n',
    what: 'receipt',
    period: null,
    conduct: null,
    named: false,
    entries: 0,
    at: now,
    withdrawn: null,
  };
}
