import { basename } from 'node:path';
import type { HandoverVerdict } from 'checklist-core/handover';
import type { ExitCode } from './exit-code.ts';
import { faultLine, refuseMissing, verifyFile } from './handover-file.ts';
import { claimedOrigin, readKnownHeads } from './known-heads.ts';
import { Progress } from './progress.ts';
import type { Terminal } from './terminal.ts';

export interface VerifyOptions {
  readonly known?: string;
  readonly json?: boolean;
}

/** `checklist verify`: is every hand-over what its official gave? Every file is read, whatever the others are. */
export async function verifyCommand(
  files: readonly string[],
  options: VerifyOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const bytes = await refuseMissing(files);
  const heads = options.known === undefined ? null : await readKnownHeads(options.known);
  const progress = new Progress(terminal.messages);
  const results: object[] = [];
  let isSound = true;
  let done = 0;
  for (const file of files) {
    let read = 0;
    const onProgress = (count: number) => {
      read = count;
      progress.show(() => `${basename(file)}: ${percent(done + count, bytes)}`);
    };
    const known = heads?.get((await claimedOrigin(file)) ?? '') ?? [];
    const verdict = await verifyFile(file, { known, onProgress });
    done += read;
    progress.clear();
    isSound &&= verdict.ok;
    if (options.json === true) results.push({ file, ...resultOf(verdict) });
    else await terminal.out.write(inWords(file, verdict));
  }
  if (options.json === true) await terminal.out.line(JSON.stringify({ ok: isSound, files: results }));
  return isSound ? 0 : 1;
}

function percent(part: number, whole: number): string {
  return `${whole === 0 ? 100 : Math.floor((part / whole) * 100)} %`;
}

/** What is said of one file; of a faulty one nothing that it claims of itself. */
function resultOf(verdict: HandoverVerdict): object {
  if (!verdict.ok) return { ok: false, faults: verdict.faults, more: verdict.more };
  const { header, from, to, file: sha256, closed, consistentWith, witnessed } = verdict.handover;
  const { origin, author, name, period } = header;
  return { ok: true, origin, author, name, period, from, to, sha256, closed, witnessed, consistentWith };
}

function inWords(file: string, verdict: HandoverVerdict): string {
  if (!verdict.ok) {
    const lines = verdict.faults.map((fault) => faultLine(file, fault));
    if (verdict.more > 0) lines.push(`${file}: ${verdict.more} more faults are not listed`);
    return `${lines.join('\n')}\n`;
  }
  const { from, to, header, witnessed } = verdict.handover;
  const { period } = header;
  const seen = witnessed ? 'witnessed' : 'not witnessed';
  return `${file}: ok: ${to - from} entries (${from} to ${to}), ${period.from} to ${period.to}, ${seen}\n`;
}
