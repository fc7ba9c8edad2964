/** A named figure: its spread over the runs, in ms, and what the product allows for its median. */
export interface Measure {
  readonly name: string;
  readonly runs: number;
  readonly lowest: number;
  readonly median: number;
  readonly highest: number;
  readonly budget: number;
}

/** Sums up the times of one bench. */
export function measureOf(name: string, times: readonly number[], budget: number): Measure {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { name, runs: sorted.length, lowest: at(0), median: at(0.5), highest: at(1), budget };
}

/** One row of the table that docs/benchmarks.md shows. */
export function row({ name, runs, lowest, median, highest, budget }: Measure): string {
  const figures = [lowest, median, highest].map((value) => value.toFixed(0)).join(' | ');
  return `| ${name} | ${runs} | ${figures} | ${budget} | ${median <= budget ? 'within' : 'OVER'} |`;
}
