import type { PeriodCell, ReportPeriod } from 'checklist-core/report';
import { describe, expect, it } from 'vitest';
import { chartFrame, FRAME } from './chart-frame.ts';

const shown = (rate: number): PeriodCell => ({
  state: 'shown',
  missed: 0,
  of: 10,
  kept: { rate, low: rate / 2, high: 1 },
  notes: [],
});
const hidden: PeriodCell = { state: 'withheld' };
const none: PeriodCell = { state: 'none' };

function columnsFor(cells: readonly unknown[]): ReportPeriod[] {
  return cells.map((_, index) => ({ kind: 'week', key: `2026-W${index}`, from: '2026-11-02', to: '2026-11-08' }));
}

const frameOf = (cells: readonly PeriodCell[]) => chartFrame(columnsFor(cells), cells);

describe('chartFrame', () => {
  it('has a dot for every figure of the table, its rate and its interval on one scale', () => {
    const { dots } = frameOf([shown(1), shown(0), shown(0.5)]);
    expect(dots.map(({ y }) => y)).toEqual([FRAME.top, FRAME.height - FRAME.bottom, (FRAME.top + 124) / 2]);
    expect(dots.every(({ low, y, high }) => low >= y && y >= high)).toBe(true);
  });

  it('draws a box for what is hidden and nothing for what is not there', () => {
    const frame = frameOf([shown(1), hidden, none, shown(1)]);
    expect(frame.hidden).toHaveLength(1);
    expect(frame.dots).toHaveLength(2);
    expect(frame.lines).toEqual([]);
  });

  it('joins only figures that follow each other and can be compared', () => {
    const frame = frameOf([shown(1), shown(1), hidden, shown(1), shown(1), { ...shown(1), break: true }]);
    expect(frame.lines).toHaveLength(2);
    expect(frame.breaks).toHaveLength(1);
  });

  it('names few columns, always the last, and keeps everything inside the frame', () => {
    for (const count of [1, 2, 4, 5, 13, 52]) {
      const frame = frameOf(Array.from({ length: count }, () => shown(0.5)));
      expect(frame.ticks.length).toBeLessThanOrEqual(4);
      expect(frame.ticks.at(-1)?.column).toBe(count - 1);
      expect(frame.dots.every(({ x }) => x >= FRAME.left && x <= FRAME.width - FRAME.right)).toBe(true);
    }
  });
});
