import type { DueState } from '../page-facts.ts';

const AMOUNT = String.raw`\d{1,4}(?:[.,]\d{1,2})? ?(?:ngày|giờ|phút|tháng)`;
const DUE_TEXT = new RegExp(
  `^(?:(?:đã )?(?:quá|trễ|chậm)(?: hạn)?|còn(?: lại)?):? ${AMOUNT}(?:,? ${AMOUNT})*(?: làm việc)?$|^(?:(?:đã )?quá hạn|trễ hạn|đúng hạn|sớm hạn|trước hạn|trong hạn|còn hạn|chưa đến hạn|sắp đến hạn|đến hạn|tạm dừng(?: xử lý)?)$`,
  'i',
);

/** The due text that a plain text is, as printed (`Quá 1.25 ngày`, `Còn 2 giờ`, `Tạm dừng xử lý`), or null. */
export function dueText(text: string): string | null {
  const bare = text.replace(/^\((.*)\)$/, '$1').replace(/[.;]$/, '');
  return DUE_TEXT.test(bare) ? bare : null;
}

/** How the texts begin, folded; "quá" and "trễ" also where "hạn" is left out. */
const BEGINNINGS: readonly (readonly [string, DueState])[] = [
  ['tạm dừng', 'paused'],
  ['đúng hạn', 'on-time'],
  ['sớm hạn', 'early'],
  ['trước hạn', 'early'],
  ['quá', 'late'],
  ['đã quá', 'late'],
  ['trễ', 'late'],
  ['đã trễ', 'late'],
  ['chậm', 'late'],
  ['đã chậm', 'late'],
];

/** What a due text says, from its words alone: the colour a portal paints it in is often wrong. */
export function dueState(printed: string): DueState {
  const text = printed.toLowerCase();
  return BEGINNINGS.find(([beginning]) => text.startsWith(beginning))?.[1] ?? 'running';
}
