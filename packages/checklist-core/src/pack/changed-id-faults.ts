import { idsByKind } from './current-id.ts';
import type { IdChange, LastingKind } from './id-change.ts';
import { faultAt, type PackFault } from './pack-fault.ts';
import type { WrittenPack } from './written-pack.ts';

/**
 * Old ids must lead, each by one way, to one thing of this pack: not to nothing, not in a circle, and never two of them
 * to the same thing, or a report would add up two series that were counted apart.
 */
export function changedIdFaults(pack: WrittenPack): PackFault[] {
  const all = [...(pack.changedIds ?? []).entries()];
  const kinds: readonly LastingKind[] = ['rule', 'cue', 'pause-point'];
  return kinds.flatMap((kind) =>
    faultsOfKind(
      all.filter(([, change]) => change.kind === kind),
      idsByKind(pack, kind),
    ),
  );
}

type Numbered = readonly (readonly [number, IdChange])[];

function faultsOfKind(changes: Numbered, inUse: ReadonlySet<string>): PackFault[] {
  const next = new Map<string, string | null>();
  const reached = new Set<string>();
  const faults: PackFault[] = [];
  for (const [index, { from, to }] of changes) {
    const at = (key: 'from' | 'to') => ['changedIds', index, key];
    if (inUse.has(from)) faults.push(faultAt(at('from'), 'old-id-in-use', { id: from }));
    if (next.has(from)) faults.push(faultAt(at('from'), 'old-id-twice', { id: from }));
    else next.set(from, to);
    if (to === null) continue;
    if (reached.has(to)) faults.push(faultAt(at('to'), 'ids-merged', { id: to }));
    reached.add(to);
  }
  for (const [index, { to }] of changes) {
    if (to === null || inUse.has(to)) continue;
    if (!next.has(to)) faults.push(faultAt(['changedIds', index, 'to'], 'id-leads-nowhere', { id: to }));
    else if (leadsBack(to, next)) faults.push(faultAt(['changedIds', index, 'to'], 'id-cycle', { id: to }));
  }
  return faults;
}

function leadsBack(start: string, next: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>();
  let at: string | null | undefined = start;
  while (typeof at === 'string' && !seen.has(at)) {
    seen.add(at);
    at = next.get(at);
  }
  return at === start;
}
