import { basename } from 'node:path';
import {
  buildReport,
  type HandoverTally,
  LEAST_MIN_GROUP,
  type Report,
  type SumTally,
  Tally,
} from 'checklist-core/report';
import type { ExitCode } from './exit-code.ts';
import { faultLine, refuseMissing, verifyFile } from './handover-file.ts';
import { type Interrupt, onInterrupt } from './interrupt.ts';
import { wholeNumber } from './options.ts';
import { Progress } from './progress.ts';
import { ParquetRows } from './report/parquet-rows.ts';
import { sumParquet } from './report/parquet-sums.ts';
import { csvOfTables } from './report/report-csv.ts';
import { htmlOfReport } from './report/report-html.ts';
import { reportTables } from './report/report-tables.ts';
import { textOfReport } from './report/report-text.ts';
import { reportTexts } from './report/report-texts.ts';
import { xlsxOfTables } from './report/report-xlsx.ts';
import { shippedTallyOptions } from './report/tally-options.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { writeWhole } from './whole-file.ts';

export const REPORT_FORMATS = ['text', 'json', 'html', 'csv', 'xlsx'] as const;

/** `js` verifies and counts hand-overs; `duckdb` counts the rows that `--parquet` wrote of them. */
export const REPORT_ENGINES = ['js', 'duckdb'] as const;

export interface ReportCommandOptions {
  readonly minGroup: string;
  readonly officeSize?: string;
  readonly format: (typeof REPORT_FORMATS)[number];
  readonly out?: string;
  readonly parquet?: string;
  readonly engine: (typeof REPORT_ENGINES)[number];
}

/** Far above any office; a larger number is a slip of the finger. */
const LARGEST_OFFICE = 1_000_000;

/**
 * `checklist report`: what many hand-overs say together. Each is verified; a faulty one is named and left out, and the
 * exit code is 1, but what the others say is not lost.
 */
export async function reportCommand(
  files: readonly string[],
  options: ReportCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const minGroup = wholeNumber('--min-group', options.minGroup, LEAST_MIN_GROUP, LARGEST_OFFICE);
  const officeSize =
    options.officeSize === undefined ? null : wholeNumber('--office-size', options.officeSize, 1, LARGEST_OFFICE);
  if (options.format === 'xlsx' && options.out === undefined && terminal.out.isWatched) {
    throw new UsageError('--format xlsx needs --out FILE: a workbook cannot be shown on a terminal.');
  }
  const counted = await countFiles(files, options, terminal);
  if (typeof counted === 'number') return counted;
  const { tally, faulty } = counted;
  const { report } = buildReport(tally, { minGroup, officeSize, by: ['week', 'month', 'reporting-month'] });
  const content = await contentOf(report, options.format);
  if (options.out === undefined) await terminal.out.write(content);
  else await writeWhole(options.out, content);
  if (faulty > 0)
    await terminal.messages.line(`checklist report: ${faulty} of ${files.length} files left out, see above.`);
  return faulty > 0 ? 1 : 0;
}

/** How many files were left out, and what the others say. */
interface Counted {
  readonly tally: Tally | SumTally;
  readonly faulty: number;
}

async function countFiles(
  files: readonly string[],
  { engine, parquet }: ReportCommandOptions,
  terminal: Terminal,
): Promise<Counted | ExitCode> {
  if (engine === 'duckdb') {
    if (parquet !== undefined) throw new UsageError('--parquet cannot be used together with --engine duckdb.');
    await refuseMissing(files);
    const progress = new Progress(terminal.messages);
    try {
      return { tally: await sumParquet(files, (step) => progress.show(() => `summing up: ${step}`)), faulty: 0 };
    } finally {
      progress.clear();
    }
  }
  const tally = new Tally(shippedTallyOptions);
  // Without rows nothing half written can be left behind: Ctrl-C is the system's.
  const interrupt = parquet === undefined ? null : onInterrupt();
  let rows: ParquetRows | null = null;
  try {
    rows = parquet === undefined ? null : await ParquetRows.create(parquet);
    const faulty = await tallyFiles(files, tally, rows, interrupt, terminal);
    if (faulty !== null) await rows?.finish();
    if (faulty !== null && interrupt?.isRaised !== true) return { tally, faulty };
  } finally {
    await rows?.close();
    interrupt?.release();
  }
  return interrupt?.end() ?? 1;
}

/** Counts the files that are sound; names the others. @returns how many were left out; null if interrupted. */
async function tallyFiles(
  files: readonly string[],
  tally: Tally,
  rows: ParquetRows | null,
  interrupt: Interrupt | null,
  terminal: Terminal,
): Promise<number | null> {
  const bytes = await refuseMissing(files);
  const progress = new Progress(terminal.messages);
  let done = 0;
  let faulty = 0;
  for (const file of files) {
    if (interrupt?.isRaised === true) return null;
    let read = 0;
    let counting: HandoverTally | null = null;
    rows?.begin();
    const verdict = await verifyFile(file, {
      onHeader: (header) => {
        counting = tally.begin(header);
      },
      onEntry: (entry) => {
        counting?.add(entry);
        rows?.add(entry);
      },
      onProgress: (count) => {
        read = count;
        progress.show(() => `${basename(file)}: ${Math.floor(((done + count) / Math.max(1, bytes)) * 100)} %`);
      },
    });
    done += read;
    // Set in a callback, which the compiler does not follow.
    const counted = counting as HandoverTally | null;
    if (verdict.ok) {
      if (counted?.commit(verdict.handover) !== 'same-file') rows?.commit(verdict.handover);
      continue;
    }
    counted?.drop();
    faulty += 1;
    progress.clear();
    for (const fault of verdict.faults) await terminal.messages.line(faultLine(file, fault));
  }
  progress.clear();
  return faulty;
}

async function contentOf(report: Report, format: ReportCommandOptions['format']): Promise<string | Uint8Array> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(report)}\n`;
    case 'html':
      return htmlOfReport(report, reportTexts('vi'));
    case 'csv':
      return csvOfTables(reportTables(report, reportTexts('vi')));
    case 'xlsx':
      return xlsxOfTables(reportTables(report, reportTexts('vi')));
    case 'text':
      return textOfReport(report, reportTexts('en'));
  }
}
