import { hash } from 'node:crypto';

const BLOCK = 32;

/**
 * Random bytes that are the same on every machine for the same name: SHA-256 in counter mode. Good enough to look random
 * to a test, useless as a secret, because whoever knows the name knows the bytes.
 */
export class SeededRandom {
  readonly #input: Buffer;
  #counter = 0;
  #block: Buffer = Buffer.alloc(0);
  #used = BLOCK;

  constructor(name: string) {
    this.#input = Buffer.alloc(BLOCK + 8);
    hash('sha256', name, 'buffer').copy(this.#input);
  }

  /** The next bytes, as a copy. */
  bytes(length: number): Buffer {
    const out = Buffer.allocUnsafe(length);
    for (let filled = 0; filled < length; ) {
      if (this.#used === BLOCK) this.#refill();
      const copied = this.#block.copy(out, filled, this.#used, Math.min(BLOCK, this.#used + length - filled));
      filled += copied;
      this.#used += copied;
    }
    return out;
  }

  /** The next bytes in base64url without padding. */
  text(length: number): string {
    return this.bytes(length).toString('base64url');
  }

  /** A whole number from 0 up to, not including, `limit` (at most 65,536). */
  below(limit: number): number {
    if (BLOCK - this.#used < 4) this.#refill();
    const value = this.#block.readUInt32BE(this.#used) % limit;
    this.#used += 4;
    return value;
  }

  /** True so many times in a thousand. */
  perMille(chance: number): boolean {
    return this.below(1000) < chance;
  }

  /** One of the values, each as likely as its weight says. */
  pick<T>(choices: readonly (readonly [T, number])[]): T {
    let left = this.below(choices.reduce((sum, [, weight]) => sum + weight, 0));
    for (const [value, weight] of choices) {
      if (left < weight) return value;
      left -= weight;
    }
    throw new RangeError('nothing to pick from');
  }

  #refill(): void {
    this.#input.writeBigUInt64BE(BigInt(this.#counter), BLOCK);
    this.#counter += 1;
    this.#block = hash('sha256', this.#input, 'buffer');
    this.#used = 0;
  }
}
