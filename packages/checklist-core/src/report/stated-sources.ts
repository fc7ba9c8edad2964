import type { LogTally, StatedSource } from './log-tally.ts';
import type { DayRange } from './report-period.ts';

/** Which stated sums of a log count. */
export interface StatedChoice {
  readonly counted: readonly StatedSource[];
  readonly leftOut: number;
}

/**
 * Stated sums cannot be taken apart, so sums of leaves that were counted line by line are left out, and of several sums
 * of the same leaves the one over most leaves counts (of equals, the one whose file's digest sorts first). Sums of days
 * beyond those reported on are left out too.
 */
export function chooseStated({ stated, conduct }: LogTally, range: DayRange): StatedChoice {
  const counted: StatedSource[] = [];
  const reported = stated.filter(({ first, last }) => first >= range.first && last <= range.last);
  const byWidth = reported.sort((a, b) => b.to - b.from - (a.to - a.from) || (a.file < b.file ? -1 : 1));
  for (const source of byWidth) {
    const overlaps = counted.some(({ from, to }) => source.from < to && from < source.to);
    if (!overlaps && !conduct.hasAnyIn(source.from, source.to)) counted.push(source);
  }
  return { counted, leftOut: stated.length - counted.length };
}
