import { hash } from 'node:crypto';
import { RFC9162 } from '@transmute/rfc9162';
import {
  appendLeaf,
  type CompactRange,
  emptyRange,
  type HashBytes,
  hashLeaf,
  hashLeafWith,
  proveInclusion,
  rootOf,
  verifyInclusion,
} from 'checklist-core/journal';
import { contest, type Standing } from './contest.ts';

/* Leaves of the journal's own size (187 bytes), made from a counter. Roots are compared before anything is timed. */
const LEAVES = 2_000;
const PROOFS = 200;

const leaves = Array.from({ length: LEAVES }, (_, index) => {
  const leaf = new Uint8Array(187);
  new DataView(leaf.buffer).setUint32(0, index);
  return leaf;
});

function append(): CompactRange {
  let range = emptyRange();
  for (const leaf of leaves) range = appendLeaf(range, hashLeaf(leaf));
  return range;
}

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

/** Appending one leaf after another, and checking that a leaf is in the tree, with the same SHA-256 (node:crypto). */
export async function journalBench(): Promise<Standing[]> {
  const root = rootOf(append());
  const theirs = await RFC9162.treeHead(leaves);
  if (!Buffer.from(root).equals(Buffer.from(theirs))) throw new Error('@transmute/rfc9162 has another root');
  return [
    ...(await contest('append to the tree', { name: 'checklist-core', run: append, units: LEAVES }, [
      { name: '@transmute/rfc9162 0.0.5', run: () => RFC9162.treeHead(leaves), units: LEAVES, wanted: 4 },
    ])),
    ...(await inclusion(root)),
  ];
}

async function inclusion(root: Uint8Array): Promise<Standing[]> {
  // Not part of the package's exports; the file is its own verifier, loaded by its path.
  const peer: SigstoreMerkle = await import('../../../node_modules/@sigstore/verify/dist/tlog/merkle.js' as string);
  const hashes = leaves.map(hashLeaf);
  const claims = Array.from({ length: PROOFS }, (_, index) => {
    const at = (index * 7919) % LEAVES;
    return { index: at, leaf: leaves[at] ?? new Uint8Array(), proof: proveInclusion(hashes, at) };
  });
  const head = { size: LEAVES, root };
  const theirClaims = claims.map(({ index, leaf, proof }) => ({
    canonicalizedBody: Buffer.from(leaf),
    inclusionProof: { logIndex: String(index), hashes: proof.map((hash) => Buffer.from(hash)) },
  }));
  const theirHead = { logSize: BigInt(LEAVES), logHash: Buffer.from(root) };
  const sha256: HashBytes = (bytes) => hash('sha256', bytes, 'buffer');
  const ours = (): void => {
    for (const { index, leaf, proof } of claims) {
      if (!verifyInclusion({ index, leafHash: hashLeafWith(sha256, leaf), head }, proof, sha256))
        throw new Error(`leaf ${index}`);
    }
  };
  const their = (): void => {
    for (const claim of theirClaims) peer.verifyMerkleInclusion(claim, theirHead);
  };
  return contest('verify inclusion', { name: 'checklist-core', run: ours, units: PROOFS }, [
    { name: '@sigstore/verify 3.1.1', run: their, units: PROOFS, wanted: 2.5 },
  ]);
}
