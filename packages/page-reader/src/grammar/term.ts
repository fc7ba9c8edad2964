import { LETTERS } from '../letters.ts';

const NUMBER = String.raw`\d{1,3}(?:[.,/]\d{1,2})?`;
/** A number said again in words: `03 (ba) ngày làm việc`. */
const IN_WORDS = String.raw`(?: \((?:một|hai|ba|bốn|năm|lăm|sáu|bảy|tám|chín|mười|mươi| )+\))?`;
const UNIT = String.raw`\(?(?:ngày|giờ|tháng|phút)`;
/** Where it goes on like this, what was read is another term, or a part of one. */
const MORE = String.raw` ?(?:\(?(?:\d|làm việc)|[-–] ?\d|hoặc|đến|tiếp theo|kế tiếp)`;
const TERM = new RegExp(
  String.raw`^(?:không quy định|(?:(?:trả|giải quyết) )?(?:ngay )?trong (?:ngày|buổi)(?: làm việc)?|(?:(?:không quá|trong(?: thời hạn| vòng)?|tối đa) )?${NUMBER}${IN_WORDS} ${UNIT}(?: ${NUMBER} (?:ngày|giờ|phút))*(?: \(?làm việc)?\)?)(?![${LETTERS}\d]|${MORE})`,
);

/** What most portals print, and nothing behind it. */
const COMMON = /^\d{1,3} (?:ngày|giờ)(?: làm việc)?$/;

/** No term is without one of these. Asked first: the grammar takes long to compile, and most texts have no use for it. */
const HINT = /ngày|giờ|tháng|phút|buổi|quy định/;

/** The term a plain text starts with, as printed (`20 ngày làm việc`, `1 ngày 2 giờ làm việc`, `Không quy định`), or null. */
export function term(text: string): string | null {
  const folded = text.toLowerCase();
  if (COMMON.test(folded)) return text;
  const length = HINT.test(folded) ? TERM.exec(folded)?.[0].length : undefined;
  return length === undefined ? null : text.slice(0, length);
}
