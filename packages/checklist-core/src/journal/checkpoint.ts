import { bytesToHex } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from './base64.ts';
import { type Checked, faulty, sound } from './checked.ts';
import { emptyRange, HASH_BYTES, rootOf } from './compact-range.ts';
import type { NoteSigner } from './note-signer.ts';
import {
  isNoteName,
  type NoteFault,
  type NoteShapeFault,
  parseNote,
  signNote,
  type VerifierKey,
  verifyNote,
} from './signed-note.ts';

/** The head of a log: which log, how many leaves, which root. Signed as https://c2sp.org/tlog-checkpoint describes. */
export interface Checkpoint {
  /** Name of the log, see `newLogOrigin`; also the name of its key. */
  readonly origin: string;
  /** Number of leaves. */
  readonly size: number;
  /** RFC 6962 root, 32 bytes. */
  readonly root: Uint8Array;
}

/**
 * Why a note is not a head of ours. `bad-lines`: not exactly three lines (the standard allows more; nobody could check
 * what they say, so this log neither writes nor reads them).
 */
export type CheckpointFault = 'bad-lines' | 'bad-origin' | 'bad-size' | 'bad-root' | 'other-origin';

/**
 * Signs a head. Never sign one that does not continue every head signed before: that is a fork.
 * @throws RangeError if the signer is not the log's own, or origin, size or root cannot stand in a checkpoint.
 */
export async function signCheckpoint(checkpoint: Checkpoint, signer: NoteSigner): Promise<string> {
  if (signer.name !== checkpoint.origin) throw new RangeError('a log signs only its own heads');
  const text = `${checkpoint.origin}\n${checkpoint.size}\n${toBase64(checkpoint.root)}\n`;
  const checked = parseBody(text);
  if (!checked.ok) throw new RangeError(`not a checkpoint: ${checked.fault}`);
  return signNote(text, signer);
}

/** Reads what a checkpoint says without checking who signed it. Use `verifyCheckpoint` before believing it. */
export function parseCheckpoint(note: string): Checked<Checkpoint, CheckpointFault | NoteShapeFault> {
  const parsed = parseNote(note);
  return parsed.ok ? parseBody(parsed.value.text) : parsed;
}

/**
 * A head, checked: signed by the key, well formed, and of the log the key belongs to. The last keeps other notes of the
 * same key (a hand-over's, a withdrawal's) from passing as heads.
 */
export async function verifyCheckpoint(
  note: string,
  key: VerifierKey,
): Promise<Checked<Checkpoint, CheckpointFault | NoteFault>> {
  const verified = await verifyNote(note, key);
  if (!verified.ok) return verified;
  const checkpoint = parseBody(verified.value.text);
  if (!checkpoint.ok) return checkpoint;
  return checkpoint.value.origin === key.name ? checkpoint : faulty('other-origin');
}

function parseBody(text: string): Checked<Checkpoint, CheckpointFault> {
  const lines = text.split('\n');
  const [origin = '', sizeText = '', rootText = '', rest] = lines;
  if (lines.length !== 4 || rest !== '') return faulty('bad-lines');
  if (!isNoteName(origin)) return faulty('bad-origin');
  const size = parseSize(sizeText);
  if (size === null) return faulty('bad-size');
  const root = fromBase64(rootText);
  if (root === null || root.length !== HASH_BYTES) return faulty('bad-root');
  if (size === 0 && bytesToHex(root) !== bytesToHex(rootOf(emptyRange()))) return faulty('bad-root');
  return sound({ origin, size, root });
}

function parseSize(text: string): number | null {
  const size = /^(?:0|[1-9][0-9]*)$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(size) ? size : null;
}
