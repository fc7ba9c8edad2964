import * as v from 'valibot';
import type { Fault } from '../text/fault.ts';
import { checkPack } from './check-pack.ts';
import type { Pack } from './pack.ts';
import { faultAt, faultOf } from './pack-fault.ts';
import { packSchema } from './pack-schema.ts';

export type ParsedPack =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** What became of a list of packs: the good ones, and for each bad one its place in the list, its id if it has one, and why. */
export interface ParsedPacks {
  readonly packs: readonly Pack[];
  readonly faulty: readonly FaultyPack[];
}

export interface FaultyPack {
  readonly index: number;
  readonly id: string | null;
  readonly faults: readonly Fault[];
}

/**
 * Reads a rule pack out of unknown JSON: structure first, then references, texts and limits. All faults are reported,
 * each with a JSON pointer; a faulty pack gives nothing at all. `languages`: tags that every text must have.
 */
export function parsePack(value: unknown, languages: readonly string[] = ['vi']): ParsedPack {
  const parsed = v.safeParse(packSchema, value);
  if (!parsed.success) return { ok: false, faults: parsed.issues.map(faultOf) };
  const faults = checkPack(parsed.output, languages);
  return faults.length === 0 ? { ok: true, pack: parsed.output } : { ok: false, faults };
}

/** Reads several packs; a faulty one never takes the others with it. Of two packs with one id the first stays. */
export function parsePacks(values: readonly unknown[], languages: readonly string[] = ['vi']): ParsedPacks {
  const packs: Pack[] = [];
  const faulty: FaultyPack[] = [];
  for (const [index, value] of values.entries()) {
    const parsed = withoutDouble(parsePack(value, languages), packs);
    if (parsed.ok) packs.push(parsed.pack);
    else faulty.push({ index, id: idOf(value), faults: parsed.faults });
  }
  return { packs, faulty };
}

function withoutDouble(parsed: ParsedPack, packs: readonly Pack[]): ParsedPack {
  if (!parsed.ok || packs.every(({ id }) => id !== parsed.pack.id)) return parsed;
  return { ok: false, faults: [faultAt(['id'], `"${parsed.pack.id}" is already used by another pack`)] };
}

function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  return typeof value.id === 'string' ? value.id : null;
}
