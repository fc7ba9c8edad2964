import { RFC9162 } from '@transmute/rfc9162';
import { describe, expect, it } from 'vitest';
import { toBase64 } from './base64.ts';
import { hashLeaf } from './compact-range.ts';
import { LogTree } from './log-tree.ts';
import { proveInclusion } from './merkle-proof.ts';

/** What the peer's verifier takes, as its source shows it; the package exports no type for it. */
interface SigstoreMerkle {
  verifyMerkleInclusion(
    entry: {
      readonly canonicalizedBody: Buffer;
      readonly inclusionProof: { readonly logIndex: string; readonly hashes: readonly Buffer[] };
    },
    checkpoint: { readonly logSize: bigint; readonly logHash: Buffer },
  ): void;
}

const MOST = 40;
const leaves = Array.from({ length: MOST }, (_, n) => new TextEncoder().encode(`leaf ${n}`));
const hashes = leaves.map((leaf) => hashLeaf(leaf));

function rootOfFirst(count: number): Uint8Array {
  const tree = new LogTree();
  for (const hash of hashes.slice(0, count)) tree.append(hash);
  return tree.root();
}

describe('trees of other people’s libraries', () => {
  it('have our roots (@transmute/rfc9162)', async () => {
    for (const count of [1, 2, 7, 8, 23, MOST]) {
      expect(toBase64(await RFC9162.treeHead(leaves.slice(0, count)))).toBe(toBase64(rootOfFirst(count)));
    }
  });

  it('take our inclusion proofs and no others (@sigstore/verify)', async () => {
    // Not part of the package's exports; the file is its own verifier, loaded by its path.
    const path = '../../../../node_modules/@sigstore/verify/dist/tlog/merkle.js';
    const peer: SigstoreMerkle = await import(path);
    for (const count of [1, 2, 7, 8, 23, MOST]) {
      const head = { logSize: BigInt(count), logHash: Buffer.from(rootOfFirst(count)) };
      for (let index = 0; index < count; index += 1) {
        const proof = proveInclusion(hashes.slice(0, count), index).map((hash) => Buffer.from(hash));
        const entry = (body: Uint8Array) => ({
          canonicalizedBody: Buffer.from(body),
          inclusionProof: { logIndex: String(index), hashes: proof },
        });
        expect(() => peer.verifyMerkleInclusion(entry(leaves[index] ?? new Uint8Array(0)), head)).not.toThrow();
        expect(() => peer.verifyMerkleInclusion(entry(new Uint8Array(1)), head)).toThrow();
      }
    }
  });
});
