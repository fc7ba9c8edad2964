import { compileConditions, type Truth } from './compile-condition.ts';
import type { Condition, Facts } from './condition.ts';
import { type Explanation, explainCondition, missingFacts } from './explain-condition.ts';
import { type Cue, MAX_CUES_AT_ONCE, type Pack } from './pack.ts';

/** A cue that was not shown because a fact it asks for is unknown. */
export interface UndecidedCue {
  readonly cue: Cue;
  /** Names of the facts that would decide it. */
  readonly missing: readonly string[];
}

/** The cues of one pause point: what to show, and what nobody can say. A cue in neither list was decided to stay away. */
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
  const { cues, truthsOf } = prepared(pack, pausePoint);
  const truths = truthsOf(facts);
  const shown = cues.filter((_, index) => truths[index] === true);
  const undecided = cues.flatMap((cue, index) =>
    truths[index] === 'unknown' ? [{ cue, missing: missingFacts(cue.when ?? ALWAYS, facts) }] : [],
  );
  return { shown: point.mode === 'do-confirm' ? shown.slice(0, MAX_CUES_AT_ONCE) : shown, undecided };
}

/** Why a cue is shown, not shown or undecided under these facts; null if it has no condition and is always shown. */
export function explainCue(cue: Cue, facts: Facts): Explanation | null {
  return cue.when === undefined ? null : explainCondition(cue.when, facts);
}

interface PreparedPoint {
  readonly cues: readonly Cue[];
  readonly truthsOf: (facts: Facts) => readonly Truth[];
}

const ALWAYS: Condition = { op: 'all', of: [] };

/** Packs are immutable and live long, so each pause point is compiled once; the map lets go of a pack that was replaced. */
const preparedByPack = new WeakMap<Pack, Map<string, PreparedPoint>>();

function prepared(pack: Pack, pausePoint: string): PreparedPoint {
  const points = preparedByPack.get(pack) ?? new Map<string, PreparedPoint>();
  preparedByPack.set(pack, points);
  const known = points.get(pausePoint);
  if (known !== undefined) return known;
  const cues = pack.cues.filter((cue) => cue.pausePoint === pausePoint);
  const fresh = { cues, truthsOf: compileConditions(cues.map(({ when }) => when ?? ALWAYS)) };
  points.set(pausePoint, fresh);
  return fresh;
}
