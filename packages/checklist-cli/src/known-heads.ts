import { open, readFile } from 'node:fs/promises';
import { MAX_LINE_BYTES, readReceipt, splitNotes } from 'checklist-core/handover';
import { fileFault } from './input-file.ts';
import { UsageError } from './usage-error.ts';

/**
 * The heads of a file of checkpoints (C2SP notes, one after the other), by log: a file is compared with those of its own
 * log only, and there may be many. @throws UsageError if a piece of the file is no checkpoint: it may be the very head
 * that would have shown a fault.
 */
export async function readKnownHeads(path: string): Promise<ReadonlyMap<string, readonly string[]>> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(`--known ${path}: not UTF-8 text. Ask for the file again.`);
    throw fileFault(path, error);
  }
  const byOrigin = new Map<string, string[]>();
  for (const [index, note] of splitNotes(text).entries()) {
    const receipt = readReceipt(note);
    if (!receipt.ok) {
      throw new UsageError(
        `--known ${path}: piece ${index + 1} is no checkpoint (${receipt.fault}). Ask for it again.`,
      );
    }
    const { origin } = receipt.value;
    const ofLog = byOrigin.get(origin);
    if (ofLog === undefined) byOrigin.set(origin, [note]);
    else ofLog.push(note);
  }
  return byOrigin;
}

/**
 * The log that the first line of a hand-over names; null if it cannot be read, which the verifier will say. Only used to
 * choose the heads that the file is compared with.
 */
export async function claimedOrigin(path: string): Promise<string | null> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAX_LINE_BYTES), 0, MAX_LINE_BYTES, 0);
    const [line = ''] = buffer.subarray(0, bytesRead).toString('utf8').split('\n', 1);
    const header: unknown = JSON.parse(line);
    if (typeof header !== 'object' || header === null || !('origin' in header)) return null;
    return typeof header.origin === 'string' ? header.origin : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw fileFault(path, error);
  } finally {
    await handle.close();
  }
}
