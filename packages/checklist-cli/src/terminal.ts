import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** Where the command reads and writes; passed in, so that a test can be the terminal. */
export interface Terminal {
  readonly stdin: Readable;
  /** The answer, and nothing else. */
  readonly out: Output;
  /** Messages and progress. */
  readonly messages: Output;
}

/** A stream that may be closed by its reader at any time: `checklist … | head -1` is not a fault of ours. */
export class Output {
  readonly #stream: Writable;
  /** A person watches: progress may overwrite its own line. */
  readonly isWatched: boolean;
  #isClosed = false;
  #fault: Error | null = null;

  constructor(stream: Writable, isWatched = false) {
    this.#stream = stream;
    this.isWatched = isWatched;
    stream.on('error', (error: NodeJS.ErrnoException) => {
      this.#isClosed = true;
      if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') this.#fault ??= error;
    });
    stream.on('close', () => {
      this.#isClosed = true;
    });
  }

  /** Why not everything arrived, e.g. a full disk; null too where the reader simply went away. */
  get fault(): Error | null {
    return this.#fault;
  }

  /** Nobody reads any more: whoever only writes may stop. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Writes, and waits where the reader is slower than we are, so that nothing piles up in memory. */
  async write(text: string | Uint8Array): Promise<void> {
    if (this.#isClosed || this.#stream.write(text)) return;
    // Resolved by whichever comes first; a reader that goes away never drains.
    const settled = new AbortController();
    const { signal } = settled;
    await Promise.race([
      once(this.#stream, 'drain', { signal }),
      once(this.#stream, 'close', { signal }),
      new Promise((resolve) => this.#stream.once('error', resolve)),
    ]).finally(() => settled.abort());
  }

  /** Writes a line. */
  line(text = ''): Promise<void> {
    return this.write(`${text}\n`);
  }
}
