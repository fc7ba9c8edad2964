import type { Tree } from '../page-obstacles.ts';

/** What changes without anything lying elsewhere for it. */
const LOOKS = /color|opacity|shadow|filter|visibility|outline|decoration|fill|stroke|offset$|easing|composite/i;

/**
 * Ends when the rows lie where they belong: a list that is put in another order may let them glide there, and tells nobody
 * where they are meanwhile. Null: none of them is on its way. `trees`: what the rows stand in.
 */
export function glideOf(rows: readonly Element[], trees: readonly Tree[]): Promise<unknown> | null {
  const gliding = trees
    .flatMap((tree) => tree.getAnimations())
    .filter((one) => one.playState === 'running' && glides(one, rows));
  return gliding.length === 0 ? null : Promise.allSettled(gliding.map(({ finished }) => finished));
}

/** What stands in a frame is of that frame's own classes; and of effects there is one kind only. */
function glides({ effect }: Animation, rows: readonly Element[]): boolean {
  const { target = null } = (effect ?? {}) as Partial<KeyframeEffect>;
  const isAbout = target !== null && rows.some((row) => target.contains(row));
  return isAbout && ends(effect as KeyframeEffect) && moves(effect as KeyframeEffect);
}

/** A spinner turns for ever. */
function ends(effect: KeyframeEffect): boolean {
  return Number.isFinite(effect.getComputedTiming().endTime);
}

function moves(effect: KeyframeEffect): boolean {
  return effect.getKeyframes().some((frame) => Object.keys(frame).some((name) => !LOOKS.test(name)));
}
