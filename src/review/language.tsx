import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Language, type Translate, translator } from '../platform/i18n.ts';
import { type ReviewText, reviewTexts } from '../platform/texts/review.ts';

const TRANSLATORS: Readonly<Record<Language, Translate<ReviewText>>> = {
  vi: translator(reviewTexts, 'vi'),
  en: translator(reviewTexts, 'en'),
};

/** The language chosen by the official, for every component below. */
export const LanguageContext = createContext<Language>('vi');

/** The page's texts in the chosen language. */
export function useTexts(): Translate<ReviewText> {
  return TRANSLATORS[useContext(LanguageContext)];
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}
