import { describe, expect, it } from 'vitest';
import { clampToGrid, moveInGrid } from './grid-focus.ts';

const SIZE = { rows: 3, columns: 2 };

describe('moving in the list by keyboard', () => {
  it('walks rows and buttons and stops at the edges', () => {
    expect(moveInGrid('ArrowDown', { row: 0, column: 1 }, SIZE)).toEqual({ row: 1, column: 1 });
    expect(moveInGrid('ArrowDown', { row: 2, column: 0 }, SIZE)).toEqual({ row: 2, column: 0 });
    expect(moveInGrid('ArrowUp', { row: 0, column: 0 }, SIZE)).toEqual({ row: 0, column: 0 });
    expect(moveInGrid('ArrowRight', { row: 1, column: 0 }, SIZE)).toEqual({ row: 1, column: 1 });
    expect(moveInGrid('ArrowLeft', { row: 1, column: 0 }, SIZE)).toEqual({ row: 1, column: 0 });
    expect(moveInGrid('End', { row: 0, column: 1 }, SIZE)).toEqual({ row: 2, column: 1 });
    expect(moveInGrid('Home', { row: 2, column: 1 }, SIZE)).toEqual({ row: 0, column: 1 });
  });

  it('leaves every other key alone, so that typing and the browser keep theirs', () => {
    for (const key of ['a', 'Tab', 'Enter', ' ', 'Backspace', 'Process', '5'])
      expect(moveInGrid(key, { row: 0, column: 0 }, SIZE)).toBeNull();
  });

  it('falls back to the nearest row when the list shrinks', () => {
    expect(clampToGrid({ row: 5, column: 1 }, SIZE)).toEqual({ row: 2, column: 1 });
    expect(clampToGrid({ row: 1, column: 0 }, { rows: 0, columns: 2 })).toEqual({ row: 0, column: 0 });
  });
});
