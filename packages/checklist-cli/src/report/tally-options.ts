import { currentId, type Pack } from 'checklist-core';
import type { TallyOptions } from 'checklist-core/report';
import { packsAtHand } from './report-texts.ts';

const packs = new Map(packsAtHand.map((pack) => [pack.id, pack]));
const served = new Map(
  packsAtHand.map((pack) => [pack.id, new Map(pack.cues.map(({ id, serves }) => [id, serves] as const))]),
);

/**
 * What the shipped packs say of the ids in journals: which rules a cue serves, and what an id is called today. A cue
 * keeps its meaning over the versions of a pack, so that the pack at hand speaks for older ones too.
 */
export const shippedTallyOptions: TallyOptions = {
  rulesOfCue: (pack, cue) => served.get(idOf(pack))?.get(cue) ?? null,
  currentRule: (pack, rule) => today(packs.get(idOf(pack)), 'rule', rule),
  currentCue: (pack, cue) => today(packs.get(idOf(pack)), 'cue', cue),
};

/** The pack of `id@version`. */
function idOf(label: string): string {
  return label.slice(0, label.indexOf('@'));
}

function today(pack: Pack | undefined, kind: 'rule' | 'cue', id: string): string {
  const now = pack === undefined ? null : currentId(pack, kind, id);
  return now?.state === 'current' ? now.id : id;
}
