import { readJsonText } from '../text/read-json-text.ts';
import { applyOverlay, type ParsedOverlay, parseOverlay } from './apply-overlay.ts';
import { authoringFaultAt } from './authoring-fault.ts';
import type { PackChecks } from './check-pack.ts';
import type { PackFault } from './pack-fault.ts';
import { type ParsedPack, parsePack } from './parse-pack.ts';
import { MAX_NESTING } from './shape-faults.ts';
import type { WrittenPack } from './written-pack.ts';

/** A file longer than this is no pack; the largest that ships has about 20,000 characters. */
export const MAX_PACK_TEXT = 2_000_000;

/** The value in a text of JSON, or the first thing that is not JSON: after it nothing can be told for sure. */
export type PackText =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly faults: readonly [PackFault] };

/**
 * The JSON value in the text of a pack or overlay file. A byte order mark at the start, which some editors write, is
 * taken off; everything else that is not strict JSON is refused with its line and column, a key that stands twice too.
 */
export function readPackText(text: string): PackText {
  if (text.length > MAX_PACK_TEXT) {
    return { ok: false, faults: [authoringFaultAt([], 'text-too-long', { limit: MAX_PACK_TEXT, found: text.length })] };
  }
  const read = readJsonText(text.startsWith('\ufeff') ? text.slice(1) : text, MAX_NESTING);
  if (read.ok) return read;
  const { code, path, line, column, expected } = read.fault;
  return { ok: false, faults: [authoringFaultAt(path, code, { line, column, expected, limit: MAX_NESTING })] };
}

/** parsePack over the text of a file. */
export function parsePackText(
  text: string,
  languages: PackChecks['languages'] = ['vi'],
  facts: PackChecks['facts'] = [],
): ParsedPack {
  const read = readPackText(text);
  return read.ok ? parsePack(read.value, languages, facts) : read;
}

/** parseOverlay over the text of a file. */
export function parseOverlayText(text: string): ParsedOverlay {
  const read = readPackText(text);
  return read.ok ? parseOverlay(read.value) : read;
}

/** applyOverlay over the text of a file. */
export function applyOverlayText(
  below: WrittenPack,
  text: string,
  languages: PackChecks['languages'] = ['vi'],
  facts: PackChecks['facts'] = [],
): ParsedPack {
  const read = readPackText(text);
  return read.ok ? applyOverlay(below, read.value, languages, facts) : read;
}
