import { formatDay, type WallDay } from '../time/wall-time.ts';
import { sourceIdOf } from './cited-source.ts';
import type { Pack } from './pack.ts';
import { faultAt, type PackFault } from './pack-fault.ts';

/**
 * Why a pack may not be switched on, on a day; empty if it may. A draft needs the decision that confirmed its wording,
 * a retired pack and one out of its period stay off, and so does text without a source or a mark of confidence (which a
 * parsed pack cannot have, but data from an older store may).
 */
export function switchOnFaults(pack: Pack, day: WallDay): readonly PackFault[] {
  return [...statusFaults(pack), ...periodFaults(pack, formatDay(day)), ...textFaults(pack)];
}

function statusFaults({ status, confirmation }: Pack): PackFault[] {
  if (status === 'retired') return [faultAt(['status'], 'retired')];
  return status === 'draft' && confirmation === undefined ? [faultAt(['confirmation'], 'draft-unconfirmed')] : [];
}

function periodFaults({ effective }: Pack, day: string): PackFault[] {
  if (effective === undefined) return [];
  if (day < effective.from) return [faultAt(['effective', 'from'], 'not-yet-effective', { from: effective.from })];
  const { to } = effective;
  return to !== undefined && day > to ? [faultAt(['effective', 'to'], 'no-longer-effective', { to })] : [];
}

function textFaults(pack: Pack): PackFault[] {
  const sources = new Set(pack.sources.map(({ id }) => id));
  return pack.rules.flatMap((rule, index) => [
    ...(sources.has(sourceIdOf(rule)) ? [] : [faultAt(['rules', index, 'source'], 'text-without-source')]),
    ...(rule.confidence === undefined ? [faultAt(['rules', index, 'confidence'], 'text-without-confidence')] : []),
  ]);
}
