import { type CompactRange, emptyRange, HASH_BYTES, hashChildren, rootOf } from './compact-range.ts';
import { type HashBytes, plainSha256 } from './sha256.ts';

/** Is told of every perfect subtree as it becomes whole: its first leaf, how many, its root. */
export type SubtreeListener = (start: number, width: number, hash: Uint8Array) => void;

/**
 * An RFC 6962 tree that grows in place: what `appendLeaf` does, for a million leaves one after the other. Holds the
 * compact range only, so its memory does not grow with the log.
 */
export class LogTree {
  readonly #hash: HashBytes;
  readonly #onSubtree: SubtreeListener | null;
  #size: number;
  #hashes: Uint8Array[];

  /** @param range where to go on from; not changed. */
  constructor(
    range: CompactRange = emptyRange(),
    hash: HashBytes = plainSha256.digest,
    onSubtree: SubtreeListener | null = null,
  ) {
    this.#hash = hash;
    this.#onSubtree = onSubtree;
    this.#size = range.size;
    this.#hashes = [...range.hashes];
  }

  /** Number of leaves. */
  get size(): number {
    return this.#size;
  }

  /** @throws RangeError if the hash has not 32 bytes. */
  append(leafHash: Uint8Array): void {
    if (leafHash.length !== HASH_BYTES) throw new RangeError(`leaf hash of ${leafHash.length} bytes`);
    let node: Uint8Array = leafHash;
    let width = 1;
    this.#onSubtree?.(this.#size, 1, node);
    for (let size = this.#size; size % 2 === 1; size = (size - 1) / 2) {
      const left = this.#hashes.pop();
      if (left === undefined) throw new RangeError('range has fewer hashes than its size needs');
      node = hashChildren(left, node, this.#hash);
      width *= 2;
      this.#onSubtree?.(this.#size + 1 - width, width, node);
    }
    // A caller may write over the leaf hash it gave; nodes made here are nobody else's.
    this.#hashes.push(width === 1 ? new Uint8Array(leafHash) : node);
    this.#size += 1;
  }

  /** The compact range as it is now. */
  range(): CompactRange {
    return { size: this.#size, hashes: [...this.#hashes] };
  }

  /** The root as it is now, 32 bytes; O(log n). */
  root(): Uint8Array {
    return rootOf({ size: this.#size, hashes: this.#hashes }, this.#hash);
  }
}
