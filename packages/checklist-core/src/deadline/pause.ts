import type { WallMinute } from '../time/wall-time.ts';

/** A time at which the clock stood still, from `from` up to `to`. */
export interface Pause {
  readonly from: WallMinute;
  readonly to: WallMinute;
}

/** The pauses after `start`, in order; those that touch are one, so that it is the same however they were noted. */
export function mergePauses(pauses: readonly Pause[], start: WallMinute): readonly Pause[] {
  const merged: Pause[] = [];
  for (const pause of [...pauses].sort((a, b) => a.from - b.from)) {
    const from = Math.max(pause.from, start);
    if (pause.to <= from) continue;
    const before = merged.at(-1);
    if (before === undefined || before.to < from) merged.push({ from, to: pause.to });
    else merged[merged.length - 1] = { from: before.from, to: Math.max(before.to, pause.to) };
  }
  return merged;
}

/**
 * The end of a term that stands still during the pauses (merged), and by how many minutes they lengthen it. A pause
 * that begins when the term, as lengthened so far, has ended, changes nothing: what is late stays late. No pause makes
 * the end earlier, also where one moves it from a Saturday afternoon to a Sunday morning and both go on to Monday.
 *
 * @param lengthOf minutes of a pause that count.
 * @param endAfter the end of the term if it is so many minutes longer.
 */
export function lengthenBy(
  pauses: readonly Pause[],
  lengthOf: (from: WallMinute, to: WallMinute) => number,
  endAfter: (minutes: number) => WallMinute,
): { readonly minutes: number; readonly end: WallMinute } {
  let minutes = 0;
  let end = endAfter(0);
  for (const { from, to } of pauses) {
    if (from >= end) break;
    minutes += lengthOf(from, to);
    end = Math.max(end, endAfter(minutes));
  }
  return { minutes, end };
}
