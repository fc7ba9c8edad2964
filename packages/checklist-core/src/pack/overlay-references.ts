import { authoringFaultAt } from './authoring-fault.ts';
import type { PackOverlay } from './overlay.ts';
import type { PackFault, PathPart } from './pack-fault.ts';
import type { PackFaultCode } from './pack-fault-code.ts';
import { valueFaults } from './parameter-faults.ts';
import type { PickedParts } from './picked-parts.ts';
import type { WrittenPack } from './written-pack.ts';

const ABSENT = {
  groups: 'no-group',
  rules: 'no-rule',
  pausePoints: 'no-pause-point',
  cues: 'no-cue',
} as const satisfies Record<string, PackFaultCode>;

const LISTS = ['groups', 'rules', 'pausePoints', 'cues'] as const;

/** Does everything exist that the overlay names by id, once, and are the values it sets allowed? */
export function referenceFaults(below: WrittenPack, overlay: PackOverlay, parts: PickedParts): PackFault[] {
  return [
    ...(['include', 'exclude'] as const).flatMap((way) =>
      LISTS.flatMap((list) => unknownIds(overlay[way]?.[list] ?? [], below[list], ABSENT[list], [way, list])),
    ),
    ...alterFaults(overlay, parts),
    ...placeFaults(overlay, parts),
    ...setFaults(below, overlay),
  ];
}

type Named = readonly { readonly id: string }[];

function unknownIds(ids: readonly string[], among: Named, code: PackFaultCode, path: readonly PathPart[]): PackFault[] {
  const known = new Set(among.map(({ id }) => id));
  return ids.flatMap((id, index) => (known.has(id) ? [] : [authoringFaultAt([...path, index], code, { id })]));
}

function alterFaults({ alter = {} }: PackOverlay, parts: PickedParts): PackFault[] {
  return (['cues', 'pausePoints'] as const).flatMap((list) => {
    const known = new Set(parts[list].map(({ id }) => id));
    const seen = new Set<string>();
    return (alter[list] ?? []).flatMap(({ id }, index) => {
      const path = ['alter', list, index, 'id'];
      if (!known.has(id)) return [authoringFaultAt(path, ABSENT[list], { id })];
      if (seen.has(id)) return [authoringFaultAt(path, 'repeated-id', { id })];
      seen.add(id);
      return [];
    });
  });
}

/** Cues are put in one after the other, so one may stand before another that was added above it. */
function placeFaults({ add }: PackOverlay, parts: PickedParts): PackFault[] {
  const known = new Set(parts.cues.map(({ id }) => id));
  return (add?.cues ?? []).flatMap(({ id, before }, index) => {
    const isKnown = before === undefined || known.has(before);
    known.add(id);
    return isKnown ? [] : [authoringFaultAt(['add', 'cues', index, 'before'], 'no-cue', { id: before })];
  });
}

function setFaults(below: WrittenPack, { add, set = {} }: PackOverlay): PackFault[] {
  const params = [...(below.params ?? []), ...(add?.params ?? [])];
  return Object.entries(set).flatMap(([id, value]) => {
    const param = params.find((one) => one.id === id);
    const path = ['set', id];
    return param === undefined ? [authoringFaultAt(path, 'no-param', { id })] : valueFaults(param, value, path);
  });
}
