import { type Fault, parsePack } from 'checklist-core';
import { applyOverlay, parseOverlay } from 'checklist-core/pack';
import { houseFacts } from '../../../src/rules/house-facts.ts';
import { shippedPackFiles } from '../../../src/rules/packs/index.ts';
import type { ExitCode } from './exit-code.ts';
import { readJsonFile } from './input-file.ts';
import type { Terminal } from './terminal.ts';

export interface LintOptions {
  readonly json?: boolean;
}

/** What was found in one file. */
interface FileFindings {
  readonly file: string;
  readonly ok: boolean;
  readonly faults: readonly Fault[];
}

/** A pack as its file has it: what an overlay can be laid over. */
type WrittenPack = Parameters<typeof applyOverlay>[0];

const OVERLAY_FORMAT = 'checklist-pack-overlay/1';

/**
 * `checklist lint`: every fault of every pack, with its place. An overlay is laid over the pack that it names, which is
 * among the files, or ships. One faulty file never hides the faults of another.
 */
export async function lintCommand(
  files: readonly string[],
  options: LintOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const findings = await lintFiles(files);
  const isClean = findings.every(({ ok }) => ok);
  if (options.json === true) {
    await terminal.out.line(JSON.stringify({ ok: isClean, files: findings }));
    return isClean ? 0 : 1;
  }
  for (const { file, faults } of findings) for (const fault of faults) await terminal.out.line(shownFault(file, fault));
  return isClean ? 0 : 1;
}

async function lintFiles(files: readonly string[]): Promise<readonly FileFindings[]> {
  const read = await Promise.all(files.map(async (file) => ({ file, json: await readJsonFile(file) })));
  const faultsOf = new Map<string, readonly Fault[]>();
  const below = shippedPacks();
  const overlays: { readonly file: string; readonly value: object }[] = [];
  for (const { file, json } of read) {
    if (!json.ok) faultsOf.set(file, [{ path: '', message: json.fault }]);
    else if (isOverlay(json.value)) overlays.push({ file, value: json.value });
    else faultsOf.set(file, packFaults(json.value, below));
  }
  layOver(overlays, below, faultsOf);
  return read.map(({ file }) => {
    const faults = faultsOf.get(file) ?? [];
    return { file, ok: faults.length === 0, faults };
  });
}

/** Lays each overlay over its pack, lower layers first, whatever order they were named in. */
function layOver(
  overlays: readonly { readonly file: string; readonly value: object }[],
  below: Map<string, WrittenPack>,
  faultsOf: Map<string, readonly Fault[]>,
): void {
  let waiting = overlays;
  for (let before = Number.POSITIVE_INFINITY; waiting.length < before; ) {
    before = waiting.length;
    waiting = waiting.filter(({ file, value }) => {
      const parsed = parseOverlay(value);
      const pack = parsed.ok ? below.get(parsed.overlay.imports.id) : undefined;
      if (parsed.ok && pack === undefined) return true;
      const laid = pack === undefined || !parsed.ok ? parsed : applyOverlay(pack, value, languagesOf(pack), houseFacts);
      if (laid.ok && 'written' in laid) below.set(laid.pack.id, laid.written);
      faultsOf.set(file, laid.ok ? [] : laid.faults);
      return false;
    });
  }
  for (const { file, value } of waiting) {
    const parsed = parseOverlay(value);
    const id = parsed.ok ? parsed.overlay.imports.id : '';
    const message = `there is no sound pack "${id}" among these files; name its file too`;
    faultsOf.set(file, [{ path: '/imports/id', message }]);
  }
}

/** Faults of a pack; a sound one can be built upon. */
function packFaults(value: unknown, below: Map<string, WrittenPack>): readonly Fault[] {
  const parsed = parsePack(value, languagesOf(value), houseFacts);
  if (!parsed.ok) return parsed.faults;
  below.set(parsed.pack.id, parsed.written);
  return [];
}

function shippedPacks(): Map<string, WrittenPack> {
  const packs = new Map<string, WrittenPack>();
  for (const value of shippedPackFiles) packFaults(value, packs);
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

/** `FILE: /cues/3/when/op: message`; without the place where the whole file is meant. */
function shownFault(file: string, { path, message }: Fault): string {
  return [file, path, message].filter((part) => part !== '').join(': ');
}
