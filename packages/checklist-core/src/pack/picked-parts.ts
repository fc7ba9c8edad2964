import type { PackOverlay, PickedIds } from './overlay.ts';
import type { PausePoint, Rule, RuleGroup } from './pack.ts';
import type { WrittenCue, WrittenPack } from './written-pack.ts';

/** The parts of the pack below that an overlay keeps. */
export interface PickedParts {
  readonly groups: readonly RuleGroup[];
  readonly rules: readonly Rule[];
  readonly pausePoints: readonly PausePoint[];
  readonly cues: readonly WrittenCue[];
}

/**
 * What is left after include and exclude. Dependants follow: with a group go its rules; with a pause point its cues;
 * with a rule the cues that served nothing else. What the overlay adds again under the same id is replaced, not gone,
 * and takes nothing with it. `cues`: those of the pack below, as the overlay alters them.
 */
export function pickedParts(below: WrittenPack, overlay: PackOverlay, cues: readonly WrittenCue[]): PickedParts {
  const added = overlay.add ?? {};
  const groups = below.groups.filter(({ id }) => isPicked(overlay, 'groups', id));
  const groupsLeft = idsOf(groups, added.groups);
  const rules = below.rules.filter(({ id, group }) => isPicked(overlay, 'rules', id) && groupsLeft.has(group));
  const rulesLeft = idsOf(rules, added.rules);
  const pausePoints = below.pausePoints.filter(({ id }) => isPicked(overlay, 'pausePoints', id));
  const pointsLeft = idsOf(pausePoints, added.pausePoints);
  const rulesBelow = idsOf(below.rules);
  const resettled = new Set(
    (overlay.alter?.cues ?? []).filter(({ serves }) => serves !== undefined).map(({ id }) => id),
  );
  const kept = cues.flatMap((cue): WrittenCue[] => {
    if (!isPicked(overlay, 'cues', cue.id) || !pointsLeft.has(cue.pausePoint)) return [];
    // Rules that the overlay itself names must exist; a mistake there is not to be tidied away.
    if (resettled.has(cue.id)) return [cue];
    const serves = cue.serves.filter((rule) => rulesLeft.has(rule) || !rulesBelow.has(rule));
    return serves.length === 0 && cue.serves.length > 0 ? [] : [{ ...cue, serves }];
  });
  return { groups, rules, pausePoints, cues: kept };
}

function isPicked({ include, exclude }: PackOverlay, list: keyof PickedIds, id: string): boolean {
  return (include?.[list]?.includes(id) ?? true) && !(exclude?.[list]?.includes(id) ?? false);
}

type Named = readonly { readonly id: string }[];

function idsOf(...lists: readonly (Named | undefined)[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list = []) => list.map(({ id }) => id)));
}
