/** A share from 0 to 1; `break`: not comparable with the figure before it in its row. */
export interface ShareCell {
  readonly share: number;
  readonly break?: true;
}

/** What stands in one place of a table: words, a count, a share, or nothing. */
export type ReportCell = string | number | ShareCell | null;

/** One table, the same for every way of writing it. */
export interface ReportTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
}

/** `98.12 %`; two digits, so that figures like 98.12 % can be found again in other reports. */
export function shareText(share: number, separator = '.'): string {
  return `${(share * 100).toFixed(2).replace('.', separator)} %`;
}

/** Marks a figure that is not comparable with the one before it; explained below the table. */
export const BREAK_MARK = '†';
