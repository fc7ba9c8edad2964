import * as v from 'valibot';
import { checkPack, type PackChecks } from './check-pack.ts';
import type { Pack } from './pack.ts';
import { faultAt, faultsOf, type PackFault } from './pack-fault.ts';
import { packSchema } from './pack-schema.ts';
import { shapeFaults } from './shape-faults.ts';
import type { WrittenPack } from './written-pack.ts';

/** A pack that is sound as a whole, or every fault that was found; never a half of it. */
export type ParsedPack =
  | {
      readonly ok: true;
      /** Ready for use: every parameter has its value. */
      readonly pack: Pack;
      /** As the file has it, for layers above. */
      readonly written: WrittenPack;
    }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

/** What became of a list of packs: the good ones, and for each bad one its place in the list, its id if it has one, and why. */
export interface ParsedPacks {
  readonly packs: readonly Pack[];
  readonly faulty: readonly FaultyPack[];
}

/** A pack or layer that could not be used, so that whoever wrote it can be told which one and why. */
export interface FaultyPack {
  /** Its place in the list that was given, from 0. */
  readonly index: number;
  /** The id it claims; null if it has none that can be read. */
  readonly id: string | null;
  readonly faults: readonly PackFault[];
}

/**
 * Reads a rule pack out of unknown JSON: structure first, then references, texts and limits. All faults are reported,
 * each with a JSON pointer (of several unknown keys in one object, the first); a faulty pack gives nothing at all.
 * `languages`: tags that every text must have. `facts`: what the house can tell conditions, which are then held
 * against it.
 */
export function parsePack(
  value: unknown,
  languages: PackChecks['languages'] = ['vi'],
  facts: PackChecks['facts'] = [],
): ParsedPack {
  const shape = shapeFaults(value);
  if (shape.length > 0) return { ok: false, faults: shape };
  const parsed = v.safeParse(packSchema, value);
  if (!parsed.success) return { ok: false, faults: faultsOf(parsed.issues) };
  const checked = checkPack(parsed.output, { languages, facts });
  return checked.ok ? { ok: true, pack: checked.pack, written: parsed.output } : checked;
}

/** Reads several packs; a faulty one never takes the others with it. Of two packs with one id the first stays. */
export function parsePacks(
  values: readonly unknown[],
  languages: PackChecks['languages'] = ['vi'],
  facts: PackChecks['facts'] = [],
): ParsedPacks {
  const packs: Pack[] = [];
  const faulty: FaultyPack[] = [];
  for (const [index, value] of values.entries()) {
    const parsed = withoutDouble(parsePack(value, languages, facts), packs);
    if (parsed.ok) packs.push(parsed.pack);
    else faulty.push({ index, id: idOf(value), faults: parsed.faults });
  }
  return { packs, faulty };
}

function withoutDouble(parsed: ParsedPack, packs: readonly Pack[]): ParsedPack {
  if (!parsed.ok || packs.every(({ id }) => id !== parsed.pack.id)) return parsed;
  return { ok: false, faults: [faultAt(['id'], 'repeated-pack', { id: parsed.pack.id })] };
}

/** The id a value claims to have, to name it by even if it is faulty. */
export function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  return typeof value.id === 'string' ? value.id : null;
}
