/** Languages of the interface. The official chooses; the browser's own language is not asked (docs/adr/0005). */
export type Language = 'vi' | 'en';

/** Values that a text may carry: `Còn {n} hồ sơ` with `{ n: 3 }`. */
export type TextValues = Readonly<Record<string, string | number>>;

/** A catalogue: every key in both languages, checked by the type. */
export type Catalogue<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

/** Declares the texts of one surface; a key missing in a language does not compile. */
export function defineTexts<Key extends string>(texts: {
  readonly vi: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<NoInfer<Key>, string>>;
}): Catalogue<Key> {
  return texts;
}

/** Looks up the texts of one surface in one language, filling `{name}` places. */
export type Translate<Key extends string> = (key: Key, values?: TextValues) => string;

export function translator<Key extends string>(catalogue: Catalogue<Key>, language: Language): Translate<Key> {
  return speaker(catalogue[language]);
}

/** As `translator`, for the texts of one language, as far as they are there. */
export function speaker<Key extends string>(texts: Readonly<Partial<Record<Key, string>>>): Translate<Key> {
  return (key, values) =>
    (texts[key] ?? '').replace(/\{(\w+)\}/g, (place, name: string) => String(values?.[name] ?? place));
}
