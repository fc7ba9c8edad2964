import { plainSha256, type Sha256 } from '../journal/sha256.ts';
import type { HandoverHeader, HandoverVerdict, SharedEntry } from './handover.ts';
import { HandoverReader } from './handover-reader.ts';

/** What a verifier may be given besides the file. */
export interface VerifyOptions {
  /** Heads known beforehand, each a C2SP note: receipts, checkpoints of earlier hand-overs. Those of other logs are ignored. */
  readonly known?: readonly string[];
  /** Withdrawal notes; those of other files or keys are ignored. */
  readonly withdrawals?: readonly string[];
  /** Told of the first line, before any entry. As provisional as they are. */
  readonly onHeader?: (header: HandoverHeader) => void;
  /** Told of each entry as it is read. Provisional: believe nothing before the verdict is ok. */
  readonly onEntry?: (entry: SharedEntry) => void;
  /** Told of the bytes read so far, after each chunk. */
  readonly onProgress?: (bytes: number) => void;
  readonly signal?: AbortSignal;
  /** Another SHA-256, e.g. Node's own. */
  readonly sha256?: Sha256;
}

/**
 * Verifies a hand-over (docs/journal-format.md) as it streams in, in memory that does not grow with the file: a line, the
 * compact range, the last 65,536 leaf hashes' beginnings, the proof lines. Whatever the bytes are, the answer is a
 * verdict; only what the caller or the machine does wrong rejects.
 * @param chunks the file's bytes in order, cut anywhere; a chunk is not used after the next is asked for.
 * Rejects with the signal's reason, with what `chunks` or a callback throws, and where the engine has no Ed25519.
 */
export async function verifyHandover(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: VerifyOptions = {},
): Promise<HandoverVerdict> {
  const { known = [], withdrawals = [], onHeader = null, onEntry = null } = options;
  const { onProgress, signal, sha256 = plainSha256 } = options;
  const reader = new HandoverReader({ known, withdrawals, onHeader, onEntry, sha256 });
  signal?.throwIfAborted();
  let bytes = 0;
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    bytes += chunk.length;
    const goesOn = reader.push(chunk);
    onProgress?.(bytes);
    if (!goesOn) break;
  }
  return reader.finish();
}
