import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, boxAt, ICON, placePill } from './placement.ts';

const viewport = { width: 1366, height: 768 };
const pill = { width: 220, height: 44 };

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}

function boxOf(placement: ReturnType<typeof placePill>): Box {
  const size = placement.compact ? ICON : pill;
  return { left: placement.left, top: placement.top, ...size };
}

describe('placePill', () => {
  it('docks at the bottom right of an empty page', () => {
    const placed = placePill({ viewport, pill, avoid: [], current: null });
    expect(placed).toMatchObject({ dock: 'bottom-end', compact: false });
    expect(placed.left + pill.width).toBeLessThanOrEqual(viewport.width);
    expect(placed.top + pill.height).toBeLessThanOrEqual(viewport.height);
  });

  it('has room for its words where it is nothing but its icon by itself', () => {
    const icon = placePill({ viewport, pill: ICON, avoid: [], current: null });
    expect(icon).toMatchObject({ dock: 'bottom-end', compact: false });
  });

  it('leaves the corner that holds the submit button', () => {
    const submit = { left: 1200, top: 715, width: 120, height: 36 };
    const placed = placePill({ viewport, pill, avoid: [submit], current: null });
    expect(placed.dock).toBe('bottom-start');
    expect(overlaps(boxOf(placed), submit)).toBe(false);
  });

  it('rests over links in the corners rather than over what stands in the middle', () => {
    const bars = [0, viewport.height - 80].map((top) => ({ left: 0, top, width: viewport.width, height: 80 }));
    const links = bars.map((bar) => ({ ...bar, minor: () => true }));
    expect(placePill({ viewport, pill, avoid: links, current: null }).dock).toBe('bottom-end');
    expect(placePill({ viewport, pill, avoid: bars, current: null }).dock).toBe('middle-end');
  });

  it('asks what is minor only where it would lie on it', () => {
    const asked: number[] = [];
    const avoid = [0, 1_200].map((left) => ({
      left,
      top: 720,
      width: 100,
      height: 20,
      minor: () => asked.push(left) < 0,
    }));
    expect(placePill({ viewport, pill, avoid, current: null }).dock).toBe('bottom-end');
    expect(new Set(asked)).toEqual(new Set([0, 1_200]));
    asked.length = 0;
    placePill({ viewport, pill, avoid: avoid.map((one) => ({ ...one, left: 600 })), current: null });
    expect(asked).toEqual([]);
  });

  it('leaves the field that takes focus, even from the dock it had', () => {
    const free = placePill({ viewport, pill, avoid: [], current: null });
    const field = { left: 1100, top: 720, width: 240, height: 32 };
    const placed = placePill({ viewport, pill, avoid: [field], current: free });
    expect(overlaps(boxOf(placed), field)).toBe(false);
  });

  it('moves to where its open card covers no button of the page, if there is such a place', () => {
    const card = { width: 332, height: 250 };
    const action = { left: 215, top: 497, width: 100, height: 34 };
    const current = placePill({ viewport, pill, avoid: [boxAt('bottom-end', pill, viewport)], current: null });
    expect(current.dock).toBe('bottom-start');
    expect(placePill({ viewport, pill, avoid: [action], card, current }).dock).toBe('bottom-end');
    expect(placePill({ viewport, pill, avoid: [action], card: null, current }).dock).toBe('bottom-start');
  });

  it('lets its card lie over a button before it hides the field in use', () => {
    const card = { width: 332, height: 250 };
    const everywhere = { left: 0, top: 100, width: 1366, height: 560 };
    const field = { left: 1100, top: 600, width: 200, height: 32 };
    const placed = placePill({ viewport, pill, avoid: [everywhere, field], card, field, current: null });
    expect(placed.dock).not.toBe('bottom-end');
  });

  it('stays where it is while it covers nothing', () => {
    const moved = placePill({ viewport, pill, avoid: [boxAt('bottom-end', pill, viewport)], current: null });
    expect(placePill({ viewport, pill, avoid: [], current: moved })).toEqual(moved);
  });

  it('shrinks to the icon where the whole pill has no room', () => {
    const bars = [
      { left: 100, top: 0, width: 1160, height: 70 },
      { left: 100, top: 340, width: 1160, height: 90 },
      { left: 100, top: 700, width: 1160, height: 68 },
    ];
    const placed = placePill({ viewport, pill, avoid: bars, current: null });
    expect(placed.compact).toBe(true);
    for (const bar of bars) expect(overlaps(boxOf(placed), bar)).toBe(false);
  });

  it('never covers a button while any dock is free, and always stays inside the viewport', () => {
    const box = fc.record({
      left: fc.integer({ min: 0, max: 1300 }),
      top: fc.integer({ min: 0, max: 740 }),
      width: fc.integer({ min: 1, max: 400 }),
      height: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(box, { maxLength: 12 }), (avoid) => {
        const placed = placePill({ viewport, pill, avoid, current: null });
        const own = boxOf(placed);
        expect(own.left).toBeGreaterThanOrEqual(0);
        expect(own.left + own.width).toBeLessThanOrEqual(viewport.width);
        expect(own.top + own.height).toBeLessThanOrEqual(viewport.height);
        const docks = ['bottom-end', 'bottom-start', 'top-end', 'top-start', 'middle-end', 'middle-start'] as const;
        const grown = (b: Box) => ({ left: b.left - 6, top: b.top - 6, width: b.width + 12, height: b.height + 12 });
        const someFree = docks.some((dock) =>
          avoid.every((other) => !overlaps(grown(boxAt(dock, ICON, viewport)), other)),
        );
        if (someFree) expect(avoid.some((other) => overlaps(own, other))).toBe(false);
      }),
    );
  });
});
