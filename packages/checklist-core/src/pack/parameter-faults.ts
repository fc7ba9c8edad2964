import { faultAt, type PackFault, type PathPart } from './pack-fault.ts';
import type { PackParameter, WrittenPack } from './written-pack.ts';

export function parameterFaults(pack: WrittenPack): PackFault[] {
  return (pack.params ?? []).flatMap((param, index) => [
    ...boundFaults(param, ['params', index]),
    ...valueFaults(param, param.default, ['params', index, 'default']),
  ]);
}

function boundFaults({ min, max }: PackParameter, path: readonly PathPart[]): PackFault[] {
  return min === undefined || max === undefined || min <= max ? [] : [faultAt(path, 'param-bounds', { min, max })];
}

/** Does a value keep within what the parameter allows? */
export function valueFaults({ id, min, max }: PackParameter, found: number, path: readonly PathPart[]): PackFault[] {
  if (min !== undefined && found < min) return [faultAt(path, 'param-low', { id, limit: min, found })];
  if (max !== undefined && found > max) return [faultAt(path, 'param-high', { id, limit: max, found })];
  return [];
}
