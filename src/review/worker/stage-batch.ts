import { type Claim, claimOf } from './dropped-file.ts';
import type { Progress, StagedRow } from './requests.ts';
import { type StagedFile, stageFile, unreadable } from './staged-file.ts';
import { type Addition, NO_ADDITION, type Standing, standingWith } from './standing.ts';

export interface Batch {
  readonly files: readonly File[];
  readonly standing: Standing;
  /** Epoch ms. */
  readonly now: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export interface StagedBatch {
  /** In the order in which the files were dropped. */
  readonly rows: readonly StagedRow[];
  /** What accepting it adds. */
  readonly addition: Addition;
}

interface Claimed {
  readonly file: File;
  readonly place: number;
  readonly claim: Claim | null;
}

/**
 * Looks at every file of a batch, each against what is stored and what the files before it bring. Nothing is stored.
 * Rejects only with the signal's reason: a file that cannot be read is a row of its own.
 */
export async function stageBatch({ files, standing, now, signal, onProgress }: Batch): Promise<StagedBatch> {
  const of = files.reduce((sum, { size }) => sum + size, 0);
  const rows: (StagedRow | undefined)[] = files.map(() => undefined);
  let [known, addition, bytes] = [standing, NO_ADDITION, 0];
  for (const [index, { file, place, claim }] of (await inReadingOrder(files)).entries()) {
    signal.throwIfAborted();
    const tell = (read: number) => onProgress({ file: index + 1, files: files.length, bytes: bytes + read, of });
    tell(0);
    const staged = await safely(file, claim, { standing: known, now, signal, onProgress: tell });
    bytes += file.size;
    rows[place] = { name: file.name, ...staged.finding };
    known = standingWith(known, staged.addition);
    addition = joined(addition, staged.addition);
  }
  return { rows: rows.filter((row) => row !== undefined), addition };
}

/**
 * Withdrawals first, so that a withdrawn file in the same batch is refused; then by the size of the heads: a file made
 * earlier cannot prove that it lies inside a head that came later. Where sizes are equal, the receipt goes first.
 */
async function inReadingOrder(files: readonly File[]): Promise<Claimed[]> {
  const claimed: Claimed[] = [];
  for (const [place, file] of files.entries()) {
    claimed.push({ file, place, claim: await claimOf(file).catch(() => null) });
  }
  return claimed.sort((a, b) => rankOf(a) - rankOf(b) || kindRank(a) - kindRank(b) || a.place - b.place);
}

function rankOf({ claim }: Claimed): number {
  if (claim?.kind === 'withdrawal') return -1;
  return claim?.kind === 'receipt' || claim?.kind === 'handover' ? (claim.size ?? Number.MAX_VALUE) : Number.MAX_VALUE;
}

function kindRank({ claim }: Claimed): number {
  return claim?.kind === 'receipt' ? 0 : 1;
}

async function safely(file: File, claim: Claim | null, act: Parameters<typeof stageFile>[2]): Promise<StagedFile> {
  if (claim === null) return unreadable();
  try {
    return await stageFile(file, claim, act);
  } catch (error) {
    act.signal.throwIfAborted();
    // Taken away while it was read, or on a drive that failed. Anything else is ours and must be heard of.
    if (error instanceof DOMException) return unreadable();
    throw error;
  }
}

function joined(a: Addition, b: Addition): Addition {
  return {
    handovers: [...a.handovers, ...b.handovers],
    heads: [...a.heads, ...b.heads],
    withdrawals: [...a.withdrawals, ...b.withdrawals],
  };
}
