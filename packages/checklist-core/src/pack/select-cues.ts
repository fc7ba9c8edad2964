import { type CompiledCondition, compileCondition, type Verdict } from './compile-condition.ts';
import type { Condition, Facts } from './condition.ts';
import { type Cue, MAX_CUES_AT_ONCE, type Pack } from './pack.ts';

/** A cue that was not shown because a fact it asks for is unknown. */
export interface UndecidedCue {
  readonly cue: Cue;
  /** Names of the facts that would decide it. */
  readonly missing: readonly string[];
}

export interface CueSelection {
  /** In the pack's order; at most MAX_CUES_AT_ONCE at a do-confirm pause point. */
  readonly shown: readonly Cue[];
  readonly undecided: readonly UndecidedCue[];
}

/**
 * The cues of one pause point under the facts at hand. A cue without `when` is always shown; one whose condition is
 * unknown is not shown but listed as undecided. A pause point the pack does not have gives nothing.
 * A parsed pack never has more than five at once; the cut here is the second lock on the same door.
 */
export function selectCues(pack: Pack, pausePoint: string, facts: Facts): CueSelection {
  const point = pack.pausePoints.find(({ id }) => id === pausePoint);
  if (point === undefined) return { shown: [], undecided: [] };
  const shown: Cue[] = [];
  const undecided: UndecidedCue[] = [];
  for (const cue of pack.cues) {
    if (cue.pausePoint !== pausePoint) continue;
    const { truth, missing } = verdictOn(cue, facts);
    if (truth === true) shown.push(cue);
    else if (truth === 'unknown') undecided.push({ cue, missing });
  }
  return { shown: point.mode === 'do-confirm' ? shown.slice(0, MAX_CUES_AT_ONCE) : shown, undecided };
}

function verdictOn(cue: Cue, facts: Facts): Verdict {
  return cue.when === undefined ? { truth: true, missing: [] } : compiled(cue.when)(facts);
}

/** Packs are immutable and live long, so each condition is compiled once; the map lets go of a pack that was replaced. */
const compiledByCondition = new WeakMap<Condition, CompiledCondition>();

function compiled(condition: Condition): CompiledCondition {
  const known = compiledByCondition.get(condition);
  if (known !== undefined) return known;
  const fresh = compileCondition(condition);
  compiledByCondition.set(condition, fresh);
  return fresh;
}
