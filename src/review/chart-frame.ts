import type { PeriodCell, ReportPeriod } from 'checklist-core/report';
import { scaleBand, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

/** One figure in a frame; places in the frame's own units. */
export interface ChartDot {
  readonly x: number;
  readonly y: number;
  /** Ends of its 95 % interval. */
  readonly low: number;
  readonly high: number;
}

/** One rule's frame of the chart. */
export interface ChartFrame {
  readonly dots: readonly ChartDot[];
  /** SVG paths that join figures that follow each other and can be compared. */
  readonly lines: readonly string[];
  /** Periods whose figure is hidden. */
  readonly hidden: readonly { readonly x: number; readonly width: number }[];
  /** Places at which what comes after cannot be compared with what was before. */
  readonly breaks: readonly number[];
  readonly ticks: readonly { readonly x: number; readonly column: number }[];
  readonly levels: readonly { readonly y: number; readonly share: number }[];
}

export const FRAME = { width: 300, height: 150, left: 40, right: 8, top: 8, bottom: 26 } as const;

/** Half of the longest name below a frame: the last one must not be cut off. */
const HALF_TICK = 24;

/** More names than that would run into each other. */
const MOST_TICKS = 4;

/** Where everything of one rule stands. */
export function chartFrame(columns: readonly ReportPeriod[], cells: readonly PeriodCell[]): ChartFrame {
  const x = scaleBand<number>(columns.keys(), [FRAME.left, FRAME.width - FRAME.right]);
  const y = scaleLinear([0, 1], [FRAME.height - FRAME.bottom, FRAME.top]);
  const startOf = (column: number) => x(column) ?? 0;
  const middleOf = (column: number) => startOf(column) + x.bandwidth() / 2;
  const places = cells.map((cell, column) => ({ cell, column }));
  const dotOf = (
    column: number,
    { kept }: { readonly kept: { rate: number; low: number; high: number } },
  ): ChartDot => ({
    x: middleOf(column),
    y: y(kept.rate),
    low: y(kept.low),
    high: y(kept.high),
  });
  const runs: ChartDot[][] = [[]];
  for (const { cell, column } of places) {
    if (cell.state !== 'shown' || cell.break === true) runs.push([]);
    if (cell.state === 'shown') runs.at(-1)?.push(dotOf(column, cell));
  }
  const path = line<ChartDot>(
    (dot) => dot.x,
    (dot) => dot.y,
  ).digits(1);
  return {
    dots: runs.flat(),
    lines: runs.filter((run) => run.length > 1).map((run) => path(run) ?? ''),
    hidden: places
      .filter(({ cell }) => cell.state === 'withheld')
      .map(({ column }) => ({ x: startOf(column), width: x.bandwidth() })),
    breaks: places.filter(({ cell }) => cell.break === true).map(({ column }) => startOf(column)),
    ticks: tickColumns(columns.length).map((column) => ({
      x: Math.min(middleOf(column), FRAME.width - HALF_TICK),
      column,
    })),
    levels: [0, 0.5, 1].map((share) => ({ y: y(share), share })),
  };
}

/** Which columns are named below a frame: all of a few, else some, evenly, with the last. */
function tickColumns(count: number): readonly number[] {
  const step = Math.max(1, Math.ceil(count / MOST_TICKS));
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => count - 1 - index * step).reverse();
}
