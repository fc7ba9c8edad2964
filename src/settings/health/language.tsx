import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Language, type Translate, translator } from '../../platform/i18n.ts';
import { type HealthText, healthTexts } from '../../platform/texts/health.ts';

const TRANSLATORS: Readonly<Record<Language, Translate<HealthText>>> = {
  vi: translator(healthTexts, 'vi'),
  en: translator(healthTexts, 'en'),
};

/** The language chosen by the official, for every component below. */
export const LanguageContext = createContext<Language>('vi');

/** The page's texts in the chosen language. */
export function useTexts(): Translate<HealthText> {
  return TRANSLATORS[useContext(LanguageContext)];
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}
