import type { Fault } from 'checklist-core';
import type { ExitCode } from './exit-code.ts';
import { lintFiles } from './lint-files.ts';
import type { Terminal } from './terminal.ts';

export interface LintOptions {
  readonly json?: boolean;
}

/**
 * `checklist lint`: every fault of every pack, with its place, and advice about the sound ones. Advice goes to stderr and
 * fails nothing.
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
  for (const { file, faults, warnings } of findings) {
    for (const fault of faults) await terminal.out.line(shownFault(file, fault));
    for (const warning of warnings) await terminal.messages.line(`warning: ${shownFault(file, warning)}`);
  }
  return isClean ? 0 : 1;
}

/** `FILE: /cues/3/when/op: message`; without the place where the whole file is meant. */
function shownFault(file: string, { path, message }: Fault): string {
  return [file, path, message].filter((part) => part !== '').join(': ');
}
