/** A share from 0 to 1; `break`: not comparable with the figure before it in its row. */
export interface ShareCell {
  readonly share: number;
  readonly break?: true;
}

/** The 95 % interval of a share, both ends from 0 to 1. */
export interface IntervalCell {
  readonly low: number;
  readonly high: number;
}

/** What stands in one place of a table: words, a count, a share, an interval, or nothing. */
export type ReportCell = string | number | ShareCell | IntervalCell | null;

/** One table, the same for every way of writing it. */
export interface ReportTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
}

/** Marks a figure that is not comparable with the one before it; explained below the table. */
export const BREAK_MARK = '†';

/** `98.12 %`; two digits, so that figures like 98.12 % can be found again in other reports. */
export function shareText(share: number, decimal: '.' | ','): string {
  return `${(share * 100).toFixed(2).replace('.', decimal)} %`;
}

/** A cell as people read it; empty for nothing. */
export function cellText(cell: ReportCell, decimal: '.' | ','): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  if ('low' in cell) return `${tenth(cell.low, decimal)}–${tenth(cell.high, decimal)} %`;
  return `${shareText(cell.share, decimal)}${cell.break === true ? BREAK_MARK : ''}`;
}

function tenth(share: number, decimal: '.' | ','): string {
  return (share * 100).toFixed(1).replace('.', decimal);
}
