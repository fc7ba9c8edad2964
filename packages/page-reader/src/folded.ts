/** Zero-width characters and soft hyphens that pages put between words and nobody sees. */
const UNSEEN = /[\u200b-\u200d\u2060\u00ad]/g;

/** Text as a person reads it: composed (NFC), runs of white space (NBSP included) as one space, trimmed. */
export function plain(text: string): string {
  return text.normalize('NFC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
}

/** `plain`, lower-cased: pages upper-case by style sheet or by hand. Accents stay: they carry meaning. */
export function folded(text: string): string {
  return plain(text).toLowerCase();
}
