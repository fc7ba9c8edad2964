import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildReport } from './build-report.ts';
import type { ConductCell, Report } from './report.ts';
import { Tally } from './tally.ts';
import {
  conductOf,
  countAll,
  finishOn,
  handoverOf,
  rulesOfCue,
  type TestEntry,
  type TestHandover,
  verified,
} from './test-data.ts';

const TEAM = ['an', 'binh', 'chi', 'dung', 'em', 'giang'];

function reportOf(handovers: readonly TestHandover[], officeSize: number | null = 10): Report {
  return buildReport(countAll(new Tally({ rulesOfCue }), handovers), { officeSize }).report;
}

function thanks(report: Report): ConductCell | undefined {
  return report.conduct?.rules.find(({ rule }) => rule === 'thank')?.total;
}

/** The same entries from each of six people. */
function teamOf(entries: readonly TestEntry[]): TestHandover[] {
  return TEAM.map((author) => handoverOf({ author }, entries));
}

describe('a tally of hand-overs', () => {
  it('counts service by day and kind', () => {
    const report = reportOf(
      teamOf([
        { service: { day: '2026-06-01', outcome: 'returned', onTime: 'early', group: 'land' } },
        { service: { day: '2026-06-01', outcome: 'returned', onTime: 'late', channel: 'online' } },
        { service: { day: '2026-07-01', kind: 'letter', letter: 'apology', outcome: null } },
      ]),
    );
    expect(report.coverage).toMatchObject({ handovers: 6, authors: 6, officials: 10, logs: 6, entries: 12 });
    expect(report.service.total.onTime).toMatchObject({ early: 6, onTime: 0, late: 6, n: 12, earlyShare: 0.5 });
    expect(report.service.total.onTime?.notes).toContain('self-logged');
    expect(report.service.total.letters).toEqual([{ name: 'apology', count: 6 }]);
    expect(report.service.groups).toEqual([
      { name: 'civil-status', count: 6 },
      { name: 'land', count: 6 },
    ]);
    expect(report.service.outcomes).toEqual([{ name: 'returned', count: 12 }]);
    expect(report.service.channels).toEqual([
      { name: 'direct', count: 6 },
      { name: 'online', count: 6 },
    ]);
    const months = report.service.byPeriod.find(({ kind }) => kind === 'month')?.periods;
    expect(months?.map(({ period, figures }) => [period.key, figures.entries])).toEqual([
      ['2026-06', 12],
      ['2026-07', 0],
    ]);
  });

  it('counts conduct lines by rule, cue and pause point', () => {
    const report = reportOf(
      teamOf([
        finishOn('2026-06-01', conductOf(['hello'], ['say-thanks', 'hello', 'offer-seat'])),
        finishOn('2026-06-02', conductOf([], ['say-thanks', 'hello'])),
      ]),
    );
    expect(report.conduct?.rules).toMatchObject([
      { rule: 'greet', total: { state: 'shown', missed: 6, of: 12 } },
      { rule: 'thank', total: { state: 'shown', missed: 0, of: 12, notes: ['ceiling', 'low-n'] } },
    ]);
    expect(report.conduct?.cues).toMatchObject([
      { name: 'hello', missed: 6, of: 12 },
      { name: 'offer-seat', missed: 0, of: 6 },
      { name: 'say-thanks', missed: 0, of: 12 },
    ]);
    expect(report.conduct?.pausePoints).toMatchObject([{ name: 'finish', missed: 6, of: 12 }]);
  });

  it('leaves skips and bypasses out of rates and counts them', () => {
    const report = reportOf(
      teamOf([
        finishOn('2026-06-01', conductOf()),
        finishOn('2026-06-01', { ...conductOf(['say-thanks']), skipped: true }),
        finishOn('2026-06-01', { ...conductOf(), bypassed: true }),
      ]),
    );
    expect(thanks(report)).toMatchObject({ missed: 0, of: 6 });
    expect(report.conduct?.skipped).toEqual({ state: 'shown', count: 6 });
    expect(report.conduct?.bypassed).toEqual({ state: 'shown', count: 6 });
  });

  it('drops practice', () => {
    const report = reportOf(teamOf([{ service: { practice: true }, conduct: conductOf() }, finishOn('2026-06-01')]));
    expect(report.coverage).toMatchObject({ entries: 6, left: { practice: 6 } });
    expect(thanks(report)).toBeUndefined();
  });

  it('nets out a void of the same half-day and nothing else', () => {
    const entries: TestEntry[] = [
      { id: 'one', service: { half: 'am' }, conduct: conductOf(['say-thanks']) },
      { id: 'two', service: { half: 'am' }, conduct: conductOf() },
      { service: { half: 'am', kind: 'void', of: 'one' } },
      { service: { half: 'pm', kind: 'void', of: 'two' } },
      { service: { half: 'pm', kind: 'void', of: 'not there' } },
    ];
    const report = reportOf(teamOf(entries));
    expect(report.coverage).toMatchObject({ entries: 6, left: { voided: 6, corrected: 0 } });
    expect(thanks(report)).toMatchObject({ missed: 0, of: 6 });
  });

  it('counts a correction instead of what it corrects, on the same day only', () => {
    const entries: TestEntry[] = [
      { id: 'one', service: { outcome: 'received' }, conduct: conductOf() },
      { service: { kind: 'correction', of: 'one', outcome: 'returned' }, conduct: conductOf(['say-thanks']) },
      { service: { day: '2026-06-02', kind: 'correction', of: 'one', outcome: 'refused' }, conduct: conductOf() },
    ];
    const report = reportOf(teamOf(entries));
    expect(report.coverage).toMatchObject({ entries: 6, left: { corrected: 6 } });
    expect(report.service.outcomes).toEqual([{ name: 'returned', count: 6 }]);
    expect(thanks(report)).toMatchObject({ missed: 6, of: 6 });
  });

  it('counts a day that was closed twice once', () => {
    const counts = {
      received: 5,
      resolved: { early: 1, onTime: 2, late: 0 },
      open: { notDue: 1, upToFive: 0, more: 0 },
      letters: { owed: 1, sent: 1 },
      promises: { made: 2, kept: 1 },
    };
    const closing = { service: { kind: 'day-counts', outcome: null, counts } } as const;
    const report = reportOf([
      handoverOf({ author: 'binh' }, [finishOn('2026-06-01')]),
      handoverOf({ author: 'an' }, [closing, closing]),
    ]);
    expect(report.service.total.days).toMatchObject({ closings: 1, received: 5, promises: { made: 2, kept: 1 } });
  });

  it('counts nothing of a hand-over that is not verified', () => {
    const tally = new Tally({ rulesOfCue });
    const [handover] = teamOf([finishOn('2026-06-01', conductOf()), finishOn('2026-06-02', conductOf())]);
    if (handover === undefined) throw new Error('no hand-over');
    const reading = tally.begin(handover.header);
    for (const entry of handover.entries) reading.add(entry);
    expect(() => tally.begin(handover.header)).toThrow(/commit or drop it first/);
    reading.drop();
    expect(() => reading.commit(verified(handover))).toThrow(/ended before/);
    expect(buildReport(tally).report).toEqual(buildReport(new Tally()).report);
    expect(reportOf([handover])).toEqual(buildReport(countAll(tally, [handover]), { officeSize: 10 }).report);
  });

  it('refuses a hand-over that cannot be counted, and goes on with others', () => {
    const tally = new Tally({ rulesOfCue });
    const bad = [
      ...['1935-12-31', '2116-01-01', '2026-02-30'].map((day) => handoverOf({ author: 'bad' }, [finishOn(day)])),
      handoverOf({ author: 'bad' }, [
        finishOn('2026-06-01'),
        ...Array.from({ length: 30 }, (_, line) =>
          finishOn(
            '2026-06-02',
            conductOf(
              [],
              Array.from({ length: 100 }, (__, cue) => `cue-${line}-${cue}`),
            ),
          ),
        ),
      ]),
    ];
    for (const handover of bad) {
      const reading = tally.begin(handover.header);
      expect(() => handover.entries.forEach((entry) => void reading.add(entry))).toThrow(/drop this hand-over/);
      reading.drop();
    }
    const good = teamOf([finishOn('2026-06-01', conductOf())]);
    expect(buildReport(countAll(tally, good), { officeSize: 10 }).report).toEqual(reportOf(good));
  });

  it('counts a file given twice once, and a leaf of several files once', () => {
    const entries = ['2026-06-01', '2026-06-01', '2026-06-02', '2026-06-02', '2026-06-03'].map((day) =>
      finishOn(day, conductOf(['say-thanks'])),
    );
    const whole = teamOf(entries);
    const parts = TEAM.flatMap((author) => [
      handoverOf({ author }, entries.slice(0, 3)),
      handoverOf({ author }, cut(author, entries, 1, 4), { from: 1 }),
      handoverOf({ author }, cut(author, entries, 3, 5), { from: 3 }),
    ]);
    const tally = countAll(new Tally({ rulesOfCue }), whole);
    const again = whole[0];
    if (again === undefined) throw new Error('no hand-over');
    const reading = tally.begin(again.header);
    for (const entry of again.entries) reading.add(entry);
    expect(reading.commit(verified(again))).toBe('same-file');
    expect(figuresOf(buildReport(tally, { officeSize: 10 }).report)).toEqual(figuresOf(reportOf(whole)));
    expect(figuresOf(reportOf(parts))).toEqual(figuresOf(reportOf(whole)));
  });

  it('says so when a file brings nothing new', () => {
    const tally = new Tally({ rulesOfCue });
    const entries = [finishOn('2026-06-01'), finishOn('2026-06-02')];
    countAll(tally, [handoverOf({ author: 'an' }, entries)]);
    const part = handoverOf({ author: 'an' }, entries.slice(0, 1));
    const reading = tally.begin(part.header);
    for (const entry of part.entries) reading.add(entry);
    expect(reading.commit(verified(part))).toBe('nothing-new');
  });

  it('counts a person with two logs, two keys or two ids once', () => {
    const entries = [finishOn('2026-06-01', conductOf())];
    const report = reportOf([
      handoverOf({ author: 'an', origin: 'log-1' }, entries),
      handoverOf({ author: 'an', origin: 'log-2' }, entries),
      handoverOf({ author: 'an-again', origin: 'log-2' }, entries, { from: 5 }),
      handoverOf({ author: 'binh', origin: 'log-3', key: 'k' }, entries),
      handoverOf({ author: 'not-binh', origin: 'log-4', key: 'k' }, entries),
    ]);
    expect(report.coverage).toMatchObject({ handovers: 5, logs: 4, authors: 2 });
  });

  it('counts only the period asked for', () => {
    const tally = countAll(
      new Tally({ rulesOfCue, period: { from: '2026-06-02', to: '2026-06-03' } }),
      teamOf(['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04'].map((day) => finishOn(day, conductOf()))),
    );
    const { report } = buildReport(tally, { officeSize: 10 });
    expect(report.period).toEqual({ from: '2026-06-02', to: '2026-06-03' });
    expect(report.coverage.entries).toBe(12);
    expect(thanks(report)).toMatchObject({ of: 12 });
  });

  it('keeps no entry waiting but those of the days at the edges of what has come', () => {
    const dayPage: TestEntry = { service: null };
    const closing = { service: { kind: 'day-counts', day: '2026-06-02' } } as const;
    const entries = [
      ...['2026-06-01', '2026-06-01'].map((day) => finishOn(day)),
      dayPage,
      finishOn('2026-06-02'),
      dayPage,
      closing,
      dayPage,
      dayPage,
      ...['2026-06-03', '2026-06-03'].map((day) => finishOn(day)),
      dayPage,
    ];
    const waiting = (...handovers: TestHandover[]) =>
      [...(countAll(new Tally(), handovers).view().logs[0]?.log.held.keys() ?? [])].sort((a, b) => a - b);
    const part = (from: number, to: number) => handoverOf({ author: 'an' }, cut('an', entries, from, to), { from });
    expect(waiting(part(0, 11))).toEqual([8, 9]);
    expect(waiting(part(1, 7))).toEqual([1, 3, 5]);
    expect(waiting(part(1, 9))).toEqual([1, 8]);
    expect(waiting(part(4, 9), part(0, 4))).toEqual([8]);
    expect(waiting(part(5, 9), part(0, 4))).toEqual([3, 5, 8]);
  });

  it('takes a leaf that one file closes and another opens into its day, if it came open first', () => {
    const entries: TestEntry[] = [
      { id: 'one', service: { day: '2026-06-01' } },
      { service: { day: '2026-06-01', kind: 'void', of: 'one' } },
      finishOn('2026-06-02'),
    ];
    const closed = handoverOf({ author: 'an' }, [{ id: 'one', service: null }, ...entries.slice(1)]);
    const open = handoverOf({ author: 'an' }, entries.slice(0, 1));
    expect(reportOf([open, closed]).coverage).toMatchObject({ entries: 1, left: { voided: 1 } });
    expect(reportOf([closed, open]).coverage).toMatchObject({ entries: 2, left: { voided: 0 } });
  });

  it('gives the same report in whatever order and pieces the leaves come', () => {
    fc.assert(
      fc.property(logsArbitrary, fc.infiniteStream(fc.nat(1000)), (logs, random) => {
        const pieces = logs.flatMap(({ author, entries, cuts }) => piecesOf(author, entries, cuts));
        const shuffled = pieces
          .map((piece) => ({ piece, at: random.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ piece }) => piece);
        const whole = logs.map(({ author, entries }) => handoverOf({ author }, entries));
        expect(figuresOf(reportOf(shuffled))).toEqual(figuresOf(reportOf(whole)));
        expect(reportOf(shuffled)).toEqual(reportOf([...pieces].reverse()));
      }),
      { numRuns: 80 },
    );
  }, 60_000);
});

/** The report without what depends on how many files there were. */
function figuresOf(report: Report): unknown {
  const { handovers: _, closed: __, ...coverage } = report.coverage;
  return { ...report, coverage };
}

/** Entries `from` up to `to` with the ids they have in the whole log. */
function cut(author: string, entries: readonly TestEntry[], from: number, to: number): TestEntry[] {
  return entries.slice(from, to).map((entry, index) => ({ id: `log-${author}#${from + index}`, ...entry }));
}

function piecesOf(author: string, entries: readonly TestEntry[], cuts: readonly [number, number, boolean][]) {
  const pieces = cuts.map(([a, b, closed]) => {
    const from = Math.min(a, b) % entries.length;
    const to = Math.min(entries.length, Math.max(a, b) + 1);
    const part = cut(author, entries, from, Math.max(to, from + 1));
    return handoverOf({ author }, closed ? part.map((entry) => ({ ...entry, conduct: null })) : part, { from });
  });
  // Overlapping halves make sure that all leaves come.
  const middle = Math.floor(entries.length / 2);
  return [
    ...pieces,
    handoverOf({ author }, cut(author, entries, 0, middle + 1)),
    handoverOf({ author }, cut(author, entries, middle, entries.length), { from: middle }),
  ];
}

const entryArbitrary = fc.record({
  step: fc.constantFrom(0, 0, 0, 1),
  half: fc.constantFrom('am', 'pm') as fc.Arbitrary<'am' | 'pm'>,
  kind: fc.constantFrom('finish', 'finish', 'finish', 'void', 'correction', 'letter', 'day page') as fc.Arbitrary<
    'finish' | 'void' | 'correction' | 'letter' | 'day page'
  >,
  back: fc.integer({ min: 1, max: 3 }),
  missed: fc.boolean(),
  practice: fc.constantFrom(false, false, false, true),
});

const logsArbitrary = fc
  .array(
    fc.record({
      drafts: fc.array(entryArbitrary, { minLength: 1, maxLength: 14 }),
      cuts: fc.array(fc.tuple(fc.nat(13), fc.nat(13), fc.boolean()), { maxLength: 4 }),
    }),
    { minLength: 5, maxLength: 7 },
  )
  .map((logs) =>
    logs.map(({ drafts, cuts }, index) => {
      const author = TEAM[index] ?? 'hoa';
      let day = 1;
      const entries = drafts.map(({ step, half, kind, back, missed, practice }, n): TestEntry => {
        day += step;
        if (kind === 'day page') return { id: `log-${author}#${n}`, service: null, conduct: null };
        const of = kind === 'void' || kind === 'correction' ? `log-${author}#${n - back}` : null;
        const letter = kind === 'letter' ? ({ letter: 'apology' } as const) : {};
        const conduct = kind === 'finish' || kind === 'correction' ? conductOf(missed ? ['say-thanks'] : []) : null;
        const service = { day: `2026-06-${String(day).padStart(2, '0')}`, half, kind, of, practice, ...letter };
        return { id: `log-${author}#${n}`, service, conduct };
      });
      return { author, entries, cuts };
    }),
  );
