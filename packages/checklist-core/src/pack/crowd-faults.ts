import type { Facts } from './condition.ts';
import { mostCuesAtOnce } from './most-cues-at-once.ts';
import type { Cue } from './pack.ts';
import { faultAt, type PackFault, type PathPart } from './pack-fault.ts';

/** Are ever more than `limit` of these cues shown at once? Says under which facts, or that it cannot be proven. */
export function crowdFaults(cues: readonly Cue[], limit: number, path: readonly PathPart[]): PackFault[] {
  const crowd = mostCuesAtOnce(cues);
  if (crowd === null) return [faultAt(path, 'crowd-unproven', { limit })];
  if (crowd.count <= limit) return [];
  return [faultAt(path, 'crowded', { limit, found: crowd.count, facts: inWords(crowd.facts) })];
}

function inWords(facts: Facts): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name} = ${typeof value === 'string' ? JSON.stringify(value) : value}`)
    .join(', ');
}
