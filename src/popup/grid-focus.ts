/** Place of a button in a list of rows with a few buttons each. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** Rows and buttons per row. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/**
 * Where a key leads from one button of the list, or null if the key is not for the list. The whole list is one stop
 * for Tab; up and down walk the rows, left and right the buttons of a row; nothing wraps around.
 */
export function moveInGrid(key: string, from: GridPlace, size: GridSize): GridPlace | null {
  switch (key) {
    case 'ArrowDown':
      return clampToGrid({ ...from, row: from.row + 1 }, size);
    case 'ArrowUp':
      return clampToGrid({ ...from, row: from.row - 1 }, size);
    case 'ArrowRight':
      return clampToGrid({ ...from, column: from.column + 1 }, size);
    case 'ArrowLeft':
      return clampToGrid({ ...from, column: from.column - 1 }, size);
    case 'Home':
      return { row: 0, column: from.column };
    case 'End':
      return clampToGrid({ row: size.rows - 1, column: from.column }, size);
    default:
      return null;
  }
}

/** The nearest place that exists; rows may have left the list meanwhile. */
export function clampToGrid({ row, column }: GridPlace, size: GridSize): GridPlace {
  return {
    row: Math.max(0, Math.min(row, size.rows - 1)),
    column: Math.max(0, Math.min(column, size.columns - 1)),
  };
}
