import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HandoverHeader, SharedEntry, VerifiedHandover } from 'checklist-core/handover';
import type { ConductPart, EntryKind, ServicePart } from 'checklist-core/journal';
import { buildReport, type SumTally, Tally } from 'checklist-core/report';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultPack } from '../../../../src/rules/packs/index.ts';
import { ParquetRows } from './parquet-rows.ts';
import { sumParquet } from './parquet-sums.ts';
import { shippedTallyOptions } from './tally-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'checklist-sums-'));

afterAll(() => rmSync(folder, { recursive: true }));

interface Handover {
  readonly verified: VerifiedHandover;
  readonly entries: readonly SharedEntry[];
}

/** What both engines make of the same hand-overs; `cut` of them go to a second pair of files, one to both. */
async function bothReports(handovers: readonly Handover[], cut: number) {
  const tally = new Tally(shippedTallyOptions);
  const parts = [handovers.slice(0, cut + 1), handovers.slice(cut)];
  const paths: string[] = [];
  for (const [index, part] of parts.entries()) {
    const path = join(folder, `part ${index}.parquet`);
    paths.push(path);
    const rows = await ParquetRows.create(path);
    for (const { verified, entries } of part) {
      const counting = tally.begin(verified.header);
      rows.begin();
      for (const entry of entries) {
        counting.add(entry);
        rows.add(entry);
      }
      if (counting.commit(verified) !== 'same-file' || index > 0) rows.commit(verified);
    }
    rows.begin();
    for (const entry of part[0]?.entries ?? []) rows.add(entry);
    await rows.finish();
    await rows.close();
  }
  const sums = await sumParquet(paths, () => undefined);
  return { tally: reportsOf(tally), sums: reportsOf(sums) };
}

/** Also what is remembered of a release, which is finer than what is shown. */
function reportsOf(tally: Tally | SumTally) {
  const { report, release } = buildReport(tally, { minGroup: 3, officeSize: 40, by: ['week', 'month'] });
  return { report: JSON.parse(JSON.stringify(report)), release };
}

describe('the sums that DuckDB makes of rows', () => {
  it('give the report that the default engine makes of the same hand-overs', async () => {
    await fc.assert(
      fc.asyncProperty(officeArbitrary, fc.nat(8), async (handovers, cut) => {
        const { tally, sums } = await bothReports(handovers, Math.min(cut, handovers.length - 1));
        expect(sums).toEqual(tally);
      }),
      { numRuns: 6, endOnFailure: true },
    );
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  }, 60_000);
});

const CUES = [...defaultPack.cues.slice(0, 6).map(({ id }) => id), 'a cue nobody knows'];
const RULES = defaultPack.rules.slice(0, 4).map(({ id }) => id);
const PACKS = [`${defaultPack.id}@${defaultPack.version}`, `${defaultPack.id}@0.9.0`, 'foreign@1.0.0'];

const draftArbitrary = fc.record({
  step: fc.constantFrom(0, 0, 0, 0, 0, 1, 1, 20, -1),
  kind: fc.constantFrom<EntryKind | 'day page'>(
    ...(['finish', 'finish', 'finish', 'void', 'correction', 'letter', 'day-counts', 'day page'] as const),
  ),
  half: fc.constantFrom('am', 'pm'),
  back: fc.integer({ min: -1, max: 4 }),
  pack: fc.constantFrom(...PACKS),
  pausePoint: fc.constantFrom('finish', 'greet'),
  outcome: fc.constantFrom('received', 'returned', null),
  group: fc.constantFrom('land', "people's", null),
  channel: fc.constantFrom('direct', 'online', null),
  onTime: fc.constantFrom('early', 'on-time', 'late', null),
  practice: fc.constantFrom(false, false, false, false, true),
  cues: fc.uniqueArray(fc.constantFrom(...CUES), { maxLength: 3 }),
  missed: fc.boolean(),
  skipped: fc.constantFrom(false, false, false, true),
  bypassed: fc.constantFrom(false, false, false, true),
  n: fc.nat(9),
});

type Draft = typeof draftArbitrary extends fc.Arbitrary<infer T> ? T : never;

/** Logs of some people, each in up to three files that may overlap; one in three says sums instead of lines. */
const officeArbitrary = fc
  .array(
    fc.record({
      drafts: fc.array(draftArbitrary, { minLength: 1, maxLength: 40 }),
      share: fc.constantFrom('lines', 'lines', 'sums'),
      cuts: fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 2 }),
      author: fc.nat(7),
    }),
    { minLength: 5, maxLength: 9 },
  )
  .map((logs) =>
    logs.flatMap(({ drafts, share, cuts, author }, log) => {
      const entries = entriesOf(log, drafts);
      return [[0, entries.length], ...cuts].map(([a = 0, b = 0], file) => {
        const from = Math.min(a, b, entries.length - 1);
        const to = Math.max(from + 1, Math.min(Math.max(a, b), entries.length));
        // The file over everything shares as its official wishes, the others line by line.
        return handoverOf(log, author, entries.slice(from, to), file === 0 && share === 'sums');
      });
    }),
  );

function entriesOf(log: number, drafts: readonly Draft[]): readonly SharedEntry[] {
  let day = 10;
  return drafts.map((draft, n) => {
    day = Math.min(50, Math.max(1, day + draft.step));
    const { kind, cues, missed, skipped, bypassed } = draft;
    const entry = { n, id: idOf(log, n), line: n + 2, continues: null };
    if (kind === 'day page') return { ...entry, service: null, conduct: null };
    const conduct: ConductPart = {
      cues,
      missed: missed ? cues.slice(0, 1) : [],
      rules: RULES.slice(0, cues.length),
      skipped,
      ...(bypassed ? { bypassed } : {}),
    };
    const isFinish = kind === 'finish' || kind === 'correction';
    return { ...entry, service: serviceOf(log, n, day, kind, draft), conduct: isFinish ? conduct : null };
  });
}

function serviceOf(log: number, n: number, day: number, kind: EntryKind, draft: Draft): ServicePart {
  const { half, back, pack, pausePoint, outcome, group, channel, onTime, practice } = draft;
  const month = day > 30 ? '07' : '06';
  return {
    kind,
    day: `2026-${month}-${String(day > 30 ? day - 30 : day).padStart(2, '0')}`,
    half,
    pack,
    pausePoint,
    outcome,
    group,
    channel,
    onTime,
    practice,
    of: kind === 'void' || kind === 'correction' ? idOf(log, n - back) : null,
    ...(kind === 'letter' ? { letter: 'apology' as const } : {}),
    ...(kind === 'day-counts' ? { counts: countsOf(draft.n) } : {}),
  };
}

function countsOf(n: number): NonNullable<ServicePart['counts']> {
  return {
    received: n,
    resolved: { early: n + 1, onTime: n + 2, late: n + 3 },
    open: { notDue: 1, upToFive: 0, more: 0 },
    letters: { owed: 1, sent: n },
    promises: { made: n + 4, kept: n },
  };
}

function idOf(log: number, n: number): string {
  return `entry ${n} of log ${log}`;
}

function handoverOf(log: number, author: number, all: readonly SharedEntry[], isSums: boolean): Handover {
  const entries = isSums ? all.map((entry) => ({ ...entry, conduct: null })) : all;
  const origin = `log ${log}`;
  const [from, to] = [all[0]?.n ?? 0, (all.at(-1)?.n ?? 0) + 1];
  const header: HandoverHeader = {
    format: 'checklist-handover/1',
    origin,
    key: `${origin}+00000000+key ${log}`,
    author: `author ${author}`,
    name: 'A name that is in no row',
    period: { from: '2026-06-01', to: '2026-07-31' },
    before: { size: from, hashes: [] },
    stated: isSums ? { rules: { [RULES[0] ?? '']: { missed: log, of: 20 } }, skipped: log, bypassed: 0 } : null,
    later: null,
  };
  const closed = {
    service: entries.filter(({ service }) => service === null).length,
    conduct: entries.filter(({ conduct }) => conduct === null).length,
  };
  const file = JSON.stringify([origin, from, to, isSums]);
  return {
    entries,
    verified: { header, checkpoint: '', from, to, file, closed, consistentWith: [], witnessed: true },
  };
}
