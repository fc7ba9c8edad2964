import type { Language } from '../platform/i18n.ts';

/** A share from 0 to 1 in per cent with at most one decimal: `98,1`. Only what is whole is written `100`, and only nothing `0`. */
export function percent(share: number, language: Language): string {
  const tenths = Math.round(share * 1000);
  const honest = share < 1 && tenths === 1000 ? 999 : share > 0 && tenths === 0 ? 1 : tenths;
  const text = honest % 10 === 0 ? String(honest / 10) : (honest / 10).toFixed(1);
  return language === 'vi' ? text.replace('.', ',') : text;
}
