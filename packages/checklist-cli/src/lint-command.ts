import { type Fault, parsePack } from 'checklist-core';
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

/** `checklist lint`: every fault of every pack, with its place. One faulty file never hides those of the next. */
export async function lintCommand(
  files: readonly string[],
  options: LintOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const findings: FileFindings[] = [];
  for (const file of files) findings.push(await lintFile(file));
  const isClean = findings.every(({ ok }) => ok);
  if (options.json === true) {
    await terminal.out.line(JSON.stringify({ ok: isClean, files: findings }));
  } else {
    for (const { file, faults } of findings)
      for (const fault of faults) await terminal.out.line(shownFault(file, fault));
  }
  return isClean ? 0 : 1;
}

async function lintFile(file: string): Promise<FileFindings> {
  const json = await readJsonFile(file);
  if (!json.ok) return { file, ok: false, faults: [{ path: '', message: json.fault }] };
  const parsed = parsePack(json.value);
  return { file, ok: parsed.ok, faults: parsed.ok ? [] : parsed.faults };
}

/** `FILE: /cues/3/when/op: message`; without the place where the whole file is meant. */
function shownFault(file: string, { path, message }: Fault): string {
  return [file, path, message].filter((part) => part !== '').join(': ');
}
