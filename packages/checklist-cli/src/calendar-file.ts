import { type CalendarData, createWorkingCalendar, parseCalendar, type WorkingCalendar } from 'checklist-core';
import { vnOffice } from '../../../src/rules/calendars/index.ts';
import { readJsonFile } from './input-file.ts';
import { shown } from './question-value.ts';
import { UsageError } from './usage-error.ts';

/** The options that say which calendar counts. */
export interface CalendarOptions {
  /** Path of a calendar file; without it the shipped calendar of Vietnamese state offices counts. */
  readonly calendar?: string;
  /** Office hours of every working day, `07:30-11:30,13:00-17:00`. */
  readonly hours?: string;
}

/** The calendar the options name. @throws UsageError with every fault of the file. */
export async function openCalendar(options: CalendarOptions): Promise<WorkingCalendar> {
  const data = options.calendar === undefined ? vnOffice : await readCalendar(options.calendar);
  return createWorkingCalendar(options.hours === undefined ? data : withHours(data, options.hours));
}

async function readCalendar(path: string): Promise<CalendarData> {
  const json = await readJsonFile(path);
  if (!json.ok) throw new UsageError(`${path}: ${json.fault}`);
  const reading = parseCalendar(json.value);
  if (reading.ok) return reading.value;
  throw new UsageError(reading.faults.map((fault) => `${path}: ${fault.path}: ${fault.message}`).join('\n'));
}

/** The calendar with these hours on every weekday that has hours. Make-up days with hours of their own keep them. */
function withHours(data: CalendarData, hours: string): CalendarData {
  const shifts = hours.split(',').map((shift) => shift.trim());
  const week = { ...data.week };
  for (const day of ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const) {
    if (week[day].length > 0) week[day] = shifts;
  }
  const reading = parseCalendar({ ...data, week });
  if (reading.ok) return reading.value;
  throw new UsageError(
    `--hours ${shown(hours)}: ${reading.faults[0]?.message ?? 'no hours'}. Write them like 07:30-11:30,13:00-17:00`,
  );
}
