import { isApplicantLabel } from '../applicant-label.ts';
import { folded } from '../folded.ts';
import type { Labels } from '../labels.ts';
import type { Line } from '../page-scan.ts';
import { isHeading } from './lesson.ts';
import { bare, safeLabel } from './safe-label.ts';

/** A longer text before a value is prose, not a label, and is not looked at. */
const LONGEST_LABEL = 60;
/** With such a word a label begins; without one it goes on from the line above it: `Ngày sinh`, `theo giấy tờ`. */
const BEGINS_LABEL = /^(?:ngày|giờ|thời|hạn|hẹn|lịch|mã|số|tên|thủ|loại|trạng|tình|kết|phải|dự)(?!\p{L})/u;

/** Whether a label begins with these words, or goes on with them. */
export function beginsLabel(text: string): boolean {
  return BEGINS_LABEL.test(folded(bare(text)));
}

/**
 * Two labels in a row, and two values: which of them belongs to which nobody knows from their order alone.
 */
export function isOneOfTwo({ block }: Line, before: readonly Line[], after: Line | undefined): boolean {
  const [further, nearer] = before.slice(-2);
  if (further === undefined || nearer === undefined || after === undefined) return false;
  const isSideBySide = [further, nearer, after].every((line) => line.block.parent === block.parent);
  return (
    isSideBySide && [further, nearer].every(({ text }) => safeLabel(text) !== null) && safeLabel(after.text) === null
  );
}

/** Headers of columns come folded. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export function linesAbove(before: readonly Line[]): readonly string[] {
  return before
    .toReversed()
    .filter(({ text, block, place }) => place === 'text' && text.length <= LONGEST_LABEL && !isHeading(block))
    .map(({ text }) => text);
}

/** The line right above if it is nothing but a label, and those that it goes on from. */
export function labelsAbove(before: readonly Line[], labels: Labels): readonly string[] {
  const above: string[] = [];
  for (const line of before.toReversed()) {
    const text = bare(line.text);
    if (text.length > LONGEST_LABEL || /[:：]/.test(text)) break;
    if (above.length > 0 && safeLabel(text) === null && !isNeverRead(text, labels)) break;
    above.push(text);
    if (beginsLabel(text)) break;
  }
  return above;
}

export function isNeverRead(text: string, labels: Labels): boolean {
  const label = bare(text);
  return label !== '' && (isApplicantLabel(label) || labels.header(folded(label))?.fact === 'never');
}
