import { escaped } from './escaped.ts';

/** One bar: a label, how long it is from 0 to 1, and what stands beside it. */
export interface Bar {
  readonly label: string;
  readonly length: number;
  readonly text: string;
  /** Ends of the 95 % interval, from 0 to 1. */
  readonly interval?: { readonly low: number; readonly high: number };
}

const WIDTH = 640;
const LABEL = 220;
const FIGURE = 90;
const ROW = 24;
const SPACE = WIDTH - LABEL - FIGURE;

/** A bar chart as SVG. The same figures stand in a table beside it, so that it is a picture and says so. */
export function barChart(title: string, bars: readonly Bar[]): string {
  const rows = bars.map((bar, index) => rowOf(bar, index * ROW)).join('');
  const size = `viewBox="0 0 ${WIDTH} ${bars.length * ROW}" width="${WIDTH}" height="${bars.length * ROW}"`;
  return `<svg role="img" aria-label="${escaped(title)}" ${size}>${rows}</svg>`;
}

function rowOf({ label, length, text, interval }: Bar, top: number): string {
  const middle = top + ROW / 2;
  const at = (share: number) => (LABEL + share * SPACE).toFixed(1);
  const whisker =
    interval === undefined
      ? ''
      : `<path class="interval" d="M${at(interval.low)} ${middle - 4}v8m0-4H${at(interval.high)}m0-4v8"/>`;
  return [
    `<text x="${LABEL - 8}" y="${middle}" class="label">${escaped(label)}</text>`,
    `<rect x="${LABEL}" y="${top + 5}" width="${(length * SPACE).toFixed(1)}" height="${ROW - 10}"/>`,
    whisker,
    `<text x="${WIDTH - FIGURE + 8}" y="${middle}">${escaped(text)}</text>`,
  ].join('');
}
