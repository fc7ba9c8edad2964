import * as v from 'valibot';
import { authoringFault, authoringFaultAt } from './authoring-fault.ts';
import type { PackChecks } from './check-pack.ts';
import type { IdChange, LastingKind } from './id-change.ts';
import { importFaults } from './import-faults.ts';
import type { AddedCue, CueChange, PackOverlay, PausePointChange } from './overlay.ts';
import { overlayPlaces } from './overlay-places.ts';
import { referenceFaults } from './overlay-references.ts';
import { overlaySchema } from './overlay-schema.ts';
import type { PausePoint } from './pack.ts';
import { faultsOf, type PackFault } from './pack-fault.ts';
import { type ParsedPack, parsePack } from './parse-pack.ts';
import { type PickedParts, pickedParts } from './picked-parts.ts';
import { shapeFaults } from './shape-faults.ts';
import type { PackParameter, WrittenCue, WrittenPack } from './written-pack.ts';

/** An overlay of the right structure, or every fault that was found. */
export type ParsedOverlay =
  | { readonly ok: true; readonly overlay: PackOverlay }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

/** Reads the structure of an overlay out of unknown JSON; what it refers to shows only over a pack. */
export function parseOverlay(value: unknown): ParsedOverlay {
  const shape = shapeFaults(value);
  if (shape.length > 0) return { ok: false, faults: shape };
  const parsed = v.safeParse(overlaySchema, value);
  return parsed.success
    ? { ok: true, overlay: parsed.output }
    : { ok: false, faults: faultsOf(parsed.issues, authoringFault) };
}

/**
 * Lays an overlay (unknown JSON) over a pack as written. The result is checked like any other pack, and may be built
 * upon in turn. All faults are reported with a JSON pointer into the overlay; what only shows in the result has an empty
 * path, and its place there in `values.inResult`. Nothing is half-applied.
 */
export function applyOverlay(
  below: WrittenPack,
  value: unknown,
  languages: PackChecks['languages'] = ['vi'],
  facts: PackChecks['facts'] = [],
): ParsedPack {
  const parsed = parseOverlay(value);
  if (!parsed.ok) return parsed;
  const { overlay } = parsed;
  const imported = importFaults(below, overlay);
  if (imported.length > 0) return { ok: false, faults: imported };
  const parts = pickedParts(
    below,
    overlay,
    below.cues.map((cue) => changedCue(cue, overlay)),
  );
  const faults = [...statusFaults(below, overlay), ...referenceFaults(below, overlay, parts)];
  if (faults.length > 0) return { ok: false, faults };
  const written = resultOf(below, overlay, parts);
  // Read like a file, so that whatever is stored can be read again: no list runs empty or over its limit.
  const parsedResult = parsePack(written, languages, facts);
  return parsedResult.ok ? parsedResult : { ok: false, faults: overlayPlaces(parsedResult.faults, written, overlay) };
}

/** Wording that nobody confirmed does not become confirmed by laying something over it. */
function statusFaults(below: WrittenPack, overlay: PackOverlay): PackFault[] {
  const confirmed = overlay.confirmation ?? below.confirmation;
  if (below.status !== 'draft' || overlay.status !== 'active' || confirmed !== undefined) return [];
  return [authoringFaultAt(['status'], 'draft-unconfirmed')];
}

function resultOf(below: WrittenPack, overlay: PackOverlay, parts: PickedParts): WrittenPack {
  const { id, version, status, title = below.title, confidence = below.confidence, add = {} } = overlay;
  const effective = overlay.effective ?? below.effective;
  const confirmation = overlay.confirmation ?? below.confirmation;
  const facts = [...(below.facts ?? []), ...(add.facts ?? [])];
  const params = [...(below.params ?? []), ...(add.params ?? [])].map((param) => withValue(param, overlay));
  const changedIds = changesOf(below, overlay, parts);
  return {
    format: 'checklist-pack/1',
    id,
    version,
    status,
    title,
    confidence,
    ...(effective === undefined ? {} : { effective }),
    ...(confirmation === undefined ? {} : { confirmation }),
    sources: [...below.sources, ...(add.sources ?? [])],
    ...(facts.length === 0 && below.facts === undefined ? {} : { facts }),
    ...(params.length === 0 ? {} : { params }),
    groups: [...parts.groups, ...(add.groups ?? [])],
    rules: [...parts.rules, ...(add.rules ?? [])],
    pausePoints: [...parts.pausePoints.map((point) => changedPoint(point, overlay)), ...(add.pausePoints ?? [])],
    cues: withAdded(parts.cues, add.cues ?? []),
    ...(changedIds.length === 0 ? {} : { changedIds }),
  };
}

function withValue(param: PackParameter, { set = {} }: PackOverlay): PackParameter {
  const value = Object.hasOwn(set, param.id) ? set[param.id] : undefined;
  return value === undefined ? param : { ...param, default: value };
}

function changedCue(cue: WrittenCue, { alter }: PackOverlay): WrittenCue {
  const change = alter?.cues?.find(({ id }) => id === cue.id);
  return change === undefined ? cue : cueWith(cue, change);
}

function cueWith({ when: before, ...cue }: WrittenCue, { when = before, ...change }: CueChange): WrittenCue {
  const text = { ...cue.text, ...change.text };
  return { ...cue, ...change, text, ...(when === undefined || when === null ? {} : { when }) };
}

function changedPoint(point: PausePoint, { alter }: PackOverlay): PausePoint {
  const change: PausePointChange | undefined = alter?.pausePoints?.find(({ id }) => id === point.id);
  return change === undefined ? point : { ...point, ...change };
}

function withAdded(cues: readonly WrittenCue[], added: readonly AddedCue[]): readonly WrittenCue[] {
  const result = [...cues];
  for (const { before, ...cue } of added) {
    const at = result.findIndex(({ id }) => id === before);
    result.splice(at < 0 ? result.length : at, 0, cue);
  }
  return result;
}

/** What a layer leaves out is dropped, not forgotten: entries made before it came still say what they were about. */
function changesOf(below: WrittenPack, overlay: PackOverlay, parts: PickedParts): IdChange[] {
  const kinds = [
    ['rule', 'rules'],
    ['cue', 'cues'],
    ['pause-point', 'pausePoints'],
  ] as const;
  const dropped = kinds.flatMap(([kind, list]) => {
    const left = new Set([...parts[list], ...(overlay.add?.[list] ?? [])].map(({ id }) => id));
    const gone = below[list].filter(({ id }) => !left.has(id));
    return gone.map(({ id }): IdChange => ({ kind, from: id, to: null, since: overlay.version }));
  });
  return [...(below.changedIds ?? []).filter((change) => !isBack(change, overlay)), ...dropped];
}

/** Left out by one layer, brought back by a higher one. */
function isBack({ kind, from, to }: IdChange, { add = {} }: PackOverlay): boolean {
  const lists: Record<LastingKind, readonly { readonly id: string }[] | undefined> = {
    rule: add.rules,
    cue: add.cues,
    'pause-point': add.pausePoints,
  };
  return to === null && (lists[kind] ?? []).some(({ id }) => id === from);
}
