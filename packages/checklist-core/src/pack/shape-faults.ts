import { hazardsIn } from '../text/untrusted.ts';
import { faultAt, type PackFault } from './pack-fault.ts';

/** A pack nests about 20 levels; whatever goes far beyond is a mistake or an attack. */
export const MAX_NESTING = 64;
/** Values, counting every one inside. The largest pack a schema allows and people write stays far below. */
const MAX_PARTS = 200_000;

/** The hazards of a pack or overlay as faults. Half a character is left to the schema, which says where a line must be one. */
export function shapeFaults(value: unknown): PackFault[] {
  const faults: PackFault[] = [];
  for (const { kind, path } of hazardsIn(value, { levels: MAX_NESTING, values: MAX_PARTS })) {
    // What stopped the walk is said alone: nobody knows what else there is.
    if (kind === 'too-large') return [faultAt([], kind, { limit: MAX_PARTS })];
    if (kind === 'too-deep') return [faultAt(path, kind, { limit: MAX_NESTING })];
    if (kind === 'prototype-key') faults.push(faultAt(path, 'forbidden-key'));
  }
  return faults;
}
