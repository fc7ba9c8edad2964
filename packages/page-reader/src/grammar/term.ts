const NUMBER = String.raw`\d{1,3}(?:[.,]\d{1,2})?`;
const TERM = new RegExp(
  String.raw`^(?:không quy định|(?:ngay )?trong ngày|${NUMBER} (?:ngày|giờ|tháng|phút)(?: ${NUMBER} (?:giờ|phút))*(?: làm việc)?)(?![\p{L}\d])`,
  'iu',
);

/** The term a plain text starts with, as printed (`20 ngày làm việc`, `1 ngày 2 giờ làm việc`, `Không quy định`), or null. */
export function term(text: string): string | null {
  return TERM.exec(text)?.[0] ?? null;
}
