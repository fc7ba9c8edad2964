import {
  createWorkingCalendar,
  formatDay,
  marksOf,
  parseTarget,
  parseWallTime,
  reappointment,
} from 'checklist-core/deadline';
import {
  agreesWithOpenCps,
  dueOnSlip,
  openCpsStepText,
  parseTerm,
  reappointmentRefusalInVietnamese,
  receivedOnSlip,
  remainingInVietnamese,
  vnReappointment,
} from 'checklist-core/vn';
import { describe, expect, it } from 'vitest';
import { vnOffice } from './index.ts';

const calendar = createWorkingCalendar(vnOffice);
const at = (text: string): number => parseWallTime(text)?.minute ?? Number.NaN;

function termOf(text: string) {
  const reading = parseTerm(text);
  if (!reading.ok) throw new Error(text);
  return reading.term;
}

describe('a real receipt', () => {
  const received = '2023-10-27T09:32';
  const term = termOf('5 ngày làm việc');
  // The slip prints the hour rounded down; the system keeps the minute.
  const marks = marksOf(calendar, { received, term, appointment: '2023-11-03T09:00' }, at('2023-10-31T15:00'));

  it('is promised for the printed day, at the clock time of receipt', () => {
    expect(marks.statutory?.due).toBe('2023-11-03T09:32');
    expect(receivedOnSlip(at(received))).toBe('9 giờ 32 phút, ngày 27/10/2023');
    expect(dueOnSlip(at(marks.statutory?.due ?? ''))).toBe('Sau 9 giờ 00, 03/11/2023');
  });

  it('leaves no doubt, and the slip counts', () => {
    expect(marks).toMatchObject({ authoritative: 'appointment', doubts: [], calendar: calendar.label });
    expect(marks.appointment?.due).toBe('2023-11-03T09:00');
  });
});

describe('the figure beside the portal’s', () => {
  it('is the one OpenCPS prints: 1 day is 8 working hours, never "1 ngày 13 giờ"', () => {
    const { appointment } = marksOf(
      calendar,
      { received: '2026-10-05T09:00', term: null, appointment: '2026-10-07T16:30' },
      at('2026-10-06T13:30'),
    );
    if (appointment === null || appointment.remaining.minutes === null) throw new Error('no figure');
    expect(openCpsStepText(appointment.remaining.minutes)).toBe('Còn 1 ngày 3 giờ');
    expect(remainingInVietnamese(appointment.remaining, calendar)).toBe('Còn 1 ngày 3 giờ');
    expect(agreesWithOpenCps(appointment.remaining.minutes, 'Còn 1 ngày 3 giờ')).toBe(true);
    expect(agreesWithOpenCps(appointment.remaining.minutes, 'Còn 1.5 ngày')).toBe(true);
    expect(agreesWithOpenCps(appointment.remaining.minutes, 'Quá 1.25 ngày')).toBe(false);
  });
});

describe('internal targets', () => {
  it.each([
    ['-30%', '2026-10-07T09:48'],
    ['50%', '2026-10-06T14:30'],
    ['16h', '2026-10-07T09:00'],
  ])('%s of 3 working days: %s', (text, due) => {
    const target = parseTarget(text);
    if (target === null) throw new Error(text);
    const times = { received: '2026-10-05T09:00', term: termOf('03 ngày làm việc'), appointment: null, target };
    expect(marksOf(calendar, times, at('2026-10-05T10:00')).target?.due).toBe(due);
  });
});

describe('the day that may or may not be off', () => {
  const crossing = { received: '2026-11-23T09:00', term: termOf('01 ngày làm việc') };

  it('gives both dates', () => {
    const { statutory } = marksOf(calendar, { ...crossing, appointment: null }, at('2026-11-23T10:00'));
    expect([statutory?.due, statutory?.otherwise?.due]).toEqual(['2026-11-25T09:00', '2026-11-24T09:00']);
    expect(statutory?.otherwise?.days.map(({ date }) => date)).toEqual(['2026-11-24']);
  });

  it('lets a portal be right either way', () => {
    const doubts = (appointment: string) =>
      marksOf(calendar, { ...crossing, appointment }, at('2026-11-23T10:00')).doubts;
    expect(doubts('2026-11-25T09:00')).toEqual([]);
    expect(doubts('2026-11-24T09:00')).toEqual(['appointment-on-rest-day']);
    expect(doubts('2026-11-26T09:00')).toEqual(['appointment-after-term']);
  });
});

describe('one new appointment', () => {
  const question = { appointment: '2026-02-23T09:00', proposed: '2026-02-27T09:00', now: at('2026-02-11T09:00') };

  it('is allowed, with the apology out before Lunar New Year', () => {
    const answer = reappointment(calendar, vnReappointment, { ...question, already: 0 });
    expect(answer).toMatchObject({ allowed: true, apologyInTime: true, confidence: 'uncertain' });
    expect(answer.apologyBy && formatDay(answer.apologyBy)).toBe('2026-02-13');
  });

  it('is not allowed twice, and says why', () => {
    const answer = reappointment(calendar, vnReappointment, { ...question, already: 1 });
    expect(reappointmentRefusalInVietnamese(answer.reasons)).toMatch(/chỉ được hẹn lại một lần$/);
    expect(answer.authoritative && formatDay(answer.authoritative.day)).toBe('2026-02-23');
    expect(vnReappointment.source).toMatch(/chưa đối chiếu/);
  });
});
