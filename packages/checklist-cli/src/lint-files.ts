import { type Fault, parsePack } from 'checklist-core';
import { applyOverlay, lintSound, type PackFault, parseOverlay, readPackText } from 'checklist-core/pack';
import { vietnameseLintWords } from 'checklist-core/vn';
import type { ProfileFault } from 'page-reader/profile';
import { houseFacts } from '../../../src/rules/house-facts.ts';
import { shippedPackFiles } from '../../../src/rules/packs/index.ts';
import { readTextFile } from './input-file.ts';
import { isProfile, lintPortal } from './lint-portal.ts';

/** What is wrong with a pack or a portal profile, or with their file: only the first two can be said in other languages. */
export type LintFault = PackFault | ProfileFault | Fault;

/** What was found in one file. */
export interface FileFindings {
  readonly file: string;
  /** What the file was read as; anything that is no portal profile is read as a pack. */
  readonly kind: 'pack' | 'portal';
  readonly ok: boolean;
  /** What keeps the pack from being used, or from being used well. */
  readonly faults: readonly LintFault[];
  /** What its author should look at. */
  readonly warnings: readonly LintFault[];
}

type Found = Omit<FileFindings, 'file' | 'ok' | 'kind'>;
type SoundPack = Extract<ReturnType<typeof parsePack>, { readonly ok: true }>;

interface Overlay {
  readonly at: number;
  readonly value: object;
}

const OVERLAY_FORMAT = 'checklist-pack-overlay/1';

/**
 * Lints packs, overlays and portal profiles. An overlay is laid over the pack that it names, which is among the files, or ships; lower
 * layers come first, whatever order they were named in. One faulty file never hides the faults of another.
 * @throws UsageError if a file cannot be read.
 */
export async function lintFiles(files: readonly string[]): Promise<readonly FileFindings[]> {
  const read = await Promise.all(files.map(readFile));
  const found = new Map<number, Found>();
  const below = shippedPacks();
  const overlays: Overlay[] = [];
  const portals = read.flatMap((file, at) => (file.ok && isProfile(file.value) ? [{ at, value: file.value }] : []));
  const isPortal = new Set(portals.map(({ at }) => at));
  for (const [at, file] of read.entries()) {
    if (isPortal.has(at)) continue;
    if (!file.ok) found.set(at, { faults: file.faults, warnings: [] });
    else if (isOverlay(file.value)) overlays.push({ at, value: file.value });
    else found.set(at, judge(parsePack(file.value, languagesOf(file.value), houseFacts), below));
  }
  for (const [at, each] of layOver(overlays, below)) found.set(at, each);
  const packs = [...below.values()].map(({ pack }) => pack);
  for (const { at, value } of portals) found.set(at, lintPortal(value, packs));
  return files.map((file, at) => {
    const { faults, warnings } = found.get(at) ?? { faults: [], warnings: [] };
    return { file, kind: isPortal.has(at) ? 'portal' : 'pack', ok: faults.length === 0, faults, warnings };
  });
}

async function readFile(path: string): Promise<ReturnType<typeof readPackText> | { ok: false; faults: Fault[] }> {
  const read = await readTextFile(path);
  return read.ok ? readPackText(read.text) : { ok: false, faults: [{ path: '', message: read.fault }] };
}

function* layOver(overlays: readonly Overlay[], below: Map<string, SoundPack>): Generator<[number, Found]> {
  let waiting = overlays;
  for (let before = Number.POSITIVE_INFINITY; waiting.length < before; ) {
    before = waiting.length;
    const still: Overlay[] = [];
    for (const overlay of waiting) {
      const result = lintOverlay(overlay.value, below);
      if (result === null) still.push(overlay);
      else yield [overlay.at, result];
    }
    waiting = still;
  }
  for (const { at, value } of waiting) {
    yield [at, { faults: [missingBelow(importedId(value))], warnings: [] }];
  }
}

/** Null: the pack below is not known yet. */
function lintOverlay(value: object, below: Map<string, SoundPack>): Found | null {
  const parsed = parseOverlay(value);
  if (!parsed.ok) return { faults: parsed.faults, warnings: [] };
  const pack = below.get(parsed.overlay.imports.id);
  if (pack === undefined) return null;
  return judge(applyOverlay(pack.written, value, languagesOf(pack.pack), houseFacts), below);
}

function missingBelow(id: string): PackFault {
  const message = `there is no sound pack "${id}" among these files; name its file too`;
  return { path: '/imports/id', message, code: 'layer-below-missing', values: { id } };
}

function importedId(value: object): string {
  const parsed = parseOverlay(value);
  return parsed.ok ? parsed.overlay.imports.id : '';
}

/** A sound pack can be built upon. */
function judge(parsed: ReturnType<typeof parsePack>, below: Map<string, SoundPack>): Found {
  if (!parsed.ok) return { faults: parsed.faults, warnings: [] };
  below.set(parsed.pack.id, parsed);
  const { errors, warnings } = lintSound(parsed, [vietnameseLintWords]);
  return { faults: errors, warnings };
}

function shippedPacks(): Map<string, SoundPack> {
  const packs = new Map<string, SoundPack>();
  for (const value of shippedPackFiles) {
    const parsed = parsePack(value, ['vi'], houseFacts);
    if (parsed.ok) packs.set(parsed.pack.id, parsed);
  }
  return packs;
}

/** The language that every text must have: Vietnamese, unless the pack's own title is in others only. */
function languagesOf(pack: unknown): readonly string[] {
  const title = typeof pack === 'object' && pack !== null && 'title' in pack ? pack.title : null;
  const languages = typeof title === 'object' && title !== null ? Object.keys(title) : [];
  return languages.length === 0 || languages.includes('vi') ? ['vi'] : languages.slice(0, 1);
}

function isOverlay(value: unknown): value is object {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === OVERLAY_FORMAT;
}
