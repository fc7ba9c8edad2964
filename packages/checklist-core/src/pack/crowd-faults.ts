import type { Facts } from './condition.ts';
import { mostCuesAtOnce } from './most-cues-at-once.ts';
import type { Cue } from './pack.ts';
import { faultAt, type PackFault, type PathPart } from './pack-fault.ts';

export interface CrowdLimit {
  readonly limit: number;
  readonly path: readonly PathPart[];
  readonly over: 'crowded' | 'too-many-steps';
  readonly unproven: 'crowd-unproven' | 'steps-unproven';
}

/** Are ever more than `limit` of these cues shown at once? Says under which facts, or that it cannot be proven. */
export function crowdFaults(cues: readonly Cue[], { limit, path, over, unproven }: CrowdLimit): PackFault[] {
  const crowd = mostCuesAtOnce(cues);
  if (crowd === null) return [faultAt(path, unproven, { limit })];
  if (crowd.count <= limit) return [];
  return [faultAt(path, over, { limit, found: crowd.count, facts: inWords(crowd.facts) })];
}

function inWords(facts: Facts): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name} is ${typeof value === 'string' ? JSON.stringify(value) : value}`)
    .join(', ');
}
