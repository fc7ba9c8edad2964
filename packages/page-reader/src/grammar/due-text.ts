const AMOUNT = String.raw`\d{1,4}(?:[.,]\d{1,2})? ?(?:ngày|giờ|phút|tháng)`;
const DUE_TEXT = new RegExp(
  `^(?:(?:quá|trễ|chậm)(?: hạn)?|còn(?: lại)?):? ${AMOUNT}(?:,? ${AMOUNT})*(?: làm việc)?$|^(?:quá hạn|trễ hạn|đúng hạn|sớm hạn|tạm dừng(?: xử lý)?)$`,
  'i',
);

/** The due text that a plain text is, as printed (`Quá 1.25 ngày`, `Còn 2 giờ`, `Tạm dừng xử lý`), or null. */
export function dueText(text: string): string | null {
  return DUE_TEXT.test(text) ? text : null;
}
