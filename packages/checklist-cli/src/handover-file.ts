import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import {
  type HandoverFault,
  type HandoverHeader,
  type HandoverVerdict,
  type SharedEntry,
  verifyHandover,
} from 'checklist-core/handover';
import { fileFault, isSystemError } from './input-file.ts';
import { nodeSha256 } from './node-sha256.ts';

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
  const stream = createReadStream(path, { highWaterMark: 256 * 1024 });
  try {
    return await verifyHandover(stream, { ...listener, sha256: nodeSha256 });
  } catch (error) {
    if (isSystemError(error)) throw fileFault(path, error);
    throw error;
  } finally {
    stream.destroy();
  }
}

/** `FILE:LINE: kind: /path: message`; what is not known is left out. */
export function faultLine(file: string, { kind, line, path, message }: HandoverFault): string {
  const place = line === null ? file : `${file}:${line}`;
  return [place, kind, path, message].filter((part) => part !== '').join(': ');
}
