import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendLeaf, type CompactRange, emptyRange, hashChildren, hashLeaf, rootOf } from './compact-range.ts';
import {
  consistencyProofLength,
  proveConsistency,
  proveInclusion,
  type TreeHead,
  verifyConsistency,
  verifyInclusion,
} from './merkle-proof.ts';

const leavesOf = (count: number) => Array.from({ length: count }, (_, index) => hashLeaf(Uint8Array.of(index)));
const headOf = (leaves: readonly Uint8Array[]): TreeHead => ({
  size: leaves.length,
  root: rootOf(leaves.reduce<CompactRange>((range, leaf) => appendLeaf(range, leaf), emptyRange())),
});
const hexes = (hashes: readonly Uint8Array[]) => hashes.map((hash) => Buffer.from(hash).toString('hex'));
const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index];
  if (item === undefined) throw new RangeError(`nothing at ${index}`);
  return item;
};
const flip = (bytes: Uint8Array, bit: number) => bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7)));

/** MTH, PATH and PROOF as RFC 6962 §2.1 defines them, recursively. */
function split(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}
function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 1) return at(leaves, 0);
  const k = split(leaves.length);
  return hashChildren(naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}
function naivePath(m: number, leaves: readonly Uint8Array[]): Uint8Array[] {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  return m < k
    ? [...naivePath(m, leaves.slice(0, k)), naiveRoot(leaves.slice(k))]
    : [...naivePath(m - k, leaves.slice(k)), naiveRoot(leaves.slice(0, k))];
}
function naiveSubproof(m: number, leaves: readonly Uint8Array[], whole: boolean): Uint8Array[] {
  if (m === leaves.length) return whole ? [] : [naiveRoot(leaves)];
  const k = split(leaves.length);
  return m <= k
    ? [...naiveSubproof(m, leaves.slice(0, k), whole), naiveRoot(leaves.slice(k))]
    : [...naiveSubproof(m - k, leaves.slice(k), false), naiveRoot(leaves.slice(0, k))];
}

describe('inclusion proof', () => {
  it('is the path of the RFC and verifies at its own index only, for every leaf of every tree below 70', () => {
    for (let size = 1; size < 70; size += 1) {
      const leaves = leavesOf(size);
      const head = headOf(leaves);
      for (let index = 0; index < size; index += 1) {
        const proof = proveInclusion(leaves, index);
        expect(hexes(proof)).toEqual(hexes(naivePath(index, leaves)));
        const leafHash = at(leaves, index);
        expect(verifyInclusion({ index, leafHash, head }, proof)).toBe(true);
        expect(verifyInclusion({ index: (index + 1) % (size + 1), leafHash, head }, proof)).toBe(false);
        expect(verifyInclusion({ index, leafHash, head }, [...proof, leafHash])).toBe(false);
        if (proof.length > 0) expect(verifyInclusion({ index, leafHash, head }, proof.slice(1))).toBe(false);
      }
    }
  });

  it('breaks with any one bit changed', () => {
    const treeAndBit = fc.tuple(fc.integer({ min: 2, max: 200 }), fc.nat(), fc.nat(), fc.nat({ max: 255 }));
    fc.assert(
      fc.property(treeAndBit, ([size, indexSeed, nodeSeed, bit]) => {
        const leaves = leavesOf(size);
        const index = indexSeed % size;
        const claim = { index, leafHash: at(leaves, index), head: headOf(leaves) };
        const proof = proveInclusion(leaves, index);
        const node = nodeSeed % proof.length;
        expect(verifyInclusion(claim, proof.with(node, flip(at(proof, node), bit)))).toBe(false);
        expect(verifyInclusion({ ...claim, leafHash: flip(claim.leafHash, bit) }, proof)).toBe(false);
        const root = flip(claim.head.root, bit);
        expect(verifyInclusion({ ...claim, head: { size, root } }, proof)).toBe(false);
      }),
    );
  });

  it('answers no to malformed input and refuses to prove what is not there', () => {
    const leaves = leavesOf(5);
    const claim = { index: 2, leafHash: at(leaves, 2), head: headOf(leaves) };
    const proof = proveInclusion(leaves, 2);
    for (const index of [-1, 5, 2.5, Number.NaN]) {
      expect(verifyInclusion({ ...claim, index }, proof)).toBe(false);
      expect(() => proveInclusion(leaves, index)).toThrow(RangeError);
    }
    expect(verifyInclusion(claim, [new Uint8Array(31), ...proof.slice(1)])).toBe(false);
    expect(verifyInclusion({ ...claim, leafHash: new Uint8Array(0) }, proof)).toBe(false);
    expect(() => proveInclusion([], 0)).toThrow(RangeError);
  });
});

describe('consistency proof', () => {
  it('is the proof of the RFC and verifies, for every pair of trees below 70', () => {
    const all = leavesOf(69);
    const heads = Array.from({ length: 70 }, (_, size) => headOf(all.slice(0, size)));
    for (let size = 1; size < 70; size += 1) {
      const leaves = all.slice(0, size);
      for (let from = 0; from <= size; from += 1) {
        const proof = proveConsistency(leaves, from);
        if (from > 0 && from < size) expect(consistencyProofLength(from, size)).toBe(proof.length);
        if (from > 0) expect(hexes(proof)).toEqual(hexes(naiveSubproof(from, leaves, true)));
        expect(verifyConsistency(at(heads, from), at(heads, size), proof), `${from} in ${size}`).toBe(true);
        expect(verifyConsistency(at(heads, from), at(heads, size), [...proof, at(all, 0)])).toBe(false);
        if (proof.length > 0) {
          expect(verifyConsistency(at(heads, from), at(heads, size), proof.slice(0, -1))).toBe(false);
        }
      }
    }
  });

  it('refuses a rewritten past, at any changed leaf', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 120 }), fc.nat(), fc.nat(), (size, fromSeed, changedSeed) => {
        const from = 1 + (fromSeed % (size - 1));
        const older = leavesOf(size).slice(0, from);
        const rewritten = leavesOf(size).with(changedSeed % from, hashLeaf(Uint8Array.of(1, 2, 3)));
        const proof = proveConsistency(rewritten, from);
        expect(verifyConsistency(headOf(older), headOf(rewritten), proof)).toBe(false);
      }),
    );
  });

  it('breaks with any one bit changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 200 }), fc.nat(), fc.nat(), fc.nat({ max: 255 }), (size, a, b, bit) => {
        const from = 1 + (a % (size - 1));
        const leaves = leavesOf(size);
        const [older, newer] = [headOf(leaves.slice(0, from)), headOf(leaves)];
        const proof = proveConsistency(leaves, from);
        const node = b % proof.length;
        expect(verifyConsistency(older, newer, proof.with(node, flip(at(proof, node), bit)))).toBe(false);
        expect(verifyConsistency({ ...older, root: flip(older.root, bit) }, newer, proof)).toBe(false);
        expect(verifyConsistency(older, { ...newer, root: flip(newer.root, bit) }, proof)).toBe(false);
      }),
    );
  });

  it('answers no to a shrunken tree, a foreign empty tree and malformed input', () => {
    const leaves = leavesOf(6);
    const [small, big] = [headOf(leaves.slice(0, 4)), headOf(leaves)];
    const proof = proveConsistency(leaves, 4);
    expect(verifyConsistency(big, small, proof)).toBe(false);
    expect(verifyConsistency({ size: 0, root: small.root }, big, [])).toBe(false);
    expect(verifyConsistency(small, { size: 4, root: big.root }, [])).toBe(false);
    expect(verifyConsistency({ ...small, size: -4 }, big, proof)).toBe(false);
    expect(verifyConsistency({ ...small, size: 3 }, big, [])).toBe(false);
    expect(verifyConsistency(small, big, [new Uint8Array(4)])).toBe(false);
    expect(() => proveConsistency(leaves, 7)).toThrow(RangeError);
    expect(() => proveConsistency(leaves, -1)).toThrow(RangeError);
  });
});
