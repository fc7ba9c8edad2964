// @ts-check
// Every date that one invented dossier has to keep, what does not fit, and whether it may be given a new appointment.
import {
  createWorkingCalendar,
  formatDay,
  marksOf,
  parseCalendar,
  parseTarget,
  parseWallTime,
  reappointment,
  remainingInEnglish,
} from 'checklist-core/deadline';
import { parseTerm, vnReappointment } from 'checklist-core/vn';
import office from './example-office.calendar.json' with { type: 'json' };

const reading = parseCalendar(office);
const term = parseTerm('05 ngày làm việc');
const target = parseTarget('-30%');
const now = parseWallTime('2026-03-12T09:00')?.minute;
if (!reading.ok || !term.ok || target === null || now === undefined) throw new Error('unreadable');
const calendar = createWorkingCalendar(reading.value);

const received = '2026-03-06T15:20';
const appointment = '2026-03-16T15:00';
const marks = marksOf(calendar, { received, term: term.term, appointment, target }, now);
for (const name of /** @type {const} */ (['statutory', 'appointment', 'target'])) {
  const mark = marks[name];
  const binds = marks.authoritative === name ? ' (binds)' : '';
  if (mark !== null) console.log(`${name}${binds}: ${mark.due}, ${remainingInEnglish(mark.remaining, calendar)}`);
}
// Doubts are for a person to look at: nothing is corrected, nothing is hidden.
console.log('doubts:', marks.doubts.join(', '));

// Not ready by then? What the order of procedure allows, how sure that rule is, and by when to say sorry.
const answer = reappointment(calendar, vnReappointment, { appointment, proposed: '2026-03-18T15:00', already: 0, now });
const apology = answer.apologyBy === null ? 'unknown' : formatDay(answer.apologyBy);
console.log('new appointment allowed:', answer.allowed, '· apology by', apology, `· rule: ${answer.confidence}`);
const again = reappointment(calendar, vnReappointment, { appointment, proposed: '2026-03-21', already: 1, now });
console.log('a second one, on a Saturday:', again.reasons.join(', '));

// prints:
// statutory: 2026-03-13T15:20, 1 day 4 hours left
// appointment (binds): 2026-03-16T15:00, 2 days 4 hours left
// target: 2026-03-12T09:50, 50 minutes left
// doubts: appointment-after-term
// new appointment allowed: true · apology by 2026-03-13 · rule: uncertain
// a second one, on a Saturday: too-many, rest-day
