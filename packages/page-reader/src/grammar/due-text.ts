import type { DueState } from '../page-facts.ts';

const AMOUNT = String.raw`\d{1,4}(?:[.,]\d{1,2})? ?(?:ngày|giờ|phút|giây|tháng|tuần)`;
const AMOUNTS = `${AMOUNT}(?:,? (?:và )?${AMOUNT})*(?: làm việc)?(?: nữa| so với (?:ngày )?hẹn(?: trả)?)?`;
const STATE =
  '(?:hồ sơ )?(?:(?:đã |bị )?(?:quá|trễ|chậm)(?: hạn)?|(?:sớm|trước|còn)(?: hạn)?|còn lại|đúng (?:hạn|tiến độ)|trong hạn|chưa (?:đến|quá) hạn|hôm nay (?:đến|hết) hạn|sắp (?:đến|quá|hết) hạn|(?:đến|hết) hạn(?: hôm nay)?|(?:đang |đã )?tạm dừng(?: xử lý)?)';
const DUE_TEXT = new RegExp(
  `^${STATE}(?: ?[:(-])? ?${AMOUNTS}\\)?$|^(?!.*(?:quá|trễ|chậm|sớm|trước|còn|lại)$)${STATE}$`,
);
/** No due text is without one of these. Asked first: the grammar takes long to compile, and most pages have no use for it. */
const HINT = /hạn|quá|trễ|chậm|sớm|trước|còn|dừng|đúng/;
const REST = new RegExp(`^${AMOUNTS}$`);

/**
 * The due text that a plain text is, as printed (`Quá 1.25 ngày`, `Còn 2 giờ`, `Tạm dừng xử lý`), or null. Behind a label
 * that says "còn lại" itself the amount is enough.
 */
export function dueText(text: string, label = ''): string | null {
  const bare = text.replace(/^\((.*)\)$/, '$1').replace(/[.;]$/, '');
  const folded = bare.toLowerCase();
  return (HINT.test(folded) && DUE_TEXT.test(folded)) || (label.endsWith('còn lại') && REST.test(folded)) ? bare : null;
}

/** How the texts begin, folded; "quá" and "trễ" also where "hạn" is left out. */
const BEGINNINGS: readonly (readonly [RegExp, DueState])[] = [
  [/tạm dừng/, 'paused'],
  [/^đúng/, 'on-time'],
  [/^(sớm|trước)/, 'early'],
  [/^((đã|bị) )?(quá|trễ|chậm)/, 'late'],
];

/** What a due text says, from its words alone: the colour a portal paints it in is often wrong. */
export function dueState(printed: string): DueState {
  const text = printed.toLowerCase().replace(/^hồ sơ /, '');
  return BEGINNINGS.find(([beginning]) => beginning.test(text))?.[1] ?? 'running';
}
