import type { Period } from 'checklist-core/handover';

/** `22/11/2026` of a day written `YYYY-MM-DD`. */
export function shownDay(day: string): string {
  return day.split('-').reverse().join('/');
}

/** `16/11 – 22/11/2026`; the year stands twice only where the two differ. */
export function shownPeriod({ from, to }: Period): string {
  if (from === to) return shownDay(from);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${sameYear ? shownDay(from).slice(0, 5) : shownDay(from)} – ${shownDay(to)}`;
}
