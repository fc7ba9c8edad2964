/** Nobody sees these: zero-width characters, direction marks, soft hyphens, and the glyphs of icon fonts (private use). */
const UNSEEN = /[\u200b-\u200f\u2060\u00ad\ue000-\uf8ff]/g;
/** What a text is even without: asked first, because most texts of a page are. */
const UNEVEN = /[\u200b-\u200f\u2060\u00ad\ue000-\uf8ff]|[^\S ]| {2}/;

/** Text as a person reads it: composed (NFC), runs of white space (NBSP included) as one space, trimmed. */
export function plain(text: string): string {
  const trimmed = text.normalize('NFC').trim();
  return UNEVEN.test(trimmed) ? trimmed.replace(UNSEEN, '').replace(/\s+/g, ' ').trim() : trimmed;
}

/** `plain`, lower-cased: pages upper-case by style sheet or by hand. Accents stay: they carry meaning. */
export function folded(text: string): string {
  return plain(text).toLowerCase();
}

/** Open syllables on `oa`, `oe`, `uy` may carry their tone on either vowel: both `hoà` and `hòa` are written. */
const TONE_BEHIND = /(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?![a-zà-ỹ])/g;

/** One spelling for the two: a folded text with the tone on the first vowel (`hòa`, `hủy`, `xóa`). */
export function evenTone(text: string): string {
  return text.replace(TONE_BEHIND, (pair) => {
    const [first = '', second = '', tone = ''] = pair.normalize('NFD');
    return (first + tone + second).normalize('NFC');
  });
}
