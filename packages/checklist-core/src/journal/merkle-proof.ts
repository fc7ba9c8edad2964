import { appendLeaf, type CompactRange, emptyRange, HASH_BYTES, hashChildren, rootOf } from './compact-range.ts';
import { type HashBytes, plainSha256 } from './sha256.ts';

/** A tree as a head names it. */
export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** The claim that a leaf stands at an index of a tree. */
export interface InclusionClaim {
  readonly index: number;
  readonly leafHash: Uint8Array;
  readonly head: TreeHead;
}

/**
 * The inclusion proof (RFC 9162 §2.1.3.1) of the leaf at `index` in the tree of all given leaf hashes. O(n).
 * @throws RangeError if there is no such leaf.
 */
export function proveInclusion(leafHashes: readonly Uint8Array[], index: number): Uint8Array[] {
  const { length } = leafHashes;
  if (!Number.isInteger(index) || index < 0 || index >= length) throw new RangeError(`no leaf ${index} of ${length}`);
  const proof: Uint8Array[] = [];
  let [start, end] = [0, length];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    const isLeft = index < middle;
    proof.push(isLeft ? rootBetween(leafHashes, middle, end) : rootBetween(leafHashes, start, middle));
    [start, end] = isLeft ? [start, middle] : [middle, end];
  }
  return proof.reverse();
}

/**
 * The consistency proof (RFC 9162 §2.1.4.1) that the tree of the first `from` leaves is the beginning of the tree of
 * all given ones. Empty for 0 (the empty tree begins every tree) and for the whole tree. O(n).
 * @throws RangeError if `from` is not between 0 and the number of leaves.
 */
export function proveConsistency(leafHashes: readonly Uint8Array[], from: number): Uint8Array[] {
  const { length } = leafHashes;
  if (!Number.isInteger(from) || from < 0 || from > length) throw new RangeError(`no tree of ${from} in ${length}`);
  if (from === 0 || from === length) return [];
  const proof: Uint8Array[] = [];
  let [start, end] = [0, length];
  while (end !== from) {
    const middle = start + splitOf(end - start);
    const isLeft = from <= middle;
    proof.push(isLeft ? rootBetween(leafHashes, middle, end) : rootBetween(leafHashes, start, middle));
    [start, end] = isLeft ? [start, middle] : [middle, end];
  }
  // Only when the old tree is not the leftmost subtree must its last part be told.
  if (start > 0) proof.push(rootBetween(leafHashes, start, end));
  return proof.reverse();
}

/** Does the proof show that the leaf stands at that index of that tree (RFC 9162 §2.1.3.2)? Malformed input: false. */
export function verifyInclusion(
  claim: InclusionClaim,
  proof: readonly Uint8Array[],
  hash: HashBytes = plainSha256.digest,
): boolean {
  const { index, leafHash, head } = claim;
  if (!isSize(index) || !isSize(head.size) || index >= head.size) return false;
  if (leafHash.length !== HASH_BYTES || head.root.length !== HASH_BYTES || !areHashes(proof)) return false;
  let [node, last, root] = [index, head.size - 1, leafHash];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      root = hashChildren(sibling, root, hash);
      [node, last] = climbToRightChild(node, last);
    } else {
      root = hashChildren(root, sibling, hash);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && isEqual(root, head.root);
}

/**
 * Does the proof show that the tree `older` is the beginning of the tree `newer` (RFC 9162 §2.1.4.2)? The empty tree
 * begins every tree, with an empty proof. Malformed input, and a smaller `newer`: false.
 */
export function verifyConsistency(
  older: TreeHead,
  newer: TreeHead,
  proof: readonly Uint8Array[],
  hash: HashBytes = plainSha256.digest,
): boolean {
  if (!isSize(older.size) || !isSize(newer.size) || older.size > newer.size) return false;
  if (!areHashes([older.root, newer.root, ...proof])) return false;
  if (older.size === newer.size) return proof.length === 0 && isEqual(older.root, newer.root);
  if (older.size === 0) return proof.length === 0 && isEqual(older.root, rootOf(emptyRange()));
  const roots = rootsOfProof(older, newer.size, proof, hash);
  return roots !== null && isEqual(roots.older, older.root) && isEqual(roots.newer, newer.root);
}

/** How many hashes the consistency proof between trees of these sizes has (RFC 9162 §2.1.4.1), for 0 < older < newer. */
export function consistencyProofLength(older: number, newer: number): number {
  let [start, end, count] = [0, newer, 0];
  while (end !== older) {
    const middle = start + splitOf(end - start);
    [start, end] = older <= middle ? [start, middle] : [middle, end];
    count += 1;
  }
  return start > 0 ? count + 1 : count;
}

/** The two roots that a consistency proof computes. */
export interface ProvenRoots {
  readonly older: Uint8Array;
  readonly newer: Uint8Array;
}

/**
 * What a consistency proof says the two roots are; null if its length does not fit the sizes. It proves nothing by
 * itself: if one of the two is known to be right, the other is right too.
 * @param older its root is used only where its size is a power of two, because the proof leaves it out there.
 */
export function rootsOfProof(
  older: TreeHead,
  newerSize: number,
  proof: readonly Uint8Array[],
  hash: HashBytes = plainSha256.digest,
): ProvenRoots | null {
  if (!isSize(older.size) || !isSize(newerSize) || older.size === 0 || older.size >= newerSize) return null;
  const [first, ...siblings] = isPowerOfTwo(older.size) ? [older.root, ...proof] : proof;
  if (first === undefined) return null;
  let [node, last] = [older.size - 1, newerSize - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [oldHash, newHash] = [first, first];
  for (const sibling of siblings) {
    if (last === 0) return null;
    if (node % 2 === 1 || node === last) {
      oldHash = hashChildren(sibling, oldHash, hash);
      newHash = hashChildren(sibling, newHash, hash);
      [node, last] = climbToRightChild(node, last);
    } else {
      newHash = hashChildren(newHash, sibling, hash);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 ? { older: oldHash, newer: newHash } : null;
}

/** True for 1, 2, 4, …; exact beyond 2³¹ too. */
export function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value)) && 2 ** Math.log2(value) === value;
}

/** At the right edge of an uneven tree a node has no sibling on some levels: climb those at once. */
function climbToRightChild(node: number, last: number): [number, number] {
  let [n, l] = [node, last];
  while (n % 2 === 0 && n !== 0) [n, l] = [half(n), half(l)];
  return [n, l];
}

/** Sizes may pass 2³¹, where `>>` would cut them. */
function half(value: number): number {
  return Math.floor(value / 2);
}

function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function areHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === HASH_BYTES);
}

/** Same bytes? Not in constant time: nothing here is secret. */
export function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}

/** The largest power of two below `count` (RFC 9162: where a tree of `count` leaves splits). */
export function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

function rootBetween(leafHashes: readonly Uint8Array[], start: number, end: number): Uint8Array {
  const range = leafHashes.slice(start, end).reduce<CompactRange>(appendLeaf, emptyRange());
  return rootOf(range);
}
