import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64 } from '../journal/base64.ts';
import { emptyRange } from '../journal/compact-range.ts';
import { proveConsistency } from '../journal/merkle-proof.ts';
import { cutPrefix, type LogRemains, proofsFor } from './consistency-proofs.ts';
import type { HandoverProof } from './handover.ts';
import { faultsOf, linesOf, nodeSha256, TestLog, verdictOf } from './testing/test-log.ts';

const SIZE = 60;
const log = TestLog.of(SIZE);
const uncut: LogRemains = { range: emptyRange(), kept: [] };

const expected = (from: number, to: number): HandoverProof => ({
  from,
  to,
  hashes: proveConsistency(log.hashes.slice(0, to), from).map(toBase64),
});

/** A hand-over of a log of which only `remains` is left, verified against these heads. */
async function verdictAfter(remains: LogRemains, bounds: readonly [number, number], heads: readonly number[]) {
  const [from, to] = bounds;
  const proofs = await proofsFor(remains, log.hashes.slice(remains.range.size), heads, to);
  const lines = await linesOf({ ...(await log.content(from, to, heads)), proofs }, log.signer);
  const known = await Promise.all(heads.map((size) => log.head(size)));
  return verdictOf(lines, { known });
}

describe('proofs for all heads given away', () => {
  it('are those of the RFC, for every pair of sizes', async () => {
    const sizes = Array.from({ length: SIZE + 1 }, (_, size) => size);
    for (const size of [1, 2, 7, 8, 31, 32, 33, 59, 60]) {
      const proofs = await proofsFor(uncut, log.hashes, sizes, size);
      const others = sizes.filter((head) => head > 0 && head !== size);
      expect(proofs).toEqual(others.map((head) => expected(Math.min(head, size), Math.max(head, size))));
    }
  });

  it('come from the compact range and the leaves after it alone', async () => {
    for (const cut of [1, 5, 8, 31, 32, 45]) {
      const heads = [cut, cut + 1, 50, 58, 60].filter((head) => head !== 55);
      const proofs = await proofsFor(
        { range: log.range(cut), kept: [] },
        log.hashes.slice(cut),
        heads,
        55,
        nodeSha256.digest,
      );
      expect(proofs).toEqual(heads.map((head) => expected(Math.min(head, 55), Math.max(head, 55))));
    }
  });

  it('take leaf hashes as they come', async () => {
    const stream = async function* () {
      yield* log.hashes;
    };
    expect(await proofsFor(uncut, stream(), [3, 9], 20)).toEqual([expected(3, 20), expected(9, 20)]);
  });

  it('refuse what cannot be proven', async () => {
    await expect(proofsFor(uncut, log.hashes, [61], 60)).rejects.toThrow('only 60 leaves');
    await expect(proofsFor({ range: log.range(9), kept: [] }, log.hashes.slice(9), [], 8)).rejects.toThrow(
      'before the cut',
    );
    await expect(proofsFor({ range: log.range(9), kept: [] }, log.hashes.slice(9), [4], 20)).rejects.toThrow(
      'no proof was kept',
    );
  });
});

describe('a log whose beginning was cut', () => {
  it('still links every head, after any number of cuts', async () => {
    const cuts = fc
      .uniqueArray(fc.integer({ min: 1, max: 50 }), { maxLength: 4 })
      .map((list) => list.toSorted((a, b) => a - b));
    const heads = fc.uniqueArray(fc.integer({ min: 1, max: SIZE }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(cuts, heads, fc.nat(9), fc.nat(9), async (at, given, skipped, count) => {
        let remains = uncut;
        for (const cut of at) {
          // Only heads given away before the cut can have been known then.
          remains = await cutPrefix(remains, log.hashes.slice(remains.range.size), cut, given);
        }
        const from = Math.min(SIZE, remains.range.size + skipped);
        const to = Math.min(SIZE, from + count);
        const verdict = await verdictAfter(remains, [from, to], given);
        expect(faultsOf(verdict)).toEqual([]);
        expect(verdict.ok && verdict.handover.consistentWith).toEqual(given.toSorted((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the compact range, and one proof for each head', async () => {
    const once = await cutPrefix(uncut, log.hashes, 20, [3, 8, 20, 40]);
    expect(once).toEqual({ range: log.range(20), kept: [expected(3, 20), expected(8, 20)] });
    const twice = await cutPrefix(once, log.hashes.slice(20), 33, [3, 8, 20, 40]);
    expect(twice).toEqual({ range: log.range(33), kept: [...once.kept, expected(20, 33)] });
  });

  it('shows a rewritten beginning as a fork, over any number of steps', async () => {
    const forged = new TestLog(
      Array.from({ length: SIZE }, () => ({
        service: null,
        conduct: null,
        private: { at: '2026-11-01T08:00:00', procedure: null },
      })),
      log.origin,
    );
    let remains = uncut;
    for (const cut of [6, 19]) remains = await cutPrefix(remains, log.hashes.slice(remains.range.size), cut, [3, 4]);
    const proofs = await proofsFor(remains, log.hashes.slice(19), [3, 4], 40);
    const lines = await linesOf({ ...(await log.content(25, 40)), proofs }, log.signer);
    for (const size of [3, 4]) {
      expect(faultsOf(await verdictOf(lines, { known: [await forged.head(size)] }))).toEqual(['fork -']);
      expect(faultsOf(await verdictOf(lines, { known: [await log.head(size)] }))).toEqual([]);
    }
    expect(faultsOf(await verdictOf(lines, { known: [await log.head(5)] }))).toEqual(['not-comparable -']);
  });
});
