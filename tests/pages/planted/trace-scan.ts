import type { Applicant } from './applicant.ts';

/** Fewer digits in a row stand in any date or code too. */
const FIGURES = 8;

/**
 * A text with nothing left but letters and digits, in one spelling: composed or not, full width or not, with or without
 * accents, upper case, spaces, hyphens, escapes of an address and zero-width characters make no difference.
 */
export function bones(text: string): string {
  return unescaped(text)
    .normalize('NFKD')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** What of an applicant is found in texts that are to hold nothing of them; each by what it is, never by its words. */
export function tracesOf(one: Applicant, text: string): readonly string[] {
  return tracesOfAll([one], text);
}

/** As `tracesOf`, of several at once. */
export function tracesOfAll(people: readonly Applicant[], text: string): readonly string[] {
  const said = bones(text);
  const found = people.flatMap((one) =>
    Object.entries(markersOf(one)).flatMap(([what, markers]) =>
      markers.some((marker) => said.includes(marker)) ? [what] : [],
    ),
  );
  return [...new Set(found)];
}

/** The whole name and what of it is nobody else's word; every run of eight figures; the mail box; the street. */
export function markersOf(one: Applicant): Readonly<Record<string, readonly string[]>> {
  const words = one.name.split(' ').map(bones);
  const pairs = words.slice(1).map((word, i) => `${words[i]}${word}`);
  return {
    name: [words.join(''), ...words, ...pairs].filter((word) => word.length >= 7),
    idNumber: runsOf(one.idNumber),
    phone: runsOf(one.phone),
    passport: [bones(one.passport)],
    taxCode: runsOf(one.taxCode),
    mail: [bones(one.mail.split('@')[0] ?? ''), 'hopthuexample'],
    address: [bones(one.address.split(',')[1] ?? ''), bones(one.address.split(',')[2] ?? '')],
  };
}

function runsOf(number: string): readonly string[] {
  return Array.from({ length: number.length - FIGURES + 1 }, (_, i) => number.slice(i, i + FIGURES));
}

/** Addresses escape what is not ASCII, JSON may. */
function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => Buffer.from(escapes.replaceAll('%', ''), 'hex').toString('utf8'));
}
