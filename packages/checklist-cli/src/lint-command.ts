import type { PackFault } from 'checklist-core/pack';
import { packFaultInVietnamese } from 'checklist-core/vn';
import { type ProfileFault, profileFaultInVietnamese } from 'page-reader/profile';
import type { ExitCode } from './exit-code.ts';
import { type FileFindings, type LintFault, lintFiles } from './lint-files.ts';
import { shownFault } from './shown-fault.ts';
import type { Terminal } from './terminal.ts';

export const LINT_LANGUAGES = ['en', 'vi'] as const;

export interface LintOptions {
  /** Of the messages: whoever writes a pack may read Vietnamese only. */
  readonly language: (typeof LINT_LANGUAGES)[number];
  readonly json?: boolean;
}

/**
 * `checklist lint`: every fault of every pack and portal profile, with its place, and advice about the sound ones. Advice goes to stderr and
 * fails nothing.
 */
export async function lintCommand(
  files: readonly string[],
  options: LintOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const findings = (await lintFiles(files)).map((each) => (options.language === 'vi' ? inVietnamese(each) : each));
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

function inVietnamese(findings: FileFindings): FileFindings {
  const { kind, faults, warnings } = findings;
  const said = (fault: LintFault) => saidInVietnamese(kind, fault);
  return { ...findings, faults: faults.map(said), warnings: warnings.map(said) };
}

function saidInVietnamese(kind: FileFindings['kind'], fault: LintFault): LintFault {
  if (!('code' in fault)) return fault;
  // The kind of the file says whose codes these are.
  const message =
    kind === 'portal' ? profileFaultInVietnamese(fault as ProfileFault) : packFaultInVietnamese(fault as PackFault);
  return { ...fault, message };
}
