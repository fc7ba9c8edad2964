import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Language, type Translate, translator } from '../../platform/i18n.ts';
import { type HandoverText, handoverTexts } from '../../platform/texts/handover.ts';

const TRANSLATORS: Readonly<Record<Language, Translate<HandoverText>>> = {
  vi: translator(handoverTexts, 'vi'),
  en: translator(handoverTexts, 'en'),
};

/** The language chosen by the official, for every component below. */
export const LanguageContext = createContext<Language>('vi');

/** The page's texts in the chosen language. */
export function useTexts(): Translate<HandoverText> {
  return TRANSLATORS[useContext(LanguageContext)];
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}
