import { fromBase64, toBase64 } from './base64.ts';
import { type Checked, faulty, sound } from './checked.ts';
import { type HashBytes, plainSha256 } from './sha256.ts';

/** Bytes of a SHA-256 hash. */
export const HASH_BYTES = 32;

/**
 * The right edge of an RFC 6962 tree: roots of its perfect subtrees, largest first. As many as `size` has one-bits;
 * enough to append and to know the root, without any leaf.
 */
export interface CompactRange {
  /** Number of leaves. */
  readonly size: number;
  /** 32 bytes each. */
  readonly hashes: readonly Uint8Array[];
}

/** A compact range as JSON: `{"size":6,"hashes":["<base64>","<base64>"]}`, largest subtree first. */
export interface CompactRangeJson {
  readonly size: number;
  readonly hashes: readonly string[];
}

/**
 * Why a value is not a range. `not-range`: not these two keys with a number and a list. `bad-size`: no whole number from 0.
 * `bad-hash`: not the standard base64 of 32 bytes. `hash-count`: the size needs another number of hashes.
 */
export type RangeFault = 'not-range' | 'bad-size' | 'bad-hash' | 'hash-count';

/** The tree without leaves. */
export function emptyRange(): CompactRange {
  return { size: 0, hashes: [] };
}

/** RFC 6962 leaf hash: SHA-256(0x00 ‖ leaf). */
export function hashLeaf(leaf: Uint8Array): Uint8Array {
  return hashLeafWith(plainSha256.digest, leaf);
}

/** `hashLeaf` with another SHA-256. A function of its own: `leaves.map(hashLeaf)` would pass the index as a hash. */
export function hashLeafWith(hash: HashBytes, leaf: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + leaf.length);
  input.set(leaf, 1);
  return hash(input);
}

/** Written over by every node; hashing is synchronous, so nobody else reads it meanwhile. */
const nodeInput = new Uint8Array(1 + 2 * HASH_BYTES).fill(1, 0, 1);

/** RFC 6962 node hash: SHA-256(0x01 ‖ left ‖ right), 32 bytes each. */
export function hashChildren(left: Uint8Array, right: Uint8Array, hash: HashBytes = plainSha256.digest): Uint8Array {
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + HASH_BYTES);
  return hash(nodeInput);
}

/**
 * The range with one leaf more; the one given is not changed. O(log n), and synchronous, so that it can run inside an
 * IndexedDB transaction.
 * @throws RangeError if the hash has not 32 bytes.
 */
export function appendLeaf(range: CompactRange, leafHash: Uint8Array): CompactRange {
  if (leafHash.length !== HASH_BYTES) throw new RangeError(`leaf hash of ${leafHash.length} bytes`);
  const hashes = [...range.hashes];
  let node: Uint8Array = Uint8Array.from(leafHash);
  // Each trailing one-bit of the size is a perfect subtree of the same height as `node`: they join.
  for (let size = range.size; size % 2 === 1; size = (size - 1) / 2) {
    const left = hashes.pop();
    if (left === undefined) throw new RangeError('range has fewer hashes than its size needs');
    node = Uint8Array.from(hashChildren(left, node));
  }
  return { size: range.size + 1, hashes: [...hashes, node] };
}

/** The RFC 6962 root, 32 bytes; of the empty tree SHA-256 of nothing. */
export function rootOf(range: CompactRange, hash: HashBytes = plainSha256.digest): Uint8Array {
  const last = range.hashes.at(-1);
  if (last === undefined) return hash(new Uint8Array(0));
  return range.hashes.slice(0, -1).reduceRight((right, left) => hashChildren(left, right, hash), last);
}

/** The range as JSON. */
export function rangeToJson(range: CompactRange): CompactRangeJson {
  return { size: range.size, hashes: range.hashes.map(toBase64) };
}

/** Reads a range back; unknown keys and a number of hashes that does not fit the size are refused. */
export function rangeFromJson(value: unknown): Checked<CompactRange, RangeFault> {
  if (!isRangeShape(value)) return faulty('not-range');
  if (!Number.isSafeInteger(value.size) || value.size < 0) return faulty('bad-size');
  const hashes = value.hashes.map((text) => (typeof text === 'string' ? fromBase64(text) : null));
  if (hashes.length !== oneBits(value.size)) return faulty('hash-count');
  const whole = hashes.filter((hash): hash is Uint8Array => hash !== null && hash.length === HASH_BYTES);
  return whole.length === hashes.length ? sound({ size: value.size, hashes: whole }) : faulty('bad-hash');
}

function isRangeShape(value: unknown): value is { readonly size: number; readonly hashes: readonly unknown[] } {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false;
  return 'size' in value && typeof value.size === 'number' && 'hashes' in value && Array.isArray(value.hashes);
}

/** Sizes may pass 2³¹, where bit operators would cut them. */
function oneBits(size: number): number {
  return size.toString(2).replaceAll('0', '').length;
}
