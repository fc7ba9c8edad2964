import type { DueState } from '../page-facts.ts';

const AMOUNT = String.raw`\d{1,4}(?:[.,]\d{1,2})? ?(?:ngày|giờ|phút|tháng)`;
const DUE_TEXT = new RegExp(
  `^(?:(?:quá|trễ|chậm)(?: hạn)?|còn(?: lại)?):? ${AMOUNT}(?:,? ${AMOUNT})*(?: làm việc)?$|^(?:quá hạn|trễ hạn|đúng hạn|sớm hạn|tạm dừng(?: xử lý)?)$`,
  'i',
);

/** The due text that a plain text is, as printed (`Quá 1.25 ngày`, `Còn 2 giờ`, `Tạm dừng xử lý`), or null. */
export function dueText(text: string): string | null {
  return DUE_TEXT.test(text) ? text : null;
}

/** How the texts begin, folded; "quá" and "trễ" also where "hạn" is left out. */
const BEGINNINGS: readonly (readonly [string, DueState])[] = [
  ['tạm dừng', 'paused'],
  ['đúng hạn', 'on-time'],
  ['sớm hạn', 'early'],
  ['còn', 'running'],
  ['quá', 'late'],
  ['trễ', 'late'],
  ['chậm', 'late'],
];

/** What a due text says, from its words alone: the colour a portal paints it in is often wrong. */
export function dueState(printed: string): DueState | undefined {
  const text = printed.toLowerCase();
  return BEGINNINGS.find(([beginning]) => text.startsWith(beginning))?.[1];
}
