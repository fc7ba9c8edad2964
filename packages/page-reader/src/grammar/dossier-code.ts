/** National form `<unit>-<YYMMDD>-<NNNN>`; real sequence numbers have four to six digits. */
const CODE =
  /(?<![\w.@+-])(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Y]\d{2}(?:\.\d{1,3}){0,4}-(\d{2})(\d{2})(\d{2})-\d{4,6}(?![\w.+-]*[\w@])/g;

/**
 * A ministry's own: letters for the house, the day in either order, a number. Too loose to be read without a label; and with
 * more than four figures in the house's place it could be somebody's number.
 */
const OWN_CODE = /^(?!(?:[^-\d]*\d){5})[A-Z]{2,5}(?:\.[A-Z\d]{1,5}){0,3}-(\d{6}|\d{8})-\d{3,6}(?![\w.+-]*[\w@])/;

/** Hyphens as word processors print them; and spaces around the hyphens of a code. */
const HYPHENS = /[\u2010-\u2015\u2212]/g;
const MAY_HOLD = /[-\u2010-\u2015\u2212] ?\d/;
/** What a tree of rows prints before each. */
const BRANCH = /^[\u2500-\u257F\u25A0-\u25FF+-]+ */;
const WIDE_HYPHEN = /(?<=\d) ?- ?(?=\d{4})/g;

/** Every dossier code in a text whose day exists, in order of appearance, upper-case. */
export function dossierCodes(text: string): string[] {
  const found: string[] = [];
  // Most lines of a page have no hyphen or no figure: this spares them the pattern.
  if (!MAY_HOLD.test(text)) return found;
  const even = text.replace(HYPHENS, '-');
  for (const match of even.toUpperCase().matchAll(CODE)) {
    if (isDay(2000 + Number(match[1]), Number(match[2]), Number(match[3]))) found.push(match[0]);
  }
  return found;
}

/** The code that a label announces at the start of a text: a national one, spaced or not, or a ministry's own. */
export function announcedCode(text: string): string | null {
  const even = text.replace(HYPHENS, '-').replace(BRANCH, '').toUpperCase();
  for (const printed of even.includes(' ') ? [even, even.replace(WIDE_HYPHEN, '-')] : [even]) {
    const [code] = dossierCodes(printed);
    if (code !== undefined && printed.startsWith(code)) return code;
    const own = OWN_CODE.exec(printed);
    if (own !== null && holdsDay(own[1] ?? '')) return own[0];
  }
  return null;
}

/** Whether a text is a code as it is read here, whole and in its one spelling. */
export function isDossierCode(text: string): boolean {
  return announcedCode(text) === text;
}

/** Whether six or eight digits are a day since there are such codes, year first or last: most days of birth are not. */
function holdsDay(digits: string): boolean {
  const century = digits.length === 6 ? '20' : '';
  const year = digits.length - 4;
  const forwards = [century + digits.slice(0, year), digits.slice(year, year + 2), digits.slice(year + 2)];
  const backwards = [century + digits.slice(4), digits.slice(2, 4), digits.slice(0, 2)];
  return [forwards, backwards].some(([y, m, d]) => /^20[1-3]/.test(y ?? '') && isDay(Number(y), Number(m), Number(d)));
}

/** True if the day exists in the calendar; month and day count from 1. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
