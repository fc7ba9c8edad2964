/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A rectangle in CSS pixels of the viewport. */
export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

/** What the pill should not lie on. */
export interface Obstacle extends Box {
  /** It may lie there where no better place is free. Asked only of what it would lie on: false where that is no matter. */
  readonly minor?: () => boolean;
}

/** Where the pill can dock: the corners, then the middle of the sides. */
export type Dock = 'bottom-end' | 'bottom-start' | 'top-end' | 'top-start' | 'middle-end' | 'middle-start';

export interface Placement {
  readonly dock: Dock;
  /** True where only the icon fits without covering something the official needs. */
  readonly compact: boolean;
  readonly left: number;
  readonly top: number;
}

export interface PlacementInput {
  readonly viewport: Size;
  /** The pill as it would be drawn in full, at most 220 × 44. */
  readonly pill: Size;
  /** Visible buttons of the page, and the field that has focus. */
  readonly avoid: readonly Obstacle[];
  /** The card beside the pill, if one is open, and the field in use, which it must not hide. */
  readonly card?: Size | null;
  readonly field?: Box | null;
  /** Where the pill is now: it stays as long as it covers nothing, so that it does not jump about. */
  readonly current: Placement | null;
}

/** Where it stands before the page has been measured. */
export const START: Placement = { dock: 'bottom-end', compact: false, left: 0, top: 0 };
export const PILL_WIDTH = 220;
const ICON_SIZE = 44;
/** The pill without its words. */
export const ICON: Size = { width: ICON_SIZE, height: ICON_SIZE };
/** On a screen no wider than this (a phone, a page enlarged much) there is only room for the icon. */
const NARROW = 480;
/** Between the pill and the edges of the viewport. */
export const MARGIN = 14;
const AIR = 6;
/** Between the pill and its card. */
const GAP = 8;
const DOCKS: readonly Dock[] = ['bottom-end', 'bottom-start', 'top-end', 'top-start', 'middle-end', 'middle-start'];

/**
 * Chooses where the pill stands so that it covers none of `avoid`, or nothing but minor ones: its present dock first, then
 * the corners, then the sides; the whole pill before the bare icon. Where nothing is free, the icon goes where it covers
 * least.
 */
export function placePill(input: PlacementInput): Placement {
  const { viewport, pill, avoid } = input;
  const major = avoid.filter(({ minor }) => !minor);
  const docks = inOrder({ ...input, avoid: major });
  const spots = (size: Size, compact: boolean) =>
    docks.map((dock) => {
      const box = boxAt(dock, size, viewport);
      return {
        harm: covered(box, major),
        // In the middle of a page it hides more than what is minor in the corners.
        any: /mid/.test(dock) || covered(box, avoid),
        at: { dock, compact, left: box.left, top: box.top },
      };
    });
  const icons = spots(ICON, true);
  const free = (all: typeof icons) => all.find(({ any }) => !any) ?? all.find(({ harm }) => !harm);
  const best =
    (viewport.width > NARROW ? free(spots(pill, false)) : undefined) ??
    free(icons) ??
    icons.reduce((least, one) => (one.harm < least.harm ? one : least));
  return best.at;
}

/** The pill's rectangle at a dock, kept inside the viewport. */
export function boxAt(dock: Dock, size: Size, viewport: Size): Box {
  const left = dock.endsWith('end') ? viewport.width - size.width - MARGIN : MARGIN;
  const top = dock.startsWith('bottom')
    ? viewport.height - size.height - MARGIN
    : dock.startsWith('top')
      ? MARGIN
      : (viewport.height - size.height) / 2;
  return { left: Math.max(0, Math.round(left)), top: Math.max(0, Math.round(top)), ...size };
}

/**
 * The present dock first. Where a card is open, docks at which it covers nothing come before those at which it lies over
 * buttons of the page, and those at which it would hide the field in use come last.
 */
function inOrder({ current, viewport, card, field, avoid }: PlacementInput): readonly Dock[] {
  const docks = current === null ? DOCKS : [current.dock, ...DOCKS.filter((dock) => dock !== current.dock)];
  if (card == null) return docks;
  const rank = (dock: Dock): number => {
    const box = cardAt(dock, card, viewport);
    if (field != null && covered(box, [field]) > 0) return 2;
    return covered(box, avoid) > 0 ? 1 : 0;
  };
  return docks
    .map((dock) => [dock, rank(dock)] as const)
    .sort((a, b) => a[1] - b[1])
    .map(([dock]) => dock);
}

function cardAt(dock: Dock, card: Size, viewport: Size): Box {
  const icon = boxAt(dock, ICON, viewport);
  const left = dock.endsWith('end') ? icon.left + icon.width - card.width : icon.left;
  const top = dock.startsWith('bottom') ? icon.top - GAP - card.height : icon.top + icon.height + GAP;
  return { left, top, width: card.width, height: card.height };
}

/** Area of `avoid` under the box, with a little air around it, in px². */
function covered(box: Box, avoid: readonly Obstacle[]): number {
  let area = 0;
  for (const other of avoid) {
    const width = Math.min(box.left + box.width + AIR, other.left + other.width) - Math.max(box.left - AIR, other.left);
    const height = Math.min(box.top + box.height + AIR, other.top + other.height) - Math.max(box.top - AIR, other.top);
    if (width > 0 && height > 0 && other.minor?.() !== false) area += width * height;
  }
  return area;
}
