import type { Tree } from '../page-obstacles.ts';

/** What changes without anything lying elsewhere for it. */
const LOOKS = /color|opacity|shadow|filter|visibility|outline|decoration|fill|stroke|offset$|easing|composite/i;

/**
 * Ends when the rows lie where they belong: a list that is put in another order may let them glide there, and tells nobody
 * where they are meanwhile. Null: none of them is on its way. `trees`: what the rows stand in.
 */
export function glideOf(rows: readonly Element[], trees: readonly Tree[]): Promise<unknown> | null {
  const moving = trees
    .flatMap((tree) => tree.getAnimations())
    .filter(
      ({ playState, effect }) =>
        playState === 'running' &&
        effect instanceof KeyframeEffect &&
        ends(effect) &&
        moves(effect) &&
        isAbout(effect, rows),
    );
  return moving.length === 0 ? null : Promise.allSettled(moving.map(({ finished }) => finished));
}

/** A spinner turns for ever. */
function ends(effect: KeyframeEffect): boolean {
  return Number.isFinite(effect.getComputedTiming().endTime);
}

function moves(effect: KeyframeEffect): boolean {
  return effect.getKeyframes().some((frame) => Object.keys(frame).some((name) => !LOOKS.test(name)));
}

function isAbout({ target }: KeyframeEffect, rows: readonly Element[]): boolean {
  return target !== null && rows.some((row) => target.contains(row));
}
