// @ts-check
// A Vietnamese term in words becomes a due time, with the rules that made it; the calendar is data that you pass in.
import { createWorkingCalendar, dueOf, formatMinute, parseCalendar, parseWallTime } from 'checklist-core/deadline';
import { dueRulesInVietnamese, parseTerm } from 'checklist-core/vn';

const week = /** @type {const} */ (['mon', 'tue', 'wed', 'thu', 'fri']);
const reading = parseCalendar({
  format: 'checklist-calendar/1',
  id: 'example-office',
  version: '1.0.0',
  title: { en: 'Invented office' },
  offsetMinutes: 420,
  dayMinutes: 480,
  from: '2026-01-01',
  to: '2026-12-31',
  week: {
    ...Object.fromEntries(week.map((day) => [day, ['07:30-11:30', '13:00-17:00']])),
    sat: [],
    sun: [],
  },
  days: [],
  sources: [],
});
if (!reading.ok) throw new Error(reading.faults.map(({ path, message }) => `${path} ${message}`).join('\n'));
const calendar = createWorkingCalendar(reading.value);

const term = parseTerm('03 ngày làm việc');
const received = parseWallTime('2026-03-06T15:20');
if (!term.ok || received === null) throw new Error('unreadable');
const answer = dueOf(calendar, { received: received.minute, term: term.term });
if (!answer.ok) throw new Error(answer.reason);
console.log(formatMinute(answer.due), answer.calendar);
console.log(answer.rules.join(', '));
console.log(dueRulesInVietnamese(answer.rules));

// prints:
// 2026-03-11T15:20 example-office@1.0.0
// receipt-day-not-counted, working-days-only, clock-time-kept
// không tính ngày nhận (BLDS 2015, Điều 147 khoản 2); chỉ tính ngày làm việc, theo chữ của thời hạn; giữ giờ nhận, như hệ thống một cửa in
