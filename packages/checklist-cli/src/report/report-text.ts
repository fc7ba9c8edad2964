import type { Report } from 'checklist-core/report';
import { cellText, type ReportTable } from './report-table.ts';
import { reportTables } from './report-tables.ts';
import type { ReportTexts } from './report-texts.ts';

/** A report for a terminal: the caveat first, then tables with their columns aligned, figures to the right. */
export function textOfReport(report: Report, texts: ReportTexts): string {
  const { words } = texts;
  const head = [words.title, words.caveat, ...(report.small ? [words.small] : [])];
  return `${[`${head.join('\n')}\n`, ...reportTables(report, texts).map(textOfTable)].join('\n')}`;
}

function textOfTable({ title, columns, rows }: ReportTable): string {
  const cells = [columns, ...rows.map((row) => row.map((cell) => cellText(cell, '.')))];
  const widths = columns.map((_name, at) => Math.max(...cells.map((row) => (row[at] ?? '').length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  const lines = columns.length === 1 ? cells.slice(1).map((row) => `- ${row[0] ?? ''}`) : cells.map(line);
  return `${title}\n${lines.map((each) => `  ${each}`).join('\n')}\n`;
}
