import {
  type CalendarData,
  createWorkingCalendar,
  type DueQuestion,
  dueOf,
  formatMinute,
  parseTarget,
  parseWallTime,
  remaining,
  type WorkingCalendar,
  withHours,
} from 'checklist-core/deadline';
import { parseTerm, remainingInVietnamese } from 'checklist-core/vn';
import golden from './golden-times.json' with { type: 'json' };
import { vnOffice } from './index.ts';

/** A question of the golden table, what it has to come to and what the library says. */
export interface GoldenAnswer {
  readonly question: string;
  readonly expected: string;
  readonly answer: string;
}

interface AddRow {
  readonly start: string;
  readonly minutes: number;
  readonly end: string;
  readonly about: string;
  readonly hours?: string;
}

interface DueRow {
  readonly received: string;
  readonly term: string;
  readonly due: string;
  readonly about: string;
  readonly hours?: string;
  readonly restart?: string;
  readonly pauses?: readonly (readonly string[])[];
  readonly count?: string;
  readonly target?: string;
  readonly targetDue?: string;
}

interface RemainingRow {
  readonly now: string;
  readonly due: string | null;
  readonly state: string;
  readonly minutes: number | null;
  readonly text: string;
}

/** The scenarios in which other libraries were compared, and all of them; built anew at every call, so that a test can call it on a machine in another zone. */
export function goldenAnswers(part: 'comparison' | 'all' = 'all'): readonly GoldenAnswer[] {
  const rows = part === 'comparison' ? [] : golden.remaining;
  const { add, due } = part === 'comparison' ? golden.comparison : golden;
  return [...add.map(answerToAdd), ...due.map(answerToDue), ...rows.map(answerToRemaining)];
}

function answerToAdd({ start, minutes, end, about, hours }: AddRow): GoldenAnswer {
  const calendar = calendarWith(hours);
  const found = calendar.add(at(start), minutes);
  // There and back: what was added lies between, also counted from the end.
  const between = calendar.between(at(start), found);
  const back = calendar.between(calendar.subtract(found, minutes), found);
  return {
    question: `${start} + ${minutes} minutes: ${about}`,
    expected: `${end}, ${minutes} there and ${minutes} back`,
    answer: `${formatMinute(found)}, ${between} there and ${back} back`,
  };
}

function answerToDue(row: DueRow): GoldenAnswer {
  const calendar = calendarWith(row.hours);
  const answer = dueOf(calendar, questionOf(row));
  const found = answer.ok ? said(formatMinute(answer.due), answer.target) : answer.reason;
  return {
    question: `received ${row.received}, ${row.term}: ${row.about}`,
    expected: said(row.due, row.targetDue === undefined ? null : at(row.targetDue)),
    answer: found,
  };
}

function answerToRemaining({ now, due, state, minutes, text }: RemainingRow): GoldenAnswer {
  const calendar = calendarWith(undefined);
  const left = remaining(calendar, { now: at(now), due });
  return {
    question: `at ${now}, due ${due}`,
    expected: `${state}, ${minutes}, ${text}`,
    answer: `${left.state}, ${left.minutes}, ${remainingInVietnamese(left, calendar)}`,
  };
}

function questionOf({ received, term, restart, pauses = [], count, target }: DueRow): DueQuestion {
  const reading = parseTerm(term);
  if (!reading.ok) throw new Error(`not a term: ${term}`);
  const aim = target === undefined ? null : parseTarget(target);
  return {
    received: at(received),
    term: reading.term,
    pauses: pauses.map(([from = '', to = '']) => ({ from: at(from), to: at(to) })),
    ...(restart === undefined ? {} : { restart: at(restart) }),
    ...(count === 'end-of-day' ? { count } : {}),
    ...(aim === null ? {} : { target: aim }),
  };
}

function said(due: string, target: number | null): string {
  return target === null ? due : `${due}, target ${formatMinute(target)}`;
}

function calendarWith(hours: string | undefined): WorkingCalendar {
  return createWorkingCalendar(hours === undefined ? vnOffice : dataWith(hours));
}

function dataWith(hours: string): CalendarData {
  const reading = withHours(vnOffice, hours);
  if (!reading.ok) throw new Error(`not hours: ${hours}`);
  return reading.value;
}

function at(text: string): number {
  const time = parseWallTime(text);
  if (time === null) throw new Error(`not a time: ${text}`);
  return time.minute;
}
