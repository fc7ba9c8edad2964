import { open, stat } from 'node:fs/promises';
import {
  type HandoverFault,
  type HandoverHeader,
  type HandoverVerdict,
  type SharedEntry,
  verifyHandover,
} from 'checklist-core/handover';
import { fileFault, isSystemError } from './input-file.ts';
import { nodeSha256 } from './node-sha256.ts';

const CHUNK_BYTES = 256 * 1024;

/** Who wants to be told while a file is read, and what it is compared with. */
export interface HandoverListener {
  /** Heads known beforehand; those of other logs are ignored. */
  readonly known?: readonly string[];
  readonly onHeader?: (header: HandoverHeader) => void;
  readonly onEntry?: (entry: SharedEntry) => void;
  readonly onProgress?: (bytes: number) => void;
}

/** Makes sure that every name is a file before the first is read, rather than after an hour. @throws UsageError */
export async function refuseMissing(files: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const file of files) {
    try {
      const found = await stat(file);
      if (found.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
      bytes += found.size;
    } catch (error) {
      throw fileFault(file, error);
    }
  }
  return bytes;
}

/** Verifies one file as a stream. @throws UsageError if it cannot be read. */
export async function verifyFile(path: string, listener: HandoverListener = {}): Promise<HandoverVerdict> {
  try {
    return await verifyHandover(chunksOf(path), { ...listener, sha256: nodeSha256 });
  } catch (error) {
    if (isSystemError(error)) throw fileFault(path, error);
    throw error;
  }
}

/** Used for one file after the other: a new one for each would be most of the memory that a report takes. */
let spare: Buffer | null = null;

/** The bytes of a file; each chunk is gone when the next one is asked for. */
async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  const buffer = spare ?? Buffer.allocUnsafeSlow(CHUNK_BYTES);
  spare = null;
  const file = await open(path);
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
    spare = buffer;
  }
}

/** `FILE:LINE: kind: /path: message`; what is not known is left out. */
export function faultLine(file: string, { kind, line, path, message }: HandoverFault): string {
  const place = line === null ? file : `${file}:${line}`;
  return [place, kind, path, message].filter((part) => part !== '').join(': ');
}
