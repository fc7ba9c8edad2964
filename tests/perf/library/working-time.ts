import { createWorkingCalendar, parseCalendar, parseWallTime, type WallMinute } from 'checklist-core/deadline';
import { addBusinessDays } from 'date-fns';
import dayjs from 'dayjs';
import businessTime from 'dayjs-business-time';
import officeCalendar from '../../../src/rules/calendars/vn-office.json' with { type: 'json' };
import { contest, type Standing } from './contest.ts';

/*
 * Both peers count on the machine's own clock, so this process is put into UTC and they get wall times as if they were
 * UTC. dayjs-business-time knows no worked Saturday: starts are chosen so that none is crossed, and every answer is
 * compared first.
 */
const HOURS = 16;
const STARTS = 2_000;

dayjs.extend(businessTime);

const reading = parseCalendar(officeCalendar);
if (!reading.ok) throw new Error('the shipped calendar does not parse');
const calendar = createWorkingCalendar(reading.value);

function setUpPeer(): void {
  const span = [
    { start: '07:30:00', end: '11:30:00' },
    { start: '13:00:00', end: '17:00:00' },
  ];
  dayjs.setBusinessTime({
    sunday: null,
    monday: span,
    tuesday: span,
    wednesday: span,
    thursday: span,
    friday: span,
    saturday: null,
  });
  dayjs.setHolidays(officeCalendar.days.filter(({ kind }) => kind === 'off').map(({ date }) => date));
}

function minuteOf(text: string): WallMinute {
  const time = parseWallTime(text);
  if (time === null) throw new Error(`not a time: ${text}`);
  return time.minute;
}

/** Invented moments of 2023, a year without worked Saturdays, every 2 hours 53 minutes. */
const starts = Array.from({ length: STARTS }, (_, index) => minuteOf('2023-01-03T08:00') + index * 173);
const firstMinute = minuteOf('1970-01-01T00:00');

function asDate(minute: WallMinute): Date {
  return new Date((minute - firstMinute) * 60_000);
}

function theirs(minute: WallMinute): WallMinute {
  return dayjs(asDate(minute)).addBusinessHours(HOURS).valueOf() / 60_000 + firstMinute;
}

/** Starts on which both give the same instant; the peer's closing-time convention differs at exact closings. */
function agreed(): { readonly same: readonly WallMinute[]; readonly differing: number } {
  const same = starts.filter((minute) => theirs(minute) === calendar.add(minute, HOURS * 60));
  return { same, differing: starts.length - same.length };
}

/** Adding 16 working hours, and ten working days. */
export async function workingTimeBench(): Promise<Standing[]> {
  process.env.TZ = 'UTC';
  setUpPeer();
  const { same, differing } = agreed();
  if (differing > starts.length * 0.02) throw new Error(`dayjs-business-time differs on ${differing} of ${STARTS}`);
  console.log(`working time: ${same.length} of ${STARTS} starts agree with dayjs-business-time and are timed`);
  const few = same.slice(0, 50);
  const dates = same.map(asDate);
  return [
    ...(await contest(
      'add 16 working hours',
      { name: 'checklist-core', units: same.length, run: () => sum(same, (m) => calendar.add(m, HOURS * 60)) },
      [{ name: 'dayjs-business-time 1.0.4', units: few.length, run: () => sum(few, theirs), wanted: 3000 }],
    )),
    ...(await contest(
      'add 10 working days',
      { name: 'checklist-core', units: same.length, run: () => sum(same, (m) => calendar.addWorkingDays(m, 10)) },
      [
        {
          name: 'date-fns 4.4.0 addBusinessDays',
          units: dates.length,
          run: () => sum(dates, (date) => addBusinessDays(date, 10).getTime()),
          wanted: 5,
        },
      ],
    )),
  ];
}

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  let total = 0;
  for (const value of values) total += of(value);
  return total;
}
