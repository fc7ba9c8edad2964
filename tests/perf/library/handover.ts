import { createHash, hash } from 'node:crypto';
import { type HandoverContent, type SharedLeaf, verifyHandover, writeHandover } from 'checklist-core/handover';
import {
  createLogKey,
  emptyRange,
  newEntryId,
  newLogOrigin,
  type Sha256,
  sealEntry,
  webCryptoSigner,
} from 'checklist-core/journal';
import { inventedFinish } from '../../invented-finish.ts';

/** How a long hand-over was verified. */
export interface StreamFigure {
  readonly leaves: number;
  readonly bytes: number;
  readonly seconds: number;
  /** Highest heap in use over the heap before, in MB: it must not grow with the file. */
  readonly heapMegabytes: number;
}

const LEAVES = 1_000_000;
/** Sealing is not what is measured: a few entries come again and again. */
const DIFFERENT = 64;

const sha256: Sha256 = { digest: (bytes) => hash('sha256', bytes, 'buffer'), begin: () => createHash('sha256') };
const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

/** Writes a hand-over of a million leaves straight into the verifier; both stream, neither holds the file. */
export async function handoverBench(): Promise<StreamFigure> {
  const content = await longContent();
  const before = process.memoryUsage().heapUsed;
  let [highest, bytes] = [0, 0];
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const encoder = new TextEncoder();
    let pending = '';
    for await (const line of writeHandover(content.handover, content.signer, sha256)) {
      pending += line;
      if (pending.length < 64 * 1024) continue;
      yield encoder.encode(pending);
      pending = '';
    }
    yield encoder.encode(pending);
  }
  const start = performance.now();
  const verdict = await verifyHandover(chunks(), {
    sha256,
    onProgress: (read) => {
      bytes = read;
      highest = Math.max(highest, process.memoryUsage().heapUsed);
    },
  });
  const seconds = (performance.now() - start) / 1000;
  if (!verdict.ok) throw new Error(`the hand-over was refused: ${verdict.faults[0]?.message}`);
  return { leaves: LEAVES, bytes, seconds, heapMegabytes: (highest - before) / 2 ** 20 };
}

async function longContent() {
  const origin = newLogOrigin(random);
  const pool = Array.from({ length: DIFFERENT }, () => sealEntry(inventedFinish, newEntryId(random), random));
  const shared = pool.map(({ leaf, disclosures: { s } }): SharedLeaf => ({ leaf, open: s === undefined ? [] : [s] }));
  function* leaves(): Generator<SharedLeaf> {
    for (let left = LEAVES; left > 0; left -= DIFFERENT) yield* shared.slice(0, left);
  }
  const handover: HandoverContent = {
    origin,
    author: newEntryId(random),
    name: null,
    period: { from: '2026-03-09', to: '2026-03-15' },
    before: emptyRange(),
    stated: null,
    later: null,
    proofs: [],
    leaves: leaves(),
  };
  return { handover, signer: await webCryptoSigner(origin, await createLogKey()) };
}
