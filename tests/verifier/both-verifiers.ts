import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { verifyHandover } from 'checklist-core/handover';
import { nodeSha256 } from '../../packages/checklist-core/src/handover/testing/test-log.ts';

/** A hand-over and what its reader knows besides. */
export interface Case {
  readonly shows: string;
  readonly bytes: Uint8Array;
  readonly known?: readonly string[];
  readonly withdrawals?: readonly string[];
}

/** An answer in the form in which two verifiers can be compared: `kind line`, sorted; none if the file is ok. */
export interface Answer {
  readonly shows: string;
  readonly ok: boolean;
  readonly faults: readonly string[];
}

interface NamedFault {
  readonly kind: string;
  readonly line: number | null;
}

const SCRIPT = fileURLToPath(new URL('verify_handover.py', import.meta.url));

/** What the Python verifier needs; the names of the packages are those of Debian and Ubuntu. */
const NEEDED = [
  ['python3', ['--version']],
  ['openssl', ['version']],
] as const;

/**
 * Is there what the Python verifier needs?
 * @throws Error that names the package to install.
 */
export function needPython(): void {
  for (const [command, args] of NEEDED) {
    if (spawnSync(command, args).status === 0) continue;
    throw new Error(
      `${command} does not run here: install the package ${command}; these tests need it and do not skip`,
    );
  }
}

/** Kind and line of faults, for comparing. */
export function named(faults: readonly NamedFault[]): readonly string[] {
  return faults.map(({ kind, line }) => `${kind} ${line ?? '-'}`).toSorted();
}

/**
 * Answers of the Python verifier, one process for all cases.
 * @throws Error with what it printed if it ended in any way but an answer for each.
 */
export function pythonAnswers(cases: readonly Case[]): readonly Answer[] {
  const folder = mkdtempSync(join(tmpdir(), 'handover-'));
  try {
    const list = join(folder, 'cases');
    const asked = cases.map((each, index) => {
      const file = join(folder, `${index}.jsonl`);
      writeFileSync(file, each.bytes);
      return JSON.stringify({ file, known: each.known ?? [], withdrawals: each.withdrawals ?? [] });
    });
    writeFileSync(list, `${asked.join('\n')}\n`);
    return answersOf(cases, list);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function answersOf(cases: readonly Case[], list: string): readonly Answer[] {
  const args = ['-B', SCRIPT, '--cases', list, '--json'];
  const { status, stdout, stderr } = spawnSync('python3', args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const lines = stdout.split('\n').slice(0, -1);
  if (lines.length !== cases.length) throw new Error(`the Python verifier ended with ${status}: ${stderr}`);
  const answers = lines.map((line, index): Answer => {
    const { ok, faults }: { ok: boolean; faults: NamedFault[] } = JSON.parse(line);
    return { shows: cases[index]?.shows ?? '', ok, faults: named(faults) };
  });
  if (status !== (answers.every(({ ok }) => ok) ? 0 : 1)) throw new Error(`exit code ${status} for these answers`);
  return answers;
}

/** Answers of the library. */
export function libraryAnswers(cases: readonly Case[]): Promise<readonly Answer[]> {
  return Promise.all(
    cases.map(async ({ shows, bytes, known = [], withdrawals = [] }) => {
      const verdict = await verifyHandover([bytes], { known, withdrawals, sha256: nodeSha256 });
      return { shows, ok: verdict.ok, faults: verdict.ok ? [] : named(verdict.faults) };
    }),
  );
}
