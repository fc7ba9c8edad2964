import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { clampToGrid, type GridPlace, type GridSize, moveInGrid } from './grid-focus.ts';

export interface Roving {
  /** The box that holds all buttons of the list; it takes the focus (`tabIndex` -1) when no button is left. */
  readonly box: RefObject<HTMLDivElement | null>;
  /** What each button needs to be part of the list. */
  readonly buttonAt: (place: GridPlace) => RovingButton;
  /** Call when a press may take its own row away: focus then goes to the row that takes its place. */
  readonly keepFocus: () => void;
}

export interface RovingButton {
  readonly tabIndex: number;
  readonly 'data-place': string;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
}

/** Makes a list of rows with buttons one stop for Tab, walked with the arrows. */
export function useRoving(size: GridSize): Roving {
  const box = useRef<HTMLDivElement>(null);
  const keep = useRef(false);
  const [wanted, setWanted] = useState<GridPlace>({ row: 0, column: 0 });
  const current = clampToGrid(wanted, size);

  useLayoutEffect(() => {
    if (!keep.current || document.activeElement !== document.body) return;
    keep.current = false;
    focusPlace(box.current, current);
  });

  return {
    box,
    buttonAt: (place) => ({
      tabIndex: place.row === current.row && place.column === current.column ? 0 : -1,
      'data-place': nameOf(place),
      onKeyDown: (event) => {
        const to = event.isComposing ? null : moveInGrid(event.key, place, size);
        if (to === null) return;
        event.preventDefault();
        focusPlace(box.current, to);
      },
      onFocus: () => setWanted(place),
    }),
    keepFocus: () => {
      keep.current = true;
    },
  };
}

function nameOf({ row, column }: GridPlace): string {
  return `${row}:${column}`;
}

function focusPlace(box: HTMLElement | null, place: GridPlace): void {
  const button = box?.querySelector<HTMLElement>(`[data-place="${nameOf(place)}"]`);
  // The last row may be gone; the list itself then keeps the place of whoever works by keyboard.
  (button ?? box)?.focus();
  button?.closest('li')?.scrollIntoView({ block: 'nearest' });
}
