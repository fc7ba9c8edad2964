import * as v from 'valibot';
import { codePath } from '../text/code-path.ts';
import type { Fault } from '../text/fault.ts';
import { type JsonTextFault, readJsonText } from '../text/read-json-text.ts';
import { untrustedFault } from '../text/untrusted.ts';
import { parseDay, type WallDay } from '../time/wall-time.ts';
import type { CalendarData, CalendarDay } from './calendar-data.ts';
import { overnightOverlap, spansOverlap } from './overlap.ts';
import { MOST_SHIFTS, parseShift } from './shift.ts';

/** A calendar that can be used as a whole, or every fault that was found; never a half of it. */
export type CalendarReading =
  | { readonly ok: true; readonly value: CalendarData }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Longest range in days: a calendar from outside must not make the engine count for minutes. */
const LONGEST_RANGE = 366 * 50;

const text = v.pipe(
  v.string(),
  v.check((value) => value.trim() !== '', 'must not be empty'),
);
const localizedText = v.pipe(
  v.record(text, text),
  v.check((texts) => Object.keys(texts).length > 0, 'needs a text in at least one language'),
);
const date = v.pipe(
  v.string(),
  v.check(
    (value) => parseDay(value) !== null,
    (issue) => `no such date (YYYY-MM-DD): ${issue.input}`,
  ),
);
const shift = v.pipe(
  v.string(),
  v.check(
    (value) => parseShift(value) !== null,
    (issue) => `no working span (HH:mm-HH:mm): ${issue.input}`,
  ),
);
const shifts = v.pipe(
  v.array(shift),
  v.maxLength(MOST_SHIFTS, `more than ${MOST_SHIFTS} working spans in a day`),
  v.check((spans) => !spansOverlap(spans), 'working spans of one day overlap'),
);
const confidence = v.picklist(['verified', 'recalled', 'uncertain']);
const wholeNumber = (low: number, high: number) =>
  v.pipe(
    v.number(),
    v.integer('must be a whole number'),
    v.check((value) => value >= low && value <= high, `must be from ${low} to ${high}`),
  );

const structure = v.strictObject({
  format: v.literal('checklist-calendar/1'),
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by "-"')),
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+(?:\+[0-9a-z.-]+)?$/, 'must be a version like 1.0.0')),
  title: localizedText,
  offsetMinutes: wholeNumber(-12 * 60, 14 * 60),
  dayMinutes: wholeNumber(1, 24 * 60),
  from: date,
  to: date,
  week: v.strictObject({
    mon: shifts,
    tue: shifts,
    wed: shifts,
    thu: shifts,
    fri: shifts,
    sat: shifts,
    sun: shifts,
  }),
  days: v.array(
    v.strictObject({
      date,
      kind: v.picklist(['off', 'work', 'open']),
      shifts: v.exactOptional(v.pipe(shifts, v.minLength(1, 'must not be empty; leave it out for the usual hours'))),
      name: localizedText,
      source: text,
      confidence,
    }),
  ),
  sources: v.array(v.strictObject({ id: text, title: text, confidence, note: v.exactOptional(text) })),
});

/**
 * Checks unknown data (a file, a policy, a message) and returns it as a calendar, or all faults with their
 * place: unknown keys, dates that do not exist or lie outside the range, days listed twice, unknown or
 * repeated sources, working spans that overlap, also over midnight. Meaning is checked once the shape is right.
 */
export function parseCalendar(input: unknown): CalendarReading {
  const hostile = untrustedFault(input);
  if (hostile !== null) return { ok: false, faults: [hostile] };
  const shape = v.safeParse(structure, input);
  if (!shape.success) return { ok: false, faults: shape.issues.map(faultOf) };
  const faults = [...meaningFaults(shape.output)];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: shape.output };
}

/** Deeper than a calendar can be written. */
const MAX_NESTING = 32;

/**
 * parseCalendar over the text of a file. A byte order mark at the start is taken off; everything else that is not strict
 * JSON is refused with its line and column, a key that stands twice too: the first holiday of two must not vanish.
 */
export function parseCalendarText(text: string): CalendarReading {
  const read = readJsonText(text.startsWith('\ufeff') ? text.slice(1) : text, MAX_NESTING);
  return read.ok ? parseCalendar(read.value) : { ok: false, faults: [textFault(read.fault)] };
}

function textFault({ code, line, column, expected, path }: JsonTextFault): Fault {
  const place = `line ${line}, column ${column}`;
  const messages: Readonly<Record<typeof code, string>> = {
    'not-json': `is not JSON: ${place}: expected ${expected}`,
    'repeated-key': `the key stands twice in one object: ${place}`,
    'too-deep': `nests deeper than ${MAX_NESTING} levels: ${place}`,
  };
  return { path: codePath(path), message: messages[code] };
}

function faultOf(issue: v.BaseIssue<unknown>): Fault {
  return {
    path: codePath((issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))),
    message: messageOf(issue),
  };
}

/** The schema library speaks of types; whoever edits the file, of keys and values. */
function messageOf({ kind, type, expected, received, input, message }: v.BaseIssue<unknown>): string {
  if (kind !== 'schema') return message;
  if (type === 'strict_object' && expected === 'never') return 'unknown key';
  if (received === 'undefined') return 'is missing';
  const found = typeof input === 'object' && input !== null ? 'a list or an object' : received.slice(0, 80);
  return `must be ${NAMES[expected ?? ''] ?? expected?.replace(/[()]/g, '').replaceAll(' |', ' or')}, not ${found}`;
}

const NAMES: Readonly<Record<string, string>> = {
  Object: 'an object',
  Array: 'a list',
  string: 'a text',
  number: 'a number',
};

function* meaningFaults(data: CalendarData): Generator<Fault> {
  const first = dayOf(data.from);
  const last = dayOf(data.to);
  if (last < first) return yield { path: 'to', message: `ends before it begins (${data.from})` };
  if (last - first > LONGEST_RANGE) return yield { path: 'to', message: 'the range is longer than 50 years' };
  yield* sourceFaults(data);
  const dayFaults = [...listedDayFaults(data, first, last)];
  yield* dayFaults;
  // Days listed twice make the hours ambiguous; say that first.
  if (dayFaults.length > 0) return;
  const overlap = overnightOverlap(data, first, last);
  if (overlap !== null) yield overlap;
}

function* sourceFaults(data: CalendarData): Generator<Fault> {
  const known = new Map<string, number>();
  for (const [i, { id }] of data.sources.entries()) {
    const before = known.get(id);
    if (before === undefined) known.set(id, i);
    else yield { path: `sources[${i}].id`, message: `already used by sources[${before}]: ${id}` };
  }
  for (const [i, { source }] of data.days.entries()) {
    if (!known.has(source)) yield { path: `days[${i}].source`, message: `no such source: ${source}` };
  }
}

function* listedDayFaults(data: CalendarData, first: WallDay, last: WallDay): Generator<Fault> {
  const listed = new Map<WallDay, number>();
  for (const [i, entry] of data.days.entries()) {
    const day = dayOf(entry.date);
    const before = listed.get(day);
    if (before !== undefined)
      yield { path: `days[${i}].date`, message: `already listed as days[${before}]: ${entry.date}` };
    else listed.set(day, i);
    if (day < first || day > last) {
      yield { path: `days[${i}].date`, message: `outside ${data.from} to ${data.to}: ${entry.date}` };
    }
    yield* entryFaults(data, entry, i);
  }
}

function* entryFaults(data: CalendarData, entry: CalendarDay, i: number): Generator<Fault> {
  if (entry.kind !== 'work' && entry.shifts !== undefined) {
    yield { path: `days[${i}].shifts`, message: `a day of kind "${entry.kind}" has no counted hours` };
  }
  if (entry.kind === 'work' && entry.shifts === undefined && data.week.mon.length === 0) {
    yield { path: `days[${i}].shifts`, message: 'needed, because Monday has no hours to take over' };
  }
}

/** For dates that the structure has already checked. */
function dayOf(checkedDate: string): WallDay {
  const day = parseDay(checkedDate);
  if (day === null) throw new RangeError(`not a date (YYYY-MM-DD): ${checkedDate}`);
  return day;
}
