import { firstWord } from '../letters.ts';
import type { DueState } from '../page-facts.ts';
import type { Phrases } from '../phrases.ts';
import type { DueSaying } from '../value-words.ts';

const AMOUNT = String.raw`(?!0\d\d)\d{1,4}(?:[.,]\d{1,2})? ?(?:ngày|giờ|phút|giây|tháng|tuần)`;
const AMOUNTS = new RegExp(
  `^${AMOUNT}(?:,? (?:và )?${AMOUNT}){0,3}(?: làm việc)?(?: nữa| so với (?:ngày )?hẹn(?: trả)?)?$`,
);
/** What may stand before the amount; a dash that touches it says that there is less than nothing left. */
const BEFORE_AMOUNT = / ?(?:[:(] ?|- )?$/;

/**
 * The due text that a plain text is, as printed (`Quá 1.25 ngày`, `Còn 2 giờ`, `Tạm dừng xử lý`), or null. Behind a label
 * that says "còn lại" itself the amount is enough.
 */
export function dueText(text: string, sayings: Phrases<DueSaying>, label = ''): string | null {
  if (label === '' && !sayings.begins(firstWord(text).toLowerCase())) return null;
  const bracketed = text.startsWith('(') && text.endsWith(')');
  const inner = bracketed ? text.slice(1, -1) : text;
  const bare = inner.endsWith('.') || inner.endsWith(';') ? inner.slice(0, -1) : inner;
  const folded = bare.toLowerCase();
  return isDueText(folded, sayings) || (label.endsWith('còn lại') && AMOUNTS.test(folded)) ? bare : null;
}

function isDueText(folded: string, sayings: Phrases<DueSaying>): boolean {
  const figure = folded.search(/\d/);
  if (figure < 0) return sayings.find(folded)?.meaning === 'alone';
  return (
    sayings.find(folded.slice(0, figure).replace(BEFORE_AMOUNT, '')) !== null &&
    AMOUNTS.test(folded.slice(figure).replace(/\)$/, ''))
  );
}

/** How the texts begin, folded; "quá" and "trễ" also where "hạn" is left out. */
const BEGINNINGS: readonly (readonly [RegExp, DueState])[] = [
  [/tạm dừng/, 'paused'],
  [/^đúng/, 'on-time'],
  [/^(sớm|trước)/, 'early'],
  [/^((đã|bị) )?(quá|trễ|chậm|hết hạn$)/, 'late'],
];

/** What a due text says, from its words alone: the colour a portal paints it in is often wrong. */
export function dueState(printed: string): DueState {
  const text = printed.toLowerCase().replace(/^hồ sơ /, '');
  return BEGINNINGS.find(([beginning]) => beginning.test(text))?.[1] ?? 'running';
}
