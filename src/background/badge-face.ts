import { type Language, translator } from '../platform/i18n.ts';
import { backgroundTexts } from '../platform/texts/background.ts';
import type { TodayCounts } from './today-counts.ts';

/** What the toolbar button shows; text and shape say it, the colour only repeats it. */
export interface BadgeFace {
  /** As many as the Today list has; `!` after it where one of them is overdue; empty for none. */
  readonly text: string;
  readonly title: string;
  readonly background: string;
}

// The tokens `--tt-late` and `--tt-accent` of src/ui; the badge is drawn by the browser, where no style sheet reaches.
const LATE = '#9c2f0d';
const ACCENT = '#0b6b60';

export function badgeFace({ overdue, dueToday }: TodayCounts, language: Language): BadgeFace {
  const t = translator(backgroundTexts, language);
  const values = { overdue, due: dueToday };
  if (overdue > 0) return { text: `${overdue + dueToday}!`, title: t('action.overdue', values), background: LATE };
  if (dueToday > 0) return { text: `${dueToday}`, title: t('action.due', values), background: ACCENT };
  return { text: '', title: t('action.nothing'), background: ACCENT };
}
