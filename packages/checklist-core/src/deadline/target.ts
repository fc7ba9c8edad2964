import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { WallMinute } from '../time/wall-time.ts';

/** An office's own aim, stricter than the term: a share of the term's working time, or so many working hours. */
export type InternalTarget =
  | {
      readonly kind: 'share';
      /** Per cent of the working time that the term gives, 1 to 100: 70 for "30 % less", 50 for "half". */
      readonly percent: number;
    }
  | { readonly kind: 'working-hours'; readonly n: number };

/**
 * Reads `50%` (half of the term), `-30%` (30 % less than the term) or `16h` (16 working hours). Null for anything
 * else, for shares outside 1–100 % and for 0 hours.
 */
export function parseTarget(text: string): InternalTarget | null {
  const [, minus, share, hours] = /^(?:(-)?(\d{1,3})%|(\d{1,3})h)$/.exec(text.trim()) ?? [];
  if (hours !== undefined) return Number(hours) > 0 ? { kind: 'working-hours', n: Number(hours) } : null;
  if (share === undefined) return null;
  const percent = minus === undefined ? Number(share) : 100 - Number(share);
  return percent >= 1 && percent <= 100 ? { kind: 'share', percent } : null;
}

/** Whether it can be counted: 1 to 100 per cent, or more than 0 and less than 100,000 hours. */
export function isSoundTarget(target: InternalTarget): boolean {
  return target.kind === 'share' ? target.percent > 0 && target.percent <= 100 : target.n > 0 && target.n < 100_000;
}

/**
 * The target's minute, counted in working time from `start`; never after `due`. A share is rounded down to whole
 * minutes: an aim may be a minute early, not a minute late.
 */
export function targetMinute(
  calendar: WorkingCalendar,
  target: InternalTarget,
  start: WallMinute,
  due: WallMinute,
): WallMinute {
  const given = calendar.between(start, due);
  const aimed = target.kind === 'share' ? Math.floor((given * target.percent) / 100) : Math.floor(target.n * 60);
  return aimed >= given ? due : calendar.add(start, aimed);
}
