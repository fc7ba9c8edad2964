import { MAX_LINE_BYTES } from './handover.ts';

const LF = 0x0a;
const FIRST_BUFFER = 1024;

/**
 * Takes one line, its LF included; the bytes are only lent: for as long as the chunk if they lie in it, else (`held`) until
 * it answers. False: no more lines are wanted.
 */
export type LineTaker = (line: Uint8Array, held: boolean) => boolean;

/**
 * Cuts a stream of chunks into lines. Holds at most one line of `MAX_LINE_BYTES`, however long the stream is: a line that
 * is longer is never gathered.
 */
export class LineSplitter {
  #held = new Uint8Array(0);
  #length = 0;
  #overlong = false;

  /** The line under way is longer than a line may be; nothing more is taken. */
  get overlong(): boolean {
    return this.#overlong;
  }

  /** What came after the last LF so far, of a line that is too long its first `MAX_LINE_BYTES`; only lent. */
  get rest(): Uint8Array {
    return this.#held.subarray(0, this.#length);
  }

  /** Hands on every line that ends in this chunk. False: the taker, or a line that is too long, ended it. */
  push(chunk: Uint8Array, take: LineTaker): boolean {
    let start = 0;
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, start)) {
      const piece = chunk.subarray(start, end + 1);
      start = end + 1;
      if (this.#length === 0) {
        if (piece.length > MAX_LINE_BYTES) return this.#hold(piece);
        if (!take(piece, false)) return false;
        continue;
      }
      if (!this.#hold(piece)) return false;
      const line = this.rest;
      this.#length = 0;
      if (!take(line, true)) return false;
    }
    return start === chunk.length || this.#hold(chunk.subarray(start));
  }

  #hold(piece: Uint8Array): boolean {
    // Of a line that is too long as much as a line may have, however the chunks were cut.
    const length = Math.min(MAX_LINE_BYTES, this.#length + piece.length);
    this.#overlong = this.#length + piece.length > MAX_LINE_BYTES;
    if (length > this.#held.length) {
      const larger = new Uint8Array(Math.min(MAX_LINE_BYTES, Math.max(FIRST_BUFFER, 2 * length)));
      larger.set(this.rest);
      this.#held = larger;
    }
    this.#held.set(piece.subarray(0, length - this.#length), this.#length);
    this.#length = length;
    return !this.#overlong;
  }
}
