import {
  type CalendarData,
  createWorkingCalendar,
  parseCalendarText,
  type WorkingCalendar,
  withHours,
} from 'checklist-core/deadline';
import { vnOffice } from '../../../src/rules/calendars/index.ts';
import { readTextFile } from './input-file.ts';
import { shown } from './question-value.ts';
import { shownFault } from './shown-fault.ts';
import { UsageError } from './usage-error.ts';

/** The options that say which calendar counts. */
export interface CalendarOptions {
  /** Path of a calendar file; without it the shipped calendar of Vietnamese state offices counts. */
  readonly calendar?: string;
  /** Office hours as `withHours` reads them, `07:30-11:30,13:00-17:00`. */
  readonly hours?: string;
}

/** The calendar the options name. @throws UsageError with every fault of the file. */
export async function openCalendar(options: CalendarOptions): Promise<WorkingCalendar> {
  const data = options.calendar === undefined ? vnOffice : await readCalendar(options.calendar);
  return createWorkingCalendar(options.hours === undefined ? data : withOfficeHours(data, options.hours));
}

async function readCalendar(path: string): Promise<CalendarData> {
  const read = await readTextFile(path);
  if (!read.ok) throw new UsageError(`${path}: ${read.fault}`);
  const reading = parseCalendarText(read.text);
  if (reading.ok) return reading.value;
  throw new UsageError(reading.faults.map((fault) => shownFault(path, fault)).join('\n'));
}

function withOfficeHours(data: CalendarData, hours: string): CalendarData {
  const reading = withHours(data, hours);
  if (reading.ok) return reading.value;
  const [fault] = reading.faults;
  throw new UsageError(`--hours ${shown(hours)}: ${fault?.message ?? 'no hours'}.`);
}
