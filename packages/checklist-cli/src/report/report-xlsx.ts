import writeXlsxFile, { type Row } from 'write-excel-file/node';
import { cellText, type ReportCell, type ReportTable } from './report-table.ts';

/** A workbook with one sheet for each table. Texts are stored as texts, so that none can be run as a formula. */
export async function xlsxOfTables(tables: readonly ReportTable[]): Promise<Uint8Array> {
  const sheets = tables.map((table, index) => ({
    sheet: sheetName(table.title, index),
    data: [table.columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const })), ...dataOf(table)],
    columns: table.columns.map((_column, at) => ({ width: at === 0 ? 40 : 16 })),
    stickyRowsCount: 1,
  }));
  return writeXlsxFile(sheets).toBuffer();
}

function dataOf({ rows }: ReportTable): Row[] {
  return rows.map((row) => row.map(cellOf));
}

function cellOf(cell: ReportCell) {
  if (cell === null) return null;
  if (typeof cell === 'string') return { value: cell, type: String };
  if (typeof cell === 'number') return { value: cell, type: Number };
  if ('low' in cell) return { value: cellText(cell, ','), type: String };
  return { value: cell.share, type: Number, format: '0.00%' };
}

/** Excel allows 31 characters and none of `[]:*?/\`; the number keeps two titles from becoming one. */
function sheetName(title: string, index: number): string {
  return `${index + 1} ${title.replace(/[[\]:*?/\\]/g, ' ')}`.slice(0, 31).trim();
}
