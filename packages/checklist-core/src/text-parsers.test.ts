import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarData } from './calendar/calendar-data.ts';
import { exampleCalendar } from './calendar/example-calendar.ts';
import { parseCalendar } from './calendar/parse-calendar.ts';
import { withHours } from './calendar/with-hours.ts';
import { createWorkingCalendar } from './calendar/working-calendar.ts';
import { dueOf } from './deadline/due.ts';
import { parseTarget } from './deadline/target.ts';
import { isLength, type Term } from './deadline/term.ts';
import { formatDay, formatMinute, parseDay, parseWallTime } from './time/wall-time.ts';
import { readOpenCpsDue } from './vn/opencps-due-text.ts';
import { parseTerm } from './vn/parse-term.ts';

/*
 * Every parser of text, at least 100,000 texts each: random ones, near misses made of the parser's own words, and right
 * ones with a few characters changed. It must not throw or hang, and what it takes must mean what the text says: an
 * oracle beside it, written another way, says what that is. The seed is printed; FUZZ_SEED=n repeats a run.
 */

const CASES = 100_000;
const SEED = process.env.FUZZ_SEED;

/** Runs the check on every text; it says whether the parser took the text, so that not all are refused for being noise. */
function fuzz(what: string, texts: fc.Arbitrary<string>, taken: (text: string) => boolean): void {
  const seed = SEED === undefined ? {} : { seed: Number(SEED) };
  let accepted = 0;
  const property = fc.property(texts, (text) => {
    if (taken(text)) accepted++;
  });
  const details = fc.check(property, { numRuns: CASES, ...seed });
  process.stdout.write(`${what}: ${details.numRuns} texts, ${accepted} taken, FUZZ_SEED=${details.seed}\n`);
  if (details.failed) throw new Error(fc.defaultReportMessage(details) ?? what);
  expect(details.numRuns).toBe(CASES);
  expect(accepted).toBeGreaterThan(CASES / 100);
}

/** `expect` takes longer than the parsers do. */
function must(holds: boolean): void {
  if (!holds) throw new Error('a wrong answer');
}

/** Texts made of these words; half of them joined without a blank. */
function madeOf(words: string, joint: string, maxLength: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...words.split(' ')), { maxLength }).map((list) => list.join(joint));
}

/** A right text with a piece put in somewhere, in place of 0 to 2 characters. */
function spoilt(right: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    '',
    ' ',
    '0',
    '9',
    '-',
    ':',
    'T',
    '.',
    ',',
    '\n',
    '%',
    'h',
    'Z',
    '\u0000',
    '\uD800',
    '\u00A0',
    '٣',
    '+07:00',
    '1e9',
  );
  return fc
    .tuple(right, fc.nat({ max: 30 }), fc.nat({ max: 2 }), piece)
    .map(([text, from, cut, put]) => text.slice(0, from) + put + text.slice(from + cut));
}

const anyText = fc.string({ unit: 'binary', maxLength: 40 });
const two = (n: number) => String(n).padStart(2, '0');

describe('no text makes a parser throw, hang or say a wrong ok', { timeout: 60_000 }, () => {
  it('parseWallTime and parseDay', () => {
    const minute = fc.integer({ min: -30_000_000, max: 60_000_000 }).map(formatMinute);
    const loose = fc
      .tuple(fc.nat({ max: 9999 }), fc.nat({ max: 15 }), fc.nat({ max: 33 }), fc.nat({ max: 26 }), fc.nat({ max: 62 }))
      .map(([y, mo, d, h, mi]) => `${String(y).padStart(4, '0')}-${two(mo)}-${two(d)}T${two(h)}:${two(mi)}`);
    const texts = fc.oneof(
      anyText,
      loose,
      loose.map((text) => text.slice(0, 10)),
      spoilt(minute),
    );
    fuzz('parseWallTime, parseDay', texts, (text) => {
      const time = parseWallTime(text);
      // The platform's own reading, in UTC; it takes more forms, and rolls 30 February over.
      const exists = new Date(`${text.slice(0, 10)}T00:00Z`).toJSON()?.startsWith(text.slice(0, 10)) ?? false;
      const shaped =
        /^\d{4}-\d\d-\d\d(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)?$/.test(text) && !text.endsWith('\n');
      must((time !== null) === (shaped && exists));
      must(parseDay(text) === (time?.precision === 'day' ? time.day : null));
      if (time === null) return false;
      must(text.startsWith(time.precision === 'day' ? formatDay(time.day) : formatMinute(time.minute)));
      must((time.precision === 'day') === (text.length === 10));
      return true;
    });
  });

  it('parseTarget', () => {
    const right = fc
      .tuple(fc.constantFrom('', '-'), fc.nat({ max: 1200 }), fc.constantFrom('%', 'h'))
      .map((parts) => parts.join(''));
    fuzz('parseTarget', fc.oneof(anyText, right, spoilt(right), madeOf('- 1 5 0 % h .', '', 6)), (text) => {
      const target = parseTarget(text);
      const bare = text.trim();
      const figure = Number(bare.replace(/^-|[%h]$/g, ''));
      const percent = bare.startsWith('-') ? 100 - figure : figure;
      const isShare = /^-?[0-9]{1,3}%$/.test(bare) && percent >= 1 && percent <= 100;
      const isHours = /^[0-9]{1,3}h$/.test(bare) && figure > 0;
      const meant = isShare ? { kind: 'share', percent } : isHours ? { kind: 'working-hours', n: figure } : null;
      must(isDeepStrictEqual(target, meant));
      return target !== null;
    });
  });

  it('the hours of an office', () => {
    const clock = fc
      .tuple(fc.nat({ max: 24 }), fc.constantFrom(0, 0, 30, 59, 60))
      .map(([h, m]) => `${two(h)}:${two(m)}`);
    const spans = fc.array(fc.tuple(clock, clock), { minLength: 1, maxLength: 2 });
    const right = spans.map((list) => list.map((span) => span.join('-')).join(','));
    const named = fc
      .tuple(fc.constantFrom('mon', 'mon-fri', 'sat', 'sun', 'fri-mon', 'abc'), right)
      .map((parts) => parts.join(' '));
    const groups = fc.array(fc.oneof(right, named), { minLength: 1, maxLength: 3 }).map((list) => list.join('; '));
    fuzz('withHours', fc.oneof(anyText, groups, spoilt(groups), spoilt(right)), (text) => {
      const reading = withHours(short, text);
      if (!reading.ok) {
        must(reading.faults.every(({ path, message }) => path.startsWith('hours') && message !== ''));
        return false;
      }
      // What is taken is a calendar, every span of the text is in it, and no span comes from elsewhere.
      const written: readonly string[] = text.match(/\d\d:\d\d-\d\d:\d\d/g) ?? [];
      const week: readonly string[] = Object.values(reading.value.week).flat();
      must(written.length > 0 && written.every((span) => week.includes(span)));
      must(week.every((span) => written.includes(span) || usual.includes(span)));
      createWorkingCalendar(reading.value);
      return true;
    });
  });

  it('terms', () => {
    const words =
      '3 05 2,5 0 15 (ba) ngày giờ tháng làm việc ngày làm việc trong không quá sau thì nếu trường hợp phải xác minh tiếp theo từ đến kéo dài thêm ngay hồ sơ nhận quy định ; , ( ) . - hoặc';
    const right = fc.constantFrom(
      '03 ngày làm việc',
      'từ 03 đến 05 ngày làm việc',
      'trong ngày; nhận hồ sơ sau 15 giờ thì trả vào ngày làm việc tiếp theo',
      'không quá 05 ngày làm việc trường hợp phải xác minh',
      '03 ngày làm việc; nếu phải xác minh thì kéo dài thêm không quá 05 ngày làm việc',
    );
    // The same few words over and over: what a reader that goes back and forth would take hours for.
    const over = madeOf(`${words} , , ngay trong ngày nếu x`, ' ', 6).map(
      (unit) => `${`${unit} `.repeat(60).slice(0, 380)}!`,
    );
    const few = fc.oneof({ arbitrary: over, weight: 1 }, { arbitrary: madeOf(words, ' ', 25), weight: 9 });
    const texts = fc.oneof(anyText, few, spoilt(right));
    fuzz('parseTerm', texts, (text) => {
      const reading = parseTerm(text);
      if (!reading.ok) {
        must(reading.text === text && reading.part !== undefined);
        return false;
      }
      const { term } = reading;
      const folded = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
      const figures = (folded.match(/\d+(?:[.,]\d+)?/g) ?? []).map((figure) => Number(figure.replace(',', '.')));
      must(figuresOf(term).every((n) => n > 0 && n < 1000 && figures.includes(n)));
      must(folded.includes('làm việc') || !kindsOf(term).includes('working'));
      // Said again in its plainest words it is the same term, and it can be counted.
      if (isLength(term)) {
        const again = parseTerm(`${term.n} ${UNITS[term.kind]}`);
        must(again.ok && isDeepStrictEqual(again.term, { kind: term.kind, n: term.n }));
      }
      const due = dueOf(office, { received: MONDAY, term });
      must(due.ok || due.reason !== 'malformed');
      return true;
    });
  });

  it('due texts of a portal', () => {
    const texts = fc.oneof(anyText, madeOf('Còn Quá hạn 1 1.25 2,5 ngày giờ phút 0', ' ', 8));
    fuzz(
      'readOpenCpsDue',
      fc.oneof(texts, spoilt(fc.constantFrom('Quá 1.25 ngày', 'Còn 1 ngày 3 giờ 5 phút'))),
      (text) => {
        const printed = readOpenCpsDue(text);
        if (printed === null) return false;
        must(Number.isSafeInteger(printed.minutes) && printed.minutes >= 0);
        must(
          text
            .toLowerCase()
            .normalize('NFC')
            .includes(printed.late ? 'quá' : 'còn'),
        );
        must(printed.minutes > 0 === /[1-9]/.test(text));
        return true;
      },
    );
  });

  it('calendars', () => {
    fuzz('parseCalendar', spoiltCalendar, (text) => {
      const input = fromJson(text);
      const reading = parseCalendar(input);
      must(Reflect.get({}, 'polluted') === undefined);
      if (!reading.ok) {
        must(reading.faults.length > 0);
        return false;
      }
      // Nothing was left out, put in or changed, and the engine takes it.
      must(isDeepStrictEqual(reading.value, input));
      createWorkingCalendar(reading.value);
      return true;
    });
  });
});

/** The value; the text itself where it is no JSON. */
function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A fortnight, so that a hundred thousand of them are checked in seconds. */
const short: CalendarData = {
  ...exampleCalendar,
  from: '2026-03-01',
  to: '2026-03-15',
  days: exampleCalendar.days.filter(({ date }) => date < '2026-03-15' && date >= '2026-03-01'),
};
const usual: readonly string[] = Object.values(short.week).flat();
const office = createWorkingCalendar(exampleCalendar);
const MONDAY = parseWallTime('2026-01-05T09:00')?.minute ?? Number.NaN;

/** The calendar as text, taken apart: every second piece is a value or a key. */
const pieces = JSON.stringify(short).split(/("[^"]*"|-?\d+(?=[,}])|\[\])/);

/** One to three values or keys exchanged for something else. */
const spoiltCalendar = fc
  .array(fc.tuple(fc.nat({ max: (pieces.length - 3) / 2 }), fc.constantFrom(...replacements())), {
    minLength: 1,
    maxLength: 3,
  })
  .map((changes) => {
    const text = [...pieces];
    for (const [where, put] of changes) text[2 * where + 1] = put;
    return text.join('');
  });

function replacements(): readonly string[] {
  const deep = `${'['.repeat(200)}1${']'.repeat(200)}`;
  return [
    ...['""', '" "', '"\\ud800"', '"__proto__"', '"constructor"', '"prototype"', '"polluted"', '"toString"', '"vi"'],
    ...[
      '"2026-02-30"',
      '"2026-03-02"',
      '"2026-03-08"',
      '"0000-01-01"',
      '"9999-12-31"',
      '"2026-3-2"',
      '"2026-03-02T00:00"',
    ],
    ...['"22:00-08:00"', '"07:30-11:30"', '"13:00-17:00"', '"24:00-25:00"', '"08:00-08:00"', '"00:00-23:59"'],
    ...[
      '"off"',
      '"work"',
      '"open"',
      '"verified"',
      '"uncertain"',
      '"example"',
      '"1.0.0"',
      '"1.0.0+a"',
      '"checklist-calendar/1"',
    ],
    ...[
      '0',
      '-1',
      '480',
      '1e308',
      '-0',
      '9007199254740993',
      '0.5',
      'null',
      'true',
      '{}',
      '[]',
      '[[]]',
      deep,
      '{"__proto__":{"polluted":1}}',
    ],
  ];
}

function figuresOf(term: Term): readonly number[] {
  return [...(isLength(term) ? [term.n] : []), ...(term.cases ?? []).map(({ length }) => length.n)];
}

function kindsOf(term: Term): string {
  return [term.kind, ...(term.cases ?? []).map(({ length }) => length.kind)].join();
}

const UNITS = {
  'working-days': 'ngày làm việc',
  'working-hours': 'giờ làm việc',
  'calendar-days': 'ngày',
  hours: 'giờ',
  months: 'tháng',
} as const;
