import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createWorkingCalendar, dayOfDate, formatDay, parseDay } from 'checklist-core/deadline';
import { vnOffice } from '../../../src/rules/calendars/index.ts';
import type { ExitCode } from './exit-code.ts';
import { onInterrupt } from './interrupt.ts';
import { wholeNumber } from './options.ts';
import { Progress } from './progress.ts';
import { SimulatedLog, type SimulatedPeriod } from './simulate/simulated-log.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { writeWhole } from './whole-file.ts';

export interface SimulateOptions {
  readonly officials: string;
  readonly days: string;
  readonly seed: string;
  readonly out: string;
  readonly json?: boolean;
}

/** Fixed, so that the same seed gives the same bytes in every year. */
const FIRST_DAY = '2025-01-02';

/** The receipts of all logs, for `verify --known`. */
const HEADS_FILE = 'heads.txt';

/**
 * `checklist simulate`: invented hand-overs, one file for each official and calendar month, and the receipts of all
 * logs. The same options give the same bytes on every machine.
 */
export async function simulateCommand(options: SimulateOptions, terminal: Terminal): Promise<ExitCode> {
  const officials = wholeNumber('--officials', options.officials, 1, 100_000);
  const seed = wholeNumber('--seed', options.seed, 0, Number.MAX_SAFE_INTEGER);
  const periods = periodsOf(wholeNumber('--days', options.days, 1, 100_000));
  const { out } = options;
  await openFolder(out, officials, periods);

  const progress = new Progress(terminal.messages);
  const interrupt = onInterrupt();
  const heads: string[] = [];
  let files = 0;
  let entries = 0;
  try {
    for (let official = 0; official < officials; official += 1) {
      for await (const file of new SimulatedLog(seed, official).files(periods)) {
        await writeWhole(join(out, fileName(official, file.period.from)), file.bytes);
        heads.push(file.checkpoint);
        files += 1;
        entries += file.entries;
        progress.show(() => `${official} of ${officials} officials, ${entries} entries`);
        if (interrupt.isRaised) return interrupt.end();
      }
    }
    await writeWhole(join(out, HEADS_FILE), heads.join('\n'));
  } finally {
    progress.clear();
    interrupt.release();
  }
  const summary = { files, entries, officials, days: Number(options.days), seed, heads: join(out, HEADS_FILE) };
  const words = `${entries} entries of ${officials} officials in ${files} files, receipts in ${summary.heads}`;
  await terminal.out.line(options.json === true ? JSON.stringify(summary) : words);
  return 0;
}

/** The first working days of the shipped calendar from `FIRST_DAY` on, by calendar month. */
function periodsOf(count: number): readonly SimulatedPeriod[] {
  const calendar = createWorkingCalendar(vnOffice);
  const last = parseDay(vnOffice.to) ?? 0;
  const days: string[] = [];
  for (let day = parseDay(FIRST_DAY) ?? 0; day <= last && days.length < count; day += 1) {
    if (calendar.isWorkingDay(day)) days.push(formatDay(day));
  }
  if (days.length < count) {
    throw new UsageError(`--days: the calendar has ${days.length} working days from ${FIRST_DAY} on, not ${count}.`);
  }
  const months = [...new Set(days.map((day) => day.slice(0, 7)))];
  return months.map((month) => ({ period: monthOf(month), days: days.filter((day) => day.startsWith(month)) }));
}

function monthOf(text: string) {
  const [year = 0, month = 0] = text.split('-').map(Number);
  const next = month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
  return { from: `${text}-01`, to: formatDay(dayOfDate(next) - 1) };
}

function fileName(official: number, from: string): string {
  return `official-${String(official + 1).padStart(4, '0')}-${from.slice(0, 7)}.jsonl`;
}

/** Makes the folder, and refuses one with other files in it: `verify DIR/*` would read them too. */
async function openFolder(out: string, officials: number, periods: readonly SimulatedPeriod[]): Promise<void> {
  await mkdir(out, { recursive: true });
  const ours = new Set([HEADS_FILE]);
  for (let official = 0; official < officials; official += 1) {
    for (const { period } of periods) ours.add(fileName(official, period.from));
  }
  const stranger = (await readdir(out)).find((name) => !ours.has(name));
  if (stranger === undefined) return;
  throw new UsageError(`--out ${out} holds ${stranger}, which this simulation does not write. Name an empty folder.`);
}
