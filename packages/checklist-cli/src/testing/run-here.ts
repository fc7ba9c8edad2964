import { Readable, Writable } from 'node:stream';
import { run } from '../run.ts';
import { Output } from '../terminal.ts';

/** What one run of the command said. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly messages: string;
}

/** Runs the command in this process with a terminal of its own: the same code as `bin`, without the start of a process. */
export async function runHere(args: readonly string[], stdin: string | Uint8Array = ''): Promise<Said> {
  const out = new Heard();
  const messages = new Heard();
  const code = await run(args, {
    stdin: Readable.from([Buffer.from(stdin)]),
    out: new Output(out),
    messages: new Output(messages),
  });
  return { code, out: out.text(), messages: messages.text() };
}

/** Keeps what is written. */
class Heard extends Writable {
  readonly #chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }
}
