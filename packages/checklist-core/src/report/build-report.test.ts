import { describe, expect, it } from 'vitest';
import type { StatedConduct } from '../handover/handover.ts';
import { type BuiltReport, buildReport } from './build-report.ts';
import { Tally } from './tally.ts';
import type { ReportOptions, TallyOptions } from './tally-options.ts';
import {
  conductOf,
  countAll,
  finishOn,
  handoverOf,
  rulesOfCue,
  type TestEntry,
  type TestHandover,
} from './test-data.ts';

const TEAM = ['an', 'binh', 'chi', 'dung', 'em', 'giang'];

function built(
  handovers: readonly TestHandover[],
  options: ReportOptions = {},
  counting: TallyOptions = { rulesOfCue },
): BuiltReport {
  return buildReport(countAll(new Tally(counting), handovers), { officeSize: 10, ...options });
}

function teamOf(make: (author: string) => TestHandover): TestHandover[] {
  return TEAM.map(make);
}

function sums(missed: number, of: number): StatedConduct {
  return { rules: { thank: { missed, of } }, skipped: 1, bypassed: 2 };
}

const JUNE = { from: '2026-06-01', to: '2026-06-30' };
const WEEK = { from: '2026-06-08', to: '2026-06-14' };

describe('a report of nothing', () => {
  it('has no period, no figure and no fault', () => {
    const { report, release } = buildReport(new Tally());
    expect(report).toMatchObject({ format: 'checklist-report/1', period: null, small: true, conduct: null });
    expect(report.notes).toEqual(['small-office', 'unknown-office-size']);
    expect(release.subjects).toEqual([]);
  });
});

describe('stated sums', () => {
  it('count in a week if they were stated of days within it, else in the month or only in the whole', () => {
    const { report } = built([
      ...teamOf((author) => handoverOf({ author }, [finishOn('2026-06-01')], { period: JUNE, stated: sums(1, 10) })),
      ...teamOf((author) =>
        handoverOf({ author, origin: `second ${author}` }, [finishOn('2026-06-09')], {
          period: WEEK,
          stated: sums(0, 4),
        }),
      ),
      ...teamOf((author) =>
        handoverOf({ author, origin: `third ${author}` }, [finishOn('2026-07-01')], {
          period: { from: '2026-06-20', to: '2026-07-10' },
          stated: sums(0, 2),
        }),
      ),
    ]);
    const [weeks, months] = report.conduct?.tables ?? [];
    expect(weeks?.rows[0]?.cells.filter(({ state }) => state === 'shown')).toMatchObject([{ missed: 0, of: 24 }]);
    expect(months?.rows[0]?.cells).toMatchObject([{ state: 'shown', missed: 6, of: 84 }, { state: 'none' }]);
    expect(report.conduct?.rules).toMatchObject([{ rule: 'thank', total: { missed: 6, of: 96 } }]);
    expect(report.conduct?.stated).toEqual({ counted: 18, unplaced: 12, leftOut: 0 });
    expect(report.conduct?.skipped).toEqual({ state: 'shown', count: 18 });
    expect(report.conduct?.bypassed).toEqual({ state: 'shown', count: 36 });
    expect(report.notes).toEqual(expect.arrayContaining(['stated', 'stated-unplaced']));
  });

  it('are left out where lines of the same leaves are open', () => {
    const { report } = built(
      teamOf((author) =>
        handoverOf({ author }, [finishOn('2026-06-01', conductOf(['say-thanks']))], { stated: sums(0, 50) }),
      ),
    );
    expect(report.conduct?.rules).toMatchObject([{ rule: 'thank', total: { missed: 6, of: 6 } }]);
    expect(report.conduct?.stated).toEqual({ counted: 0, unplaced: 0, leftOut: 6 });
  });

  it('of overlapping leaves count once, those of most leaves, in whatever order they come', () => {
    const days = ['2026-06-01', '2026-06-02', '2026-06-03'].map((day) => finishOn(day));
    const handovers = [
      ...teamOf((author) => handoverOf({ author }, days, { period: JUNE, stated: sums(3, 30) })),
      ...teamOf((author) => handoverOf({ author }, days.slice(1), { from: 1, period: JUNE, stated: sums(0, 20) })),
    ];
    const { report } = built(handovers);
    expect(report.conduct?.rules).toMatchObject([{ rule: 'thank', total: { missed: 18, of: 180 } }]);
    expect(report.conduct?.stated).toEqual({ counted: 6, unplaced: 6, leftOut: 6 });
    expect(built([...handovers].reverse()).report).toEqual(report);
  });

  it('of no leaf or of days not asked for count nothing', () => {
    const handovers = teamOf((author) => handoverOf({ author }, [], { period: JUNE, stated: sums(3, 30) }));
    expect(built(handovers).report.conduct?.rules ?? []).toEqual([]);
    const others = teamOf((author) =>
      handoverOf({ author }, [finishOn('2026-06-09')], { period: JUNE, stated: sums(3, 30) }),
    );
    expect(built(others, {}, { rulesOfCue, period: WEEK }).report.conduct?.rules).toEqual([]);
  });
});

describe('a change of the pack', () => {
  const twoVersions = teamOf((author) =>
    handoverOf({ author }, [
      finishOn('2026-05-05', conductOf()),
      { service: { day: '2026-06-05', pack: 'desk@2' }, conduct: conductOf() },
      { service: { day: '2026-07-07', pack: 'desk@2' }, conduct: conductOf() },
    ]),
  );

  it('makes the months before and after it not comparable', () => {
    const { report } = built(twoVersions, { by: ['month'] });
    const cells = report.conduct?.tables[0]?.rows[0]?.cells ?? [];
    expect(cells.map((cell) => cell.break === true)).toEqual([false, true, false]);
    expect(report.notes).toContain('not-comparable');
  });

  it('is none for a rule that is known to be the same', () => {
    const asked: string[] = [];
    const { report } = built(twoVersions, {
      by: ['month'],
      sameRule: (a, b, rule) => {
        asked.push(`${a} ${b} ${rule}`);
        return true;
      },
    });
    expect(new Set(asked)).toEqual(new Set(['desk@1 desk@2 thank']));
    expect(report.notes).not.toContain('not-comparable');
  });

  it('keeps one row for a rule that got another id', () => {
    const renamed = teamOf((author) =>
      handoverOf({ author }, [
        finishOn('2026-05-05', conductOf()),
        { service: { day: '2026-06-05', pack: 'desk@2' }, conduct: { ...conductOf(), rules: ['thank-you'] } },
      ]),
    );
    const { report } = built(
      renamed,
      {},
      {
        rulesOfCue: (pack) => [pack === 'desk@2' ? 'thank-you' : 'thank'],
        currentRule: (_, rule) => (rule === 'thank' ? 'thank-you' : rule),
      },
    );
    expect(report.conduct?.rules).toMatchObject([{ rule: 'thank-you', total: { of: 12 } }]);
  });
});

describe('cues of a pack that is not at hand', () => {
  const entries: TestEntry[] = [finishOn('2026-06-01', conductOf(['say-thanks'])), finishOn('2026-06-02', conductOf())];

  it('count by cue and not by rule, missed or not', () => {
    const { report } = built(
      teamOf((author) => handoverOf({ author }, entries)),
      {},
      {},
    );
    expect(report.conduct?.rules).toEqual([]);
    expect(report.conduct?.cues).toMatchObject([{ name: 'say-thanks', missed: 6, of: 12 }]);
    expect(report.notes).toContain('unknown-cues');
  });
});

describe('the JSON of a report', () => {
  it('is the report', () => {
    const { report, release } = built(
      teamOf((author) => handoverOf({ author }, [finishOn('2026-06-01', conductOf())])),
    );
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(JSON.parse(JSON.stringify(release))).toEqual(release);
  });
});
