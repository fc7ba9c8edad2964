import { createReadStream } from 'node:fs';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Largest file that is read as a whole, in bytes: a calendar or a pack has some hundred kilobytes. */
const LARGEST_WHOLE_FILE = 16 * 1024 * 1024;

/** What the system said about a file, as a sentence that tells what to do. */
export function fileFault(path: string, error: unknown): UsageError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return new UsageError(`${path}: no such file. Check the name and the folder.`);
    case 'EISDIR':
      return new UsageError(`${path}: is a folder. Name the files in it.`);
    case 'EACCES':
    case 'EPERM':
      return new UsageError(`${path}: may not be read or written. Check who owns it.`);
    case 'ENOTDIR':
      return new UsageError(`${path}: a part of this path is a file, not a folder. Check the path.`);
    case 'ENOSPC':
      return new UsageError(`${path}: the disk is full. Make room and run the command again.`);
    default:
      return new UsageError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Whether an error came from the file system, so that it is about a path and not about our code. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

/** A small file as text, or what is wrong with it. */
type TextReading = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: string };

/** Reads a small text file; a byte order mark is left out. @throws UsageError if there is no such file. */
export async function readTextFile(path: string): Promise<TextReading> {
  const bytes = await readWholeFile(path, LARGEST_WHOLE_FILE);
  if (bytes === null) return { ok: false, fault: 'larger than 16 MiB: not a file of this kind' };
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, fault: 'not UTF-8 text. Save it as UTF-8' };
  }
}

/** The bytes of a file, or null if there are more than `largest`. @throws UsageError if there is no such file. */
export async function readWholeFile(path: string, largest: number): Promise<Uint8Array | null> {
  try {
    const bytes = await firstBytes(path, largest + 1);
    return bytes.length > largest ? null : bytes;
  } catch (error) {
    throw fileFault(path, error);
  }
}

/** No more than `count` bytes: a device or a disk image named by mistake must not fill the memory. */
async function firstBytes(path: string, count: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of createReadStream(path, { end: count - 1 })) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The bytes of a file, or of standard input where the name is `-`. */
export async function* bytesOf(path: string, terminal: Terminal): AsyncGenerator<Uint8Array> {
  const stream = path === '-' ? terminal.stdin : createReadStream(path, { highWaterMark: 256 * 1024 });
  try {
    for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  } catch (error) {
    if (isSystemError(error)) throw fileFault(path, error);
    throw error;
  }
}
