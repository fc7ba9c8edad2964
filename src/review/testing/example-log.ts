import {
  type HandoverProof,
  type Period,
  proofsFor,
  type SharedLeaf,
  type StatedConduct,
  writeHandover,
  writeWithdrawal,
} from 'checklist-core/handover';
import {
  appendLeaf,
  type CompactRange,
  createLogKey,
  type Entry,
  emptyRange,
  type NoteSigner,
  newEntryId,
  newLogOrigin,
  rootOf,
  type SealedEntry,
  sealEntry,
  signCheckpoint,
  webCryptoSigner,
} from 'checklist-core/journal';

/** What a hand-over of an example log opens. */
export interface ExampleHandover {
  readonly period: Period;
  /** First leaf listed; 0 if left out. */
  readonly from?: number;
  /** Leaf after the last one; all if left out. */
  readonly to?: number;
  /** Conduct line by line, or closed. */
  readonly conduct?: 'lines' | 'closed';
  readonly stated?: StatedConduct;
  readonly name?: string;
  /** Sizes of heads given away before, each to be proven. */
  readonly heads?: readonly number[];
}

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** An invented official's journal for tests: appended to, handed over, given a receipt of, withdrawn. */
export class ExampleLog {
  readonly #signer: NoteSigner;
  readonly #author: string;
  readonly #leaves: SealedEntry[] = [];

  private constructor(signer: NoteSigner, author: string) {
    this.#signer = signer;
    this.#author = author;
  }

  static async begin(): Promise<ExampleLog> {
    return new ExampleLog(await webCryptoSigner(newLogOrigin(random), await createLogKey()), newEntryId(random));
  }

  get origin(): string {
    return this.#signer.name;
  }

  get size(): number {
    return this.#leaves.length;
  }

  add(...entries: readonly Entry[]): this {
    for (const entry of entries) this.#leaves.push(sealEntry(entry, newEntryId(random), random));
    return this;
  }

  /** The same log as somebody would tell it who holds its key: another history from here on. */
  fork(at: number): ExampleLog {
    const other = new ExampleLog(this.#signer, this.#author);
    other.#leaves.push(...this.#leaves.slice(0, at));
    return other;
  }

  /** The whole file as text. */
  async handover({
    period,
    from = 0,
    to = this.size,
    conduct = 'closed',
    stated,
    name,
    heads = [],
  }: ExampleHandover): Promise<string> {
    const leaves = this.#leaves.slice(from, to).map(({ leaf, disclosures: { s, c } }): SharedLeaf => {
      const shown = conduct === 'lines' ? [s, c] : [s];
      return { leaf, open: shown.filter((disclosure) => disclosure !== undefined) };
    });
    const content = {
      origin: this.origin,
      author: this.#author,
      name: name ?? null,
      period,
      before: this.#rangeOf(from),
      stated: stated ?? null,
      later: null,
      proofs: await this.#proofs(heads, to),
      leaves,
    };
    let text = '';
    for await (const line of writeHandover(content, this.#signer)) text += line;
    return text;
  }

  /** The signed head at a size. */
  receipt(size = this.size): Promise<string> {
    const checkpoint = { origin: this.origin, size, root: rootOf(this.#rangeOf(size)) };
    return signCheckpoint(checkpoint, this.#signer);
  }

  /** Takes a file back. */
  async withdrawal(text: string): Promise<string> {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
    return writeWithdrawal(btoa(String.fromCharCode(...digest)), this.#signer);
  }

  #proofs(heads: readonly number[], size: number): Promise<readonly HandoverProof[]> {
    const hashes = this.#leaves.map(({ leafHash }) => leafHash);
    return proofsFor({ range: emptyRange(), kept: [] }, hashes, heads, size);
  }

  #rangeOf(size: number): CompactRange {
    return this.#leaves.slice(0, size).reduce((range, { leafHash }) => appendLeaf(range, leafHash), emptyRange());
  }
}

/** A finish on a day: everything kept, or one cue marked as missed. Invented. */
export function exampleFinish(day: string, missed: readonly string[] = []): Entry {
  return {
    service: {
      kind: 'finish',
      day,
      half: 'am',
      pack: '4-xin-4-luon-5-khong@1.0.0',
      pausePoint: 'finish',
      outcome: 'returned',
      group: 'chung-thuc',
      channel: 'direct',
      onTime: 'on-time',
      practice: false,
      of: null,
    },
    conduct: {
      rules: ['xin-chao', 'xin-cam-on', 'luon-giup-do'],
      cues: ['finish-more', 'finish-thank'],
      missed,
      skipped: false,
    },
    private: { at: `${day}T09:00:00`, procedure: null },
  };
}
