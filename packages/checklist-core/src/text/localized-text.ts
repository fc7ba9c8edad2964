/** A text in one or more languages, keyed by BCP 47 tag: `{ "vi": "Cảm ơn và chào", "en": "Thank and say goodbye" }`. */
export type LocalizedText = Readonly<Record<string, string>>;

/**
 * The text in the wanted language, else in the first fallback that exists, else in any language there is.
 * Never returns undefined: a label in the wrong language helps more than an empty button.
 */
export function textIn(text: LocalizedText, language: string, fallbacks: readonly string[] = ['vi', 'en']): string {
  for (const tag of [language, ...fallbacks]) {
    const found = text[tag];
    if (found !== undefined) return found;
  }
  return Object.values(text)[0] ?? '';
}
