import type { ReportPeriod } from 'checklist-core/report';
import type { Translate } from '../platform/i18n.ts';
import type { ReviewText } from '../platform/texts/review.ts';
import { shownShortDay } from './shown-day.ts';

/** Head of a column: `Tuần 47`, with its days, or `Tháng 11/2026`. */
export function periodWords(period: ReportPeriod, t: Translate<ReviewText>): { name: string; days: string | null } {
  if (period.kind === 'week') {
    const [, week = ''] = period.key.split('-W');
    const days = t('weekDays', { from: shownShortDay(period.from), to: shownShortDay(period.to) });
    return { name: t('week', { n: Number(week) }), days };
  }
  const [year = '', month = ''] = period.key.split('-');
  return { name: t('month', { month, year }), days: null };
}

/** The shortest name, for an axis: the first day of a week, or month and year. */
export function periodTick(period: ReportPeriod): string {
  if (period.kind === 'week') return shownShortDay(period.from);
  const [year = '', month = ''] = period.key.split('-');
  return `${month}/${year}`;
}
