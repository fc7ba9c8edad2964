import { hash } from 'node:crypto';
import type { CompactRangeJson } from 'checklist-core/journal';

/**
 * An RFC 6962 tree that keeps the roots of all its perfect subtrees, so that any head and any consistency proof costs
 * O(log n): a simulated log proves every head of a year in every file.
 */
export class LeafTree {
  /** Roots of the perfect subtrees of 1, 2, 4, … leaves, from the left. */
  readonly #levels: Buffer[][] = [[]];
  readonly #node = Buffer.alloc(65, 1);

  get size(): number {
    return this.#levels[0]?.length ?? 0;
  }

  append(leafHash: Buffer): void {
    let node = leafHash;
    for (let height = 0; ; height += 1) {
      const level = this.#levels[height] ?? [];
      this.#levels[height] = level;
      level.push(node);
      const left = level.at(-2);
      if (level.length % 2 === 1 || left === undefined) return;
      node = this.#parent(left, node);
    }
  }

  /** Root of the first `size` leaves; at least one. */
  root(size: number): Buffer {
    return this.#rootBetween(0, size);
  }

  /** Compact range of the first `size` leaves. */
  range(size: number): CompactRangeJson {
    const hashes: string[] = [];
    for (let start = 0; start < size; ) {
      const width = largestPowerUpTo(size - start);
      hashes.push(this.#rootBetween(start, start + width).toString('base64'));
      start += width;
    }
    return { size, hashes };
  }

  /** RFC 9162 §2.1.4.1 between the trees of the first `from` and the first `to` leaves, 0 < from < to. */
  consistency(from: number, to: number): Buffer[] {
    const proof: Buffer[] = [];
    let [start, end] = [0, to];
    while (end !== from) {
      const middle = start + splitOf(end - start);
      const isLeft = from <= middle;
      proof.push(isLeft ? this.#rootBetween(middle, end) : this.#rootBetween(start, middle));
      [start, end] = isLeft ? [start, middle] : [middle, end];
    }
    if (start > 0) proof.push(this.#rootBetween(start, end));
    return proof.reverse();
  }

  #rootBetween(start: number, end: number): Buffer {
    const width = end - start;
    const height = Math.log2(width);
    if (Number.isInteger(height) && start % width === 0) {
      const known = this.#levels[height]?.[start / width];
      if (known === undefined) throw new RangeError(`no subtree of ${width} leaves at ${start}`);
      return known;
    }
    const middle = start + splitOf(width);
    return this.#parent(this.#rootBetween(start, middle), this.#rootBetween(middle, end));
  }

  #parent(left: Buffer, right: Buffer): Buffer {
    left.copy(this.#node, 1);
    right.copy(this.#node, 33);
    return hash('sha256', this.#node, 'buffer');
  }
}

function largestPowerUpTo(count: number): number {
  return 2 ** Math.floor(Math.log2(count));
}

/** The largest power of two below `count`. */
function splitOf(count: number): number {
  return largestPowerUpTo(count - 1);
}
