import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleCalendar, exampleNights } from './example-calendar.ts';
import { parseCalendar, parseCalendarText } from './parse-calendar.ts';
import { createWorkingCalendar } from './working-calendar.ts';

const DAY = { date: '2026-05-04', kind: 'off', name: { en: 'x' }, source: 'example', confidence: 'verified' };
const SOURCE = { id: 'example', title: 'Invented', confidence: 'verified' };

function faultsOf(input: unknown): readonly string[] {
  const reading = parseCalendar(input);
  return reading.ok ? [] : reading.faults.map(({ path, message }) => `${path}: ${message}`);
}

const withDays = (...days: unknown[]) => ({ ...exampleCalendar, days });
const withMonday = (...mon: string[]) => ({ ...exampleCalendar, days: [], week: { ...exampleCalendar.week, mon } });

describe('parseCalendarText', () => {
  const text = JSON.stringify(exampleCalendar, null, 2);

  it('takes what editors write: a byte order mark, CR before LF', () => {
    expect(parseCalendarText(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual({ ok: true, value: exampleCalendar });
  });

  it.each([
    ['nothing', '', [{ path: '', message: 'is not JSON: line 1, column 1: expected a value' }]],
    [
      'half a file',
      text.slice(0, text.indexOf('"version"') + 5),
      [{ path: 'id', message: /^is not JSON: line 4, column 3/ }],
    ],
    [
      'a key that stands twice',
      '{\n"id": "a",\n"id": "b"}',
      [{ path: 'id', message: /stands twice .* line 3, column 1/ }],
    ],
    ['a nest', '['.repeat(100_000), [{ path: '[0]'.repeat(32), message: /deeper than 32 levels/ }]],
    [
      'another kind of value',
      text.replace('"verified"', '"sure"'),
      [{ path: 'days[0].confidence', message: /^must be .*"recalled".*, not "sure"$/ }],
    ],
    [
      'a list for a text',
      text.replace(/"id": "[^"]+"/, '"id": []'),
      [{ path: 'id', message: 'must be a text, not a list or an object' }],
    ],
    [
      'a day of many minutes',
      text.replace(/"dayMinutes": \d+/, '"dayMinutes": 4800'),
      [{ path: 'dayMinutes', message: 'must be from 1 to 1440' }],
    ],
    ['a key left out', text.replace(/"dayMinutes": \d+,/, ''), [{ path: 'dayMinutes', message: 'is missing' }]],
  ])('names the place in %s', (_name, given, expected) => {
    const reading = parseCalendarText(given);
    const faults = expected.map(({ path, message }) => ({ path, message: expect.stringMatching(message) }));
    expect(reading.ok ? [] : reading.faults).toEqual(faults);
  });
});

describe('parseCalendar', () => {
  it.each([exampleCalendar, exampleNights])('takes a sound calendar as it is', (calendar) => {
    expect(parseCalendar(JSON.parse(JSON.stringify(calendar)))).toEqual({ ok: true, value: calendar });
  });

  it.each([null, undefined, 3, 'x', [], {}])('refuses %j without throwing', (input) => {
    expect(parseCalendar(input).ok).toBe(false);
  });

  it.each<[string, unknown, RegExp]>([
    ['another format', { ...exampleCalendar, format: 'checklist-calendar/2' }, /^format: /],
    ['an unknown key', { ...exampleCalendar, holiday: [] }, /^holiday: /],
    ['an unknown key of a day', withDays({ ...DAY, shift: ['07:00-08:00'] }), /^days\[0\]\.shift: /],
    ['no title', { ...exampleCalendar, title: {} }, /^title: needs a text/],
    ['an empty title', { ...exampleCalendar, title: { vi: ' ' } }, /^title\.vi: must not be empty/],
    ['a version in words', { ...exampleCalendar, version: 'newest' }, /^version: /],
    ['an id with blanks', { ...exampleCalendar, id: 'my office' }, /^id: /],
    ['a day of no minutes', { ...exampleCalendar, dayMinutes: 0 }, /^dayMinutes: /],
    ['half a minute', { ...exampleCalendar, dayMinutes: 450.5 }, /^dayMinutes: must be a whole number/],
    ['an offset off the globe', { ...exampleCalendar, offsetMinutes: 5000 }, /^offsetMinutes: /],
    ['a weekday missing', { ...exampleCalendar, week: { mon: [] } }, /^week\.tue: /],
    ['30 February', withDays({ ...DAY, date: '2026-02-30' }), /^days\[0\]\.date: no such date .*2026-02-30/],
    ['a date with a time', { ...exampleCalendar, from: '2026-01-01T00:00' }, /^from: no such date/],
    ['an end before the beginning', { ...exampleCalendar, days: [], to: '2025-01-01' }, /^to: ends before it begins/],
    ['a range of ages', { ...exampleCalendar, from: '0001-01-01', to: '9999-12-31' }, /^to: .*50 years/],
    ['a shift of no length', withMonday('08:00-08:00'), /^week\.mon\[0\]: no working span/],
    ['25 hours', withMonday('08:00-25:00'), /^week\.mon\[0\]: no working span/],
    ['overlapping shifts', withMonday('07:30-11:30', '11:00-12:00'), /^week\.mon: working spans of one day overlap/],
    ['a shift a minute', withMonday(...Array.from({ length: 25 }, () => '07:30-11:30')), /^week\.mon: more than 24/],
    [
      'a key that reaches a prototype',
      JSON.parse('{"days":[],"__proto__":{"kind":"off"}}'),
      /^: unknown key: "__proto__"/,
    ],
    ['constructor, which every object has', { ...exampleCalendar, constructor: 1 }, /^: unknown key: "constructor"/],
    ['half a character', { ...exampleCalendar, title: { vi: 'L\uD800ch' } }, /^title\.vi: .*lone surrogate/],
    ['a nest', { ...exampleCalendar, days: JSON.parse('['.repeat(5000) + ']'.repeat(5000)) }, /: nests deeper/],
    ['a day that never was', withDays({ ...DAY, date: '9999999999-01-01' }), /^days\[0\]\.date: no such date/],
    ['minutes beyond count', { ...exampleCalendar, dayMinutes: 1e308 }, /^dayMinutes: /],
    ['no number at all', { ...exampleCalendar, offsetMinutes: Number.NaN }, /^offsetMinutes: /],
    ['days beyond count', { ...exampleCalendar, days: new Array(600_000).fill(null) }, /^days: holds more than/],
    ['a night into the morning', withMonday('22:00-08:00'), /^week\.tue: begins before .* \(2026-01-06\)/],
    [
      'a night into a worked day',
      { ...exampleNights, days: [{ ...DAY, date: '2026-03-04', kind: 'work', shifts: ['05:00-07:00'] }] },
      /^days\[0\]: begins before .* \(2026-03-04\)/,
    ],
    ['a day outside', withDays({ ...DAY, date: '2027-01-01' }), /^days\[0\]\.date: outside 2026-01-01 to 2026-12-31/],
    ['a day twice', withDays(DAY, { ...DAY, kind: 'open' }), /^days\[1\]\.date: already listed as days\[0\]/],
    ['an unknown kind', withDays({ ...DAY, kind: 'holiday' }), /^days\[0\]\.kind: /],
    ['an unknown confidence', withDays({ ...DAY, confidence: 'sure' }), /^days\[0\]\.confidence: /],
    ['no confidence', withDays({ ...DAY, confidence: undefined }), /^days\[0\]\.confidence: /],
    ['an unknown source', withDays({ ...DAY, source: 'hearsay' }), /^days\[0\]\.source: no such source: hearsay/],
    ['a source twice', { ...exampleCalendar, sources: [SOURCE, SOURCE] }, /^sources\[1\]\.id: already used/],
    ['hours on a day off', withDays({ ...DAY, shifts: ['07:30-11:30'] }), /^days\[0\]\.shifts: .*no counted hours/],
    [
      'a worked day of no hours',
      withDays({ ...DAY, kind: 'work', shifts: [] }),
      /^days\[0\]\.shifts: must not be empty/,
    ],
    [
      "a worked day that takes a free Monday's hours",
      { ...withMonday(), days: [{ ...DAY, kind: 'work' }] },
      /^days\[0\]\.shifts: needed/,
    ],
  ])('names the place: %s', (_, input, fault) => {
    expect(faultsOf(input)).toEqual(expect.arrayContaining([expect.stringMatching(fault)]));
  });

  it('refuses a day listed sixty thousand times', () => {
    expect(faultsOf({ ...exampleCalendar, days: new Array(60_000).fill(DAY) })).toHaveLength(59_999);
  });

  it('reports every fault, not the first', () => {
    const input = withDays({ ...DAY, source: 'a' }, { ...DAY, source: 'b' }, { ...DAY, date: '2030-01-01' });
    expect(faultsOf(input)).toHaveLength(4);
  });

  it('takes nothing that the engine refuses', () => {
    const shift = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 23 }))
      .map(([from, to]) => `${String(from).padStart(2, '0')}:00-${String(to).padStart(2, '0')}:30`);
    const shifts = fc.array(shift, { maxLength: 3 });
    const week = fc.record({
      mon: shifts,
      tue: shifts,
      wed: shifts,
      thu: shifts,
      fri: shifts,
      sat: shifts,
      sun: shifts,
    });
    fc.assert(
      fc.property(week, (hours) => {
        const reading = parseCalendar({ ...exampleCalendar, days: [], week: hours });
        const build = () => createWorkingCalendar({ ...exampleCalendar, days: [], week: hours });
        if (reading.ok) build();
        else expect(build).toThrow(RangeError);
      }),
    );
  });
});
