import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Language, type Translate, translator } from '../platform/i18n.ts';
import { type PopupText, popupTexts } from '../platform/texts/popup.ts';

const TRANSLATORS: Readonly<Record<Language, Translate<PopupText>>> = {
  vi: translator(popupTexts, 'vi'),
  en: translator(popupTexts, 'en'),
};

/** The language chosen by the official, for every component below. */
export const LanguageContext = createContext<Language>('vi');

/** The popup's texts in the chosen language. */
export function useTexts(): Translate<PopupText> {
  return TRANSLATORS[useContext(LanguageContext)];
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}
