import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleSum } from '../handover/handover.ts';
import type { DayCounts } from '../journal/entry.ts';
import { formatDay } from '../time/wall-time.ts';
import { type BuiltReport, buildReport } from './build-report.ts';
import { isolatesFewerThan, type LinearFigure } from './linear-attack.ts';
import type { ReleasedOutput } from './released.ts';
import type { PeriodCell, Report, TotalCell } from './report.ts';
import { type DayRange, dayRange, MOST_PERIODS, type PeriodKind } from './report-period.ts';
import { Tally } from './tally.ts';
import type { TallyOptions } from './tally-options.ts';
import { conductOf, countAll, finishOn, handoverOf, rulesOfCue, type TestHandover } from './test-data.ts';

/*
 * What a reader of all reports could work out. Not defended, because no minimum group can: k − 1 people of a group who
 * put their own figures together know the last one's; a group in which everybody is alike tells about each of them; a
 * person who makes up more people with keys and ids of their own; and whoever holds a hand-over file can open it.
 */

const K = 5;

/** One occasion of the rule `thank`. */
interface Occasion {
  readonly day: string;
  readonly missed?: boolean;
}

function lines(author: string, occasions: readonly Occasion[]): TestHandover {
  return handoverOf(
    { author },
    occasions.map(({ day, missed = false }) => finishOn(day, conductOf(missed ? ['say-thanks'] : []))),
  );
}

function stated(author: string, from: string, to: string, sum: RuleSum): TestHandover {
  return handoverOf({ author, origin: `${author} ${from}` }, [finishOn(from)], {
    period: { from, to },
    stated: { rules: { thank: sum }, skipped: 0, bypassed: 0 },
  });
}

function built(handovers: readonly TestHandover[], options: Parameters<typeof buildReport>[1] = {}): BuiltReport {
  return buildReport(countAll(new Tally({ rulesOfCue }), handovers), { officeSize: 30, minGroup: K, ...options });
}

function total(report: Report): TotalCell | undefined {
  return report.conduct?.rules.find(({ rule }) => rule === 'thank')?.total;
}

function cells(report: Report, kind: PeriodKind): readonly PeriodCell[] {
  const table = report.conduct?.tables.find((each) => each.kind === kind);
  return table?.rows.find(({ rule }) => rule === 'thank')?.cells ?? [];
}

const FIVE = ['an', 'binh', 'chi', 'dung', 'em'];

describe('the minimum group', () => {
  it('refuses to be lowered under three, whatever the number looks like', () => {
    for (const minGroup of [2, 1, 0, -5, 2.9, 4.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => buildReport(new Tally(), { minGroup })).toThrow(RangeError);
    }
    expect(buildReport(new Tally(), { minGroup: 3 }).report.minGroup).toBe(3);
  });

  it('shows five people and not four', () => {
    const day = { day: '2026-06-01' };
    expect(total(built(FIVE.map((author) => lines(author, [day]))).report)).toMatchObject({ state: 'shown', of: 5 });
    const four = built(FIVE.slice(1).map((author) => lines(author, [day]))).report;
    expect(total(four)).toEqual({ state: 'withheld' });
    expect(four.notes).toContain('min-group');
    expect(four.conduct?.cues).toEqual([{ name: 'say-thanks', state: 'withheld' }]);
    expect(four.conduct?.skipped).toEqual({ state: 'withheld' });
  });

  it('is not reached by one person with several logs, keys or ids', () => {
    const entries = [finishOn('2026-06-01', conductOf())];
    const many = Array.from({ length: 9 }, (_, index) =>
      handoverOf({ author: index < 4 ? 'an' : `an-${index}`, origin: `log-${index}`, key: 'one' }, entries),
    );
    const { report } = built(many);
    expect(report.coverage.authors).toBe(1);
    expect(total(report)).toEqual({ state: 'withheld' });
  });

  it('gives an office that is too small no conduct figure at all', () => {
    const handovers = FIVE.map((author) => lines(author, [{ day: '2026-06-01' }]));
    const { report, release } = built(handovers, { officeSize: 5 });
    expect(report).toMatchObject({ small: true, conduct: null });
    expect(report.notes).toContain('small-office');
    expect(report.service.total.entries).toBe(5);
    expect(release.subjects).toEqual([]);
    expect(built(handovers, { officeSize: 6 }).report.small).toBe(false);
  });

  it('takes the number of people heard where nobody says how large the office is', () => {
    const handovers = FIVE.map((author) => lines(author, [{ day: '2026-06-01' }]));
    expect(built(handovers, { officeSize: null }).report).toMatchObject({ small: false });
    expect(built(handovers.slice(1), { officeSize: null }).report).toMatchObject({ small: true, conduct: null });
  });

  it('does not believe an office that is smaller than the people heard, nor one that is no number', () => {
    const handovers = [...FIVE, 'giang', 'hoa'].map((author) => lines(author, [{ day: '2026-06-01' }]));
    const { report } = built(handovers, { officeSize: 6 });
    expect(report.conduct).toBeNull();
    expect(report.notes).toContain('more-authors-than-officials');
    expect(() => built(handovers, { officeSize: 0 })).toThrow(RangeError);
    expect(() => built(handovers, { officeSize: 6.5 })).toThrow(RangeError);
  });

  it('is not fooled by an office said to be larger than it is', () => {
    const handovers = FIVE.slice(2).map((author) => lines(author, [{ day: '2026-06-01' }]));
    expect(total(built(handovers, { officeSize: 500 }).report)).toEqual({ state: 'withheld' });
  });
});

describe('figures of one report', () => {
  it('hide one more part where a hidden one could be worked out from the total', () => {
    // The example of an employee survey (PeopleCues): 8 of one team and 1 of another; total and team give away the one.
    const handovers = [
      ...[...FIVE, 'giang', 'hoa', 'khanh'].map((author) => lines(author, [{ day: '2026-06-01' }])),
      lines('lan', [{ day: '2026-06-08', missed: true }]),
    ];
    const { report } = built(handovers, { by: ['week'] });
    expect(total(report)).toMatchObject({ state: 'shown', missed: 1, of: 9 });
    expect(cells(report, 'week')).toEqual([{ state: 'withheld' }, { state: 'withheld' }]);
    expect(report.notes).toEqual(expect.arrayContaining(['min-group', 'complementary']));
  });

  it('let a total stand for what is shown where the hidden rest is too few', () => {
    // The examples of another (dialog.nl): hidden answers join a total only once they are of enough people.
    const sales = FIVE.map((author) => lines(author, [{ day: '2026-06-01' }]));
    const hidden = ['giang', 'hoa', 'khanh'].map((author) => lines(author, [{ day: '2026-06-08', missed: true }]));
    const more = ['lan', 'minh'].map((author) => lines(author, [{ day: '2026-06-15', missed: true }]));
    const past = built(sales, { by: ['week'] }).release;
    const few = built([...sales, ...hidden], { by: ['week'], released: [past] }).report;
    expect(total(few)).toMatchObject({ state: 'shown', missed: 0, of: 5, partial: true });
    expect(few.notes).toEqual(expect.arrayContaining(['partial-total', 'differencing']));
    const enough = built([...sales, ...hidden, ...more], { by: ['week'], released: [past] }).report;
    expect(total(enough)).toMatchObject({ state: 'shown', missed: 5, of: 10 });
    expect(cells(enough, 'week').map(({ state }) => state)).toEqual(['shown', 'withheld', 'withheld']);
  });

  it('do not give away the day on which months and weeks do not meet', () => {
    // 1 June 2026 is a Monday; 30 June and 1 July are in one week. Only one person worked on 30 June.
    const handovers = [...FIVE, 'giang'].map((author) =>
      lines(author, [
        ...['2026-06-01', '2026-06-08', '2026-06-15', '2026-06-22', '2026-07-01'].map((day) => ({ day })),
        ...(author === 'giang' ? [{ day: '2026-06-30', missed: true }] : []),
      ]),
    );
    const { report } = built(handovers, { by: ['week', 'month'] });
    const shownMonth = cells(report, 'month')[0]?.state === 'shown';
    const shownWeeks = cells(report, 'week').slice(0, 4);
    expect(shownMonth && shownWeeks.every(({ state }) => state === 'shown')).toBe(false);
  });

  it('do not give away what two people stated through a cue that only lines count', () => {
    const handovers = [
      ...[...FIVE, 'giang'].map((author) => lines(author, [{ day: '2026-06-01' }])),
      stated('hoa', '2026-06-01', '2026-06-30', { missed: 7, of: 9 }),
      stated('khanh', '2026-06-01', '2026-06-30', { missed: 0, of: 9 }),
    ];
    const { report } = built(handovers, { by: [] });
    expect(total(report)).toMatchObject({ state: 'shown', missed: 7, of: 24 });
    expect(report.conduct?.cues).toEqual([{ name: 'say-thanks', state: 'withheld' }]);
  });

  it('do not give away what two people stated through the weeks that only lines fill', () => {
    const handovers = [
      ...[...FIVE, 'giang'].map((author) => lines(author, [{ day: '2026-06-01' }])),
      stated('hoa', '2026-06-01', '2026-06-30', { missed: 7, of: 9 }),
    ];
    const { report } = built(handovers, { by: ['week'] });
    expect(total(report)).toMatchObject({ state: 'shown', of: 15 });
    expect(cells(report, 'week').map(({ state }) => state)).not.toContain('shown');
    expect(report.conduct?.stated).toEqual({ counted: 1, unplaced: 1, leftOut: 0 });
  });

  it('name nobody', () => {
    const handovers = FIVE.map((author) => lines(author, [{ day: '2026-06-01' }]));
    const { report, release } = built(handovers);
    const text = JSON.stringify(report);
    for (const { header, file } of handovers) {
      for (const secret of [`"${header.author}"`, header.name ?? '', header.origin, header.key, file]) {
        expect(text).not.toContain(secret);
        expect(JSON.stringify(release)).not.toContain(secret);
      }
    }
    for (const tag of Object.keys(release.subjects[0]?.people ?? {})) expect(text).not.toContain(tag);
    expect(Object.keys(release.subjects[0]?.people ?? {})).toHaveLength(5);
  });
});

describe('figures of reports one after the other', () => {
  const base = FIVE.map((author) => lines(author, [{ day: '2026-06-01' }, { day: '2026-06-09' }]));
  const late = lines('giang', [{ day: '2026-06-02', missed: true }]);

  it('are the same when the same is asked again', () => {
    const first = built(base);
    const second = built(base, { released: [first.release, first.release] });
    expect(second).toEqual(first);
  });

  it('hide what one more person changes', () => {
    const first = built(base);
    const second = built([...base, late], { released: [first.release] });
    expect(total(first.report)).toMatchObject({ state: 'shown', of: 10 });
    expect(cells(second.report, 'week')[0]).toEqual({ state: 'withheld' });
    expect(cells(second.report, 'week')[1]).toMatchObject({ state: 'shown', of: 5 });
    expect(total(second.report)).toMatchObject({ of: 5, partial: true });
    expect(second.report.notes).toContain('differencing');
    expect(second.report.conduct?.cues).toEqual([{ name: 'say-thanks', state: 'withheld' }]);
  });

  it('hide what one person less changes', () => {
    const first = built([...base, late]);
    const second = built(base, { released: [first.release] });
    expect(cells(second.report, 'week')[0]).toEqual({ state: 'withheld' });
  });

  it('hide what more days of one person change', () => {
    const first = built(base);
    const more = base.map((handover, index) =>
      index === 0 ? lines('an', [{ day: '2026-06-01' }, { day: '2026-06-09' }, { day: '2026-06-10' }]) : handover,
    );
    const second = built(more, { released: [first.release] });
    expect(cells(second.report, 'week')).toMatchObject([{ state: 'shown' }, { state: 'withheld' }]);
    expect(total(second.report)).toMatchObject({ partial: true });
  });

  it('are shown again when enough people changed', () => {
    const first = built(base);
    const joined = ['h1', 'h2', 'h3', 'h4', 'h5'].map((author) => lines(author, [{ day: '2026-06-01' }]));
    const second = built([...base, ...joined], { released: [first.release] });
    expect(total(second.report)).toMatchObject({ state: 'shown', of: 15 });
    expect(total(second.report)).not.toHaveProperty('partial');
  });

  it('hide a week once the month and the other weeks are known, though each was asked for alone', () => {
    const handovers = [
      ...[...FIVE, 'giang'].map((author) =>
        lines(author, [{ day: '2026-06-01' }, { day: '2026-06-08' }, { day: '2026-06-15' }]),
      ),
      lines('hoa', [{ day: '2026-06-23', missed: true }]),
    ];
    const month = built(handovers, { by: ['month'] });
    const weeks = built(handovers, { by: ['week'], released: [month.release] });
    expect(cells(month.report, 'month')[0]).toMatchObject({ state: 'shown', of: 19 });
    expect(cells(weeks.report, 'week').filter(({ state }) => state === 'shown')).toHaveLength(2);
  });

  it('cannot be taken apart by two periods that differ by one person’s day', () => {
    const handovers = [
      ...FIVE.map((author) => lines(author, [{ day: '2026-06-01' }, { day: '2026-06-02' }])),
      lines('giang', [{ day: '2026-06-03', missed: true }]),
    ];
    const report = (to: string, released: readonly ReleasedOutput[]) =>
      buildReport(countAll(new Tally({ rulesOfCue, period: { from: '2026-06-01', to } }), handovers), {
        officeSize: 30,
        by: [],
        released,
      });
    const short = report('2026-06-02', []);
    expect(total(short.report)).toMatchObject({ state: 'shown', of: 10 });
    expect(total(report('2026-06-03', [short.release]).report)).toEqual({ state: 'withheld' });
    const long = report('2026-06-03', []);
    expect(total(long.report)).toMatchObject({ state: 'shown', of: 11 });
    expect(total(report('2026-06-02', [long.release]).report)).toEqual({ state: 'withheld' });
  });

  it('hide a smaller group that a lowered minimum would show, and never go under three', () => {
    const handovers = FIVE.slice(1).map((author) => lines(author, [{ day: '2026-06-01' }]));
    expect(total(built(handovers).report)).toEqual({ state: 'withheld' });
    expect(total(built(handovers, { minGroup: 3 }).report)).toMatchObject({ state: 'shown' });
    const joined = lines('an', [{ day: '2026-06-02' }]);
    const released = [built(handovers, { minGroup: 3 }).release];
    expect(total(built([...handovers, joined], { minGroup: 3, released }).report)).toEqual({ state: 'withheld' });
  });
});

/*
 * Against all sums and differences: every figure shown, in up to three reports in a row while people join and hand over
 * more, is written as a sum of single contributions (person, day or stated period). For each group of fewer than K people
 * it is then asked whether some combination of the figures is left with contributions of these people only.
 */
describe('all that can be worked out from all figures shown', () => {
  it('is of at least the minimum group', () => {
    fc.assert(
      fc.property(officeArbitrary, (stages) => {
        const released: ReleasedOutput[] = [];
        const figures: LinearFigure[] = [];
        for (const stage of stages) {
          const handovers = stage.people.flatMap(({ author, days, sum }) => [
            ...(days.length > 0
              ? [
                  lines(
                    author,
                    days.map((day) => ({ day: dayText(day) })),
                  ),
                ]
              : []),
            ...(sum === null ? [] : [stated(author, dayText(sum.from), dayText(sum.to), { missed: 1, of: 3 })]),
          ]);
          const tally = countAll(new Tally({ rulesOfCue, ...stage.counting }), handovers);
          const { report, release } = buildReport(tally, { officeSize: 30, by: stage.by, released, minGroup: 3 });
          released.push(release);
          figures.push(...shownFigures(report, handovers));
        }
        expect(isolatesFewerThan(3, figures)).toBeNull();
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('would be less without the guard: the attack itself works', () => {
    const base = FIVE.slice(0, 3).map((author) => lines(author, [{ day: '2026-06-01' }]));
    const late = lines('giang', [{ day: '2026-06-02' }]);
    const figures = [base, [...base, late]].flatMap((handovers) =>
      shownFigures(built(handovers, { by: [], minGroup: 3 }).report, handovers),
    );
    expect(isolatesFewerThan(3, figures)).not.toBeNull();
  });
});

function dayText(day: number): string {
  return `2026-06-${String(day).padStart(2, '0')}`;
}

/** Each shown figure of the rule as the set of contributions it adds up. */
function shownFigures(report: Report, handovers: readonly TestHandover[]): LinearFigure[] {
  const ranges: DayRange[] = [];
  const whole = total(report);
  if (report.period !== null && whole?.state === 'shown' && whole.partial !== true)
    ranges.push(dayRange(report.period));
  for (const { kind, columns } of report.conduct?.tables ?? []) {
    for (const [index, cell] of cells(report, kind).entries()) {
      const column = columns[index];
      if (cell.state === 'shown' && column !== undefined) ranges.push(dayRange(column));
    }
  }
  // A column may reach beyond the days reported on.
  const limits = report.period === null ? { first: 0, last: 0 } : dayRange(report.period);
  return ranges
    .map(({ first, last }) => ({ first: Math.max(first, limits.first), last: Math.min(last, limits.last) }))
    .map((range) => new Map(handovers.flatMap((handover) => contributionsIn(handover, range))));
}

function contributionsIn({ header, entries, file }: TestHandover, range: DayRange): [string, string][] {
  const isIn = (from: string, to: string) => {
    const { first, last } = dayRange({ from, to });
    return first >= range.first && last <= range.last;
  };
  if (header.stated !== null) return isIn(header.period.from, header.period.to) ? [[file, header.author]] : [];
  return entries.flatMap(({ id, service }): [string, string][] =>
    service !== null && isIn(service.day, service.day) ? [[`${id} ${service.day}`, header.author]] : [],
  );
}

const kindsArbitrary = fc.constantFrom<PeriodKind[]>(
  [],
  ['week'],
  ['month'],
  ['week', 'month'],
  ['week', 'reporting-month'],
  ['week', 'month', 'reporting-month', 'quarter'],
);

const countingArbitrary = fc.constantFrom<TallyOptions>(
  {},
  {},
  { period: { from: '2026-06-01', to: '2026-06-30' } },
  { period: { from: '2026-06-01', to: '2026-06-15' } },
  { period: { from: '2026-06-02', to: '2026-06-29' } },
  { period: { from: '2026-06-08', to: '2026-06-22' } },
);

const personArbitrary = fc.record({
  days: fc.uniqueArray(fc.constantFrom(1, 2, 8, 12, 15, 16, 22, 29, 30), { maxLength: 4 }),
  sum: fc.option(fc.constantFrom({ from: 1, to: 5 }, { from: 1, to: 14 }, { from: 8, to: 20 }, { from: 1, to: 30 }), {
    freq: 4,
  }),
  since: fc.constantFrom(0, 0, 0, 1, 2),
  /** Of their days, those handed over only from the next stage on. */
  later: fc.constantFrom(0, 0, 1),
});

const officeArbitrary = fc
  .tuple(
    fc.array(personArbitrary, { minLength: 3, maxLength: 7 }),
    fc.array(fc.tuple(kindsArbitrary, countingArbitrary), { minLength: 1, maxLength: 3 }),
  )
  .map(([people, asked]) =>
    asked.map(([by, counting], stage) => ({
      by,
      counting,
      people: people
        .map(({ days, sum, since, later }, index) => ({
          author: `p${index}`,
          since,
          days: [...days].sort((a, b) => a - b).slice(0, Math.max(0, days.length - (stage === 0 ? later : 0))),
          sum,
        }))
        .filter(({ since }) => since <= stage),
    })),
  );

describe('a hand-over that speaks of centuries', () => {
  const team = ['an', 'binh', 'chi', 'dung', 'em', 'giang'].map((author) =>
    handoverOf({ author }, [finishOn('2026-06-01', conductOf())]),
  );
  const stated = { rules: { thank: { missed: 1, of: 10 } }, skipped: 0, bypassed: 0 };
  const reportWith = (...files: readonly TestHandover[]) =>
    buildReport(countAll(new Tally({ rulesOfCue }), [...team, ...files]), { officeSize: 10 }).report;

  it.each([
    { from: '0000-01-01', to: '2026-12-31' },
    { from: '2026-01-01', to: '9999-12-31' },
  ])('by what it states ($from to $to) does not stretch the report of all others', (period) => {
    const report = reportWith(handoverOf({ author: 'liar' }, [finishOn('2026-06-02')], { period, stated }));
    expect(report.period).toEqual({ from: '2026-06-01', to: '2026-06-02' });
    expect(report.conduct?.stated).toEqual({ counted: 0, unplaced: 0, leftOut: 1 });
    expect(report.notes).toContain('stated-left-out');
    expect(report.conduct?.rules[0]?.total).toMatchObject({ state: 'shown', of: 6 });
  });

  it('in its entries leaves out empty periods, and of many the ones with fewest entries', () => {
    const clock = handoverOf({ author: 'clock' }, [finishOn('1940-01-01'), finishOn('2100-01-01')]);
    expect(columnsOf(reportWith(clock))).toEqual(['1940-W01', '2026-W23', '2099-W53']);
    const weeks = Array.from({ length: 2 * MOST_PERIODS }, (_, week) => finishOn(formatDay(week * 7)));
    const columns = columnsOf(reportWith(handoverOf({ author: 'liar' }, weeks), clock));
    expect(columns).toHaveLength(MOST_PERIODS);
    expect(columns).toContain('2026-W23');
  });

  const columnsOf = ({ conduct, service }: Report) => {
    const columns = conduct?.tables[0]?.columns.map(({ key }) => key) ?? [];
    expect(service.byPeriod[0]?.periods.map(({ period }) => period.key)).toEqual(columns);
    return columns;
  };
});

describe('a report of one person', () => {
  const returned = (onTime: 'early' | 'late') => ({
    service: { day: '2026-06-01', outcome: 'returned', onTime } as const,
  });
  const counts: DayCounts = {
    received: 9,
    resolved: { early: 1, onTime: 2, late: 6 },
    open: { notDue: 0, upToFive: 0, more: 0 },
    letters: { owed: 0, sent: 0 },
    promises: { made: 5, kept: 1 },
  };
  const work = [
    returned('early'),
    returned('late'),
    { service: { day: '2026-06-01', kind: 'day-counts', outcome: null, counts } as const },
  ];
  const report = (...files: readonly TestHandover[]) =>
    buildReport(countAll(new Tally(), files), { officeSize: 3 }).report;

  it('counts what was done, but says nothing of how well', () => {
    // Two logs of one person are still one person.
    const one = report(handoverOf({ author: 'an' }, work), handoverOf({ author: 'an', origin: 'new pc' }, work));
    expect(one.service.total).toMatchObject({ entries: 4, onTime: null });
    expect(one.service.total.days).toMatchObject({ received: 18, resolved: null, promises: null });
    expect(one.service.byPeriod.flatMap(({ periods }) => periods.map(({ figures }) => figures.onTime))).toEqual([
      null,
      null,
    ]);
    expect(one.notes).toContain('one-person');
  });

  it('of two says it of both together', () => {
    const two = report(handoverOf({ author: 'an' }, work), handoverOf({ author: 'binh' }, work));
    expect(two.service.total.onTime).toMatchObject({ early: 2, late: 2 });
    expect(two.service.total.days).toMatchObject({ promises: { made: 10, kept: 2 } });
    expect(two.notes).not.toContain('one-person');
  });
});
