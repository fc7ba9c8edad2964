import type { RunningSha256, Sha256 } from '../journal/sha256.ts';

/**
 * Hashes a file's lines. Lines that lie side by side in one chunk are hashed at once: a call for each would cost more
 * than the hashing.
 */
export class FileHash {
  readonly #running: RunningSha256;
  #chunk: Uint8Array | null = null;
  #start = 0;
  #end = 0;

  constructor(sha256: Sha256) {
    this.#running = sha256.begin();
  }

  /** The next line; its bytes must stay as they are until `flush`. */
  add(line: Uint8Array): void {
    if (this.#chunk?.buffer === line.buffer && this.#end === line.byteOffset) {
      this.#end += line.length;
      return;
    }
    this.flush();
    this.#chunk = line;
    this.#start = line.byteOffset;
    this.#end = line.byteOffset + line.length;
  }

  /** Before the bytes given are written over. */
  flush(): void {
    if (this.#chunk === null) return;
    this.#running.update(new Uint8Array(this.#chunk.buffer, this.#start, this.#end - this.#start));
    this.#chunk = null;
  }

  /** Hash of the lines so far, and hash of these lines and one more. */
  ends(lastLine: Uint8Array): { readonly before: Uint8Array; readonly whole: Uint8Array } {
    this.flush();
    const before = this.#running.copy().digest();
    this.#running.update(lastLine);
    return { before, whole: this.#running.digest() };
  }
}
