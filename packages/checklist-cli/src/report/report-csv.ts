import { cellText, type ReportCell, type ReportTable } from './report-table.ts';

/** Tells spreadsheets that the text is UTF-8. */
const BOM = '\ufeff';

/** The tables one below the other as RFC 4180 writes them, with a byte order mark, CRLF and an empty line between. */
export function csvOfTables(tables: readonly ReportTable[]): string {
  const lines = tables.flatMap(({ title, columns, rows }) => [
    csvLine([title]),
    csvLine(columns),
    ...rows.map((row) => csvLine(row.map(csvValue))),
    '',
  ]);
  return `${BOM}${lines.join('\r\n')}\r\n`;
}

/**
 * One line of CSV. A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, tab or CR)
 * gets an apostrophe in front: opening a file must not run what somebody wrote into it.
 */
export function csvLine(values: readonly (string | number | null)[]): string {
  return values.map((value) => (typeof value === 'string' ? quoted(harmless(value)) : String(value ?? ''))).join(',');
}

function csvValue(cell: ReportCell): string | number | null {
  return typeof cell === 'object' && cell !== null ? cellText(cell, '.') : cell;
}

function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
