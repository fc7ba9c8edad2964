/** National form `<unit>-<YYMMDD>-<NNNN>`; real sequence numbers have four to six digits. */
const CODE =
  /(?<![\w.-])(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Y]\d{2}(?:\.\d{1,3}){0,4}-(\d{2})(\d{2})(\d{2})-\d{4,6}(?![\w.-]*\w)/g;

/** Every dossier code in a text whose day exists, in order of appearance, upper-case. */
export function dossierCodes(text: string): string[] {
  const found: string[] = [];
  // Most lines of a page have none: this spares them the pattern.
  if (!text.includes('-')) return found;
  for (const match of text.toUpperCase().matchAll(CODE)) {
    if (isDay(2000 + Number(match[1]), Number(match[2]), Number(match[3]))) found.push(match[0]);
  }
  return found;
}

/** True if the day exists in the calendar; month and day count from 1. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
