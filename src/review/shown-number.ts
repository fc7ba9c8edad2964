import type { Language } from '../platform/i18n.ts';

const FORMATS: Readonly<Record<Language, Intl.NumberFormat>> = {
  vi: new Intl.NumberFormat('vi'),
  en: new Intl.NumberFormat('en'),
};

/** A whole number as the language groups it: `17.735` in Vietnamese. */
export function shownNumber(value: number, language: Language): string {
  return FORMATS[language].format(value);
}
