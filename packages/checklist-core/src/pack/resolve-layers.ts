import { applyOverlay } from './apply-overlay.ts';
import { authoringFaultAt } from './authoring-fault.ts';
import type { PackChecks } from './check-pack.ts';
import { idsByKind } from './current-id.ts';
import type { LastingKind } from './id-change.ts';
import type { Pack } from './pack.ts';
import { type FaultyPack, idOf, type ParsedPack, parsePack } from './parse-pack.ts';
import type { WrittenPack } from './written-pack.ts';

/** Which layer gave a part of a pack, and which ones changed it since; each as `id@version`. */
export interface PartOrigin {
  readonly from: string;
  readonly alteredBy: readonly string[];
}

/** What layers amount to together: the pack in force, what had to be left out, and which layer each part comes from. */
export interface ResolvedLayers {
  /** The highest sound result; null if even the pack at the bottom is faulty. */
  readonly pack: Pack | null;
  /** The same with its parameters open, for one layer more. */
  readonly written: WrittenPack | null;
  /** The layers that were left out, with their place in the list. */
  readonly faulty: readonly FaultyPack[];
  /** By kind and id, of everything that is in `pack`. */
  readonly origins: Readonly<Record<LastingKind, ReadonlyMap<string, PartOrigin>>>;
}

/**
 * A pack and the overlays above it (nation, province, commune), all unknown JSON, the lowest first. A faulty overlay
 * leaves the layer below it in force; one that was written for a layer that is missing is faulty too.
 */
export function resolveLayers(
  layers: readonly unknown[],
  languages: PackChecks['languages'] = ['vi'],
  facts: PackChecks['facts'] = [],
): ResolvedLayers {
  let now: Extract<ParsedPack, { ok: true }> | null = null;
  let origins: ResolvedLayers['origins'] = { rule: new Map(), cue: new Map(), 'pause-point': new Map() };
  const faulty: FaultyPack[] = [];
  for (const [index, value] of layers.entries()) {
    const next: ParsedPack = readLayer(index, now, value, languages, facts);
    if (!next.ok) {
      faulty.push({ index, id: idOf(value), faults: next.faults });
      continue;
    }
    origins = originsAfter(origins, now?.written ?? null, next.written);
    now = next;
  }
  return { pack: now?.pack ?? null, written: now?.written ?? null, faulty, origins };
}

/** Which layer a rule, cue or pause point of the result comes from; null if the result has none with this id. */
export function layerOf(resolved: ResolvedLayers, kind: LastingKind, id: string): PartOrigin | null {
  return resolved.origins[kind].get(id) ?? null;
}

function readLayer(
  index: number,
  below: { readonly written: WrittenPack } | null,
  value: unknown,
  languages: PackChecks['languages'],
  facts: PackChecks['facts'],
): ParsedPack {
  if (index === 0) return parsePack(value, languages, facts);
  if (below === null) return { ok: false, faults: [authoringFaultAt([], 'layer-below-missing')] };
  return applyOverlay(below.written, value, languages, facts);
}

function originsAfter(
  before: ResolvedLayers['origins'],
  below: WrittenPack | null,
  result: WrittenPack,
): ResolvedLayers['origins'] {
  const label = `${result.id}@${result.version}`;
  const ofKind = (kind: LastingKind) =>
    new Map([...idsByKind(result, kind)].map((id) => [id, originOf(id, kind)] as const));
  const originOf = (id: string, kind: LastingKind): PartOrigin => {
    const known = before[kind].get(id);
    if (known === undefined || below === null) return { from: label, alteredBy: [] };
    const isSame = textOf(below, kind, id) === textOf(result, kind, id);
    return isSame ? known : { ...known, alteredBy: [...known.alteredBy, label] };
  };
  return { rule: ofKind('rule'), cue: ofKind('cue'), 'pause-point': ofKind('pause-point') };
}

function textOf(pack: WrittenPack, kind: LastingKind, id: string): string {
  const lists = { rule: pack.rules, cue: pack.cues, 'pause-point': pack.pausePoints };
  return JSON.stringify(lists[kind].find((part) => part.id === id));
}
