import { fromBase64, toBase64 } from '../journal/base64.ts';
import { verifyCheckpoint } from '../journal/checkpoint.ts';
import { HASH_BYTES } from '../journal/compact-range.ts';
import { LogTree } from '../journal/log-tree.ts';
import { isEqual, type TreeHead } from '../journal/merkle-proof.ts';
import type { Sha256 } from '../journal/sha256.ts';
import { type NoteFault, parseNote, verifyNote } from '../journal/signed-note.ts';
import { FaultList } from './fault-list.ts';
import { FewLines } from './few-lines.ts';
import { FileHash } from './file-hash.ts';
import {
  HANDOVER_FORMAT,
  type HandoverFaultKind,
  type HandoverHeader,
  type HandoverVerdict,
  MAX_LINE_BYTES,
  type SharedEntry,
} from './handover.ts';
import {
  type ClosingLine,
  type ReadHeader,
  readClosing,
  readHeader,
  readLeafLine,
  readProof,
} from './handover-lines.ts';
import { compareHeads, type ProofLine, ProvenTree, type SortedHeads, sortHeads } from './known-heads.ts';
import { LeafLine } from './leaf-line.ts';
import { LeafOrder } from './leaf-order.ts';
import { LineSplitter } from './line-splitter.ts';
import { type OpenedParts, OpeningReader } from './opening-reader.ts';
import { isWithdrawn } from './withdrawal.ts';

/** What a reader already holds, and who wants to be told. */
export interface ReaderSetup {
  readonly known: readonly string[];
  readonly withdrawals: readonly string[];
  readonly onHeader: ((header: HandoverHeader) => void) | null;
  readonly onEntry: ((entry: SharedEntry) => void) | null;
  readonly sha256: Sha256;
}

/** The last line, and SHA-256 of what stands before it and of the whole file. */
interface HashedClosing {
  readonly text: ClosingLine;
  readonly before: Uint8Array;
  readonly whole: Uint8Array;
}

/** Proof lines that are kept; far more heads than a desk gives away in a working life. */
const MAX_PROOFS = 10_000;
const CR = 0x0d;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Takes a hand-over chunk by chunk and says at its end what it is. Its memory does not grow with the file. */
export class HandoverReader {
  readonly #setup: ReaderSetup;
  readonly #faults = new FaultList();
  readonly #lines = new LineSplitter();
  readonly #hash: FileHash;
  readonly #openings: OpeningReader;
  #line = 0;
  #isOver = false;
  #head: ReadHeader | null = null;
  #heads: SortedHeads = { notes: [], sizes: [], unreadable: [] };
  #order = new LeafOrder(0);
  /** Over the listed hashes, in the order of the lines. */
  #tree = new LogTree();
  /** Over the hashes of the leaves themselves; only from the first line on where the two differ. */
  #computed: LogTree | null = null;
  readonly #changed = new FewLines();
  #hasLeaves = false;
  /** A leaf line that is not of the format. */
  #hasUnread = false;
  readonly #proofs: ProofLine[] = [];
  readonly #wanted = new Set<number>();
  readonly #roots = new Map<number, Uint8Array>();
  #closed = { service: 0, conduct: 0 };
  #closing: HashedClosing | null = null;

  constructor(setup: ReaderSetup) {
    this.#setup = setup;
    this.#hash = new FileHash(setup.sha256);
    this.#openings = new OpeningReader(setup.sha256.digest);
  }

  /** The next bytes. False: the rest need not be read, the answer is known. */
  push(chunk: Uint8Array): boolean {
    if (this.#isOver) return false;
    const goesOn = this.#lines.push(chunk, (line, held) => this.#take(line, held));
    // The next chunk may come in the same memory.
    this.#hash.flush();
    if (this.#lines.overlong) this.#refuseOverlong();
    return goesOn && !this.#isOver;
  }

  /** The answer. Rejects only where the engine has no Ed25519. */
  async finish(): Promise<HandoverVerdict> {
    if (!this.#isOver) this.#refuseUnfinished();
    if (this.#isOver || this.#head === null || this.#closing === null) return this.#refusal();
    const end = await this.#signedHead(this.#head, this.#closing.text);
    this.#judgeLeaves(end);
    const isSigned = await this.#judgeSignature(this.#head, this.#closing);
    const file = toBase64(this.#closing.whole);
    if (await isWithdrawn(file, this.#setup.withdrawals, this.#head.key)) {
      this.#faults.add('withdrawn', null, '', 'its author took this file back: ask for another, or leave it out');
    }
    if (end === null || !this.#faults.isEmpty) return this.#refusal();
    const tree = new ProvenTree(end, this.#roots, this.#setup.sha256.digest);
    tree.take(this.#proofs, isSigned ? 'malformed' : 'edit', this.#faults);
    if (!isSigned && this.#faults.isEmpty) this.#nameUnsigned();
    if (!this.#faults.isEmpty) return this.#refusal();
    await this.#judgeLater(this.#head, tree, end);
    const comparison = { heads: this.#heads, tree, key: this.#head.key, size: end.size };
    const consistentWith = await compareHeads(comparison, this.#faults);
    if (!this.#faults.isEmpty) return this.#refusal();
    const handover = {
      header: this.#head.header,
      checkpoint: this.#closing.text.checkpoint,
      from: this.#head.before.size,
      to: end.size,
      file,
      closed: { ...this.#closed },
      consistentWith,
      witnessed: consistentWith.length > 0,
    };
    return { ok: true, handover };
  }

  #take(line: Uint8Array, held: boolean): boolean {
    this.#line += 1;
    const bytes = line.subarray(0, -1);
    const text = this.#decode(bytes);
    if (text === null) return false;
    if (this.#line === 1) this.#takeHeader(bytes, text);
    else if (this.#closing !== null) this.#refuseSurplus();
    else if (text.startsWith('{"h"')) this.#takeLeaf(bytes, text);
    else if (text.startsWith('{"checkpoint"')) this.#takeClosing(line, text);
    else this.#takeOther(bytes, text);
    if (this.#closing === null) this.#hash.add(line);
    if (held) this.#hash.flush();
    return !this.#isOver;
  }

  #decode(bytes: Uint8Array): string | null {
    try {
      return utf8.decode(bytes);
    } catch {
      this.#stop('malformed', '', 'not UTF-8');
      return null;
    }
  }

  #takeHeader(bytes: Uint8Array, text: string): void {
    if (text.startsWith('\uFEFF'))
      return void this.#stop('malformed', '', 'begins with a byte order mark: an editor saved it');
    if (this.#refuseCarriageReturn(bytes)) return;
    const read = readHeader(text);
    if (!read.ok) return void this.#stop('malformed', read.fault.path, read.fault.message);
    const { before, header } = read.value;
    this.#head = read.value;
    this.#heads = sortHeads(this.#setup.known, header.origin);
    for (const size of this.#heads.sizes) this.#wanted.add(size);
    this.#order = new LeafOrder(before.size);
    this.#tree = new LogTree(before, this.#setup.sha256.digest);
    this.#roots.set(before.size, this.#tree.root());
    this.#setup.onHeader?.(header);
  }

  #takeOther(bytes: Uint8Array, text: string): void {
    if (this.#refuseCarriageReturn(bytes)) return;
    if (!text.startsWith('{"proof"')) {
      return void this.#unreadable('', 'neither a proof nor a leaf nor the last line');
    }
    const read = readProof(text);
    if (!read.ok) return void this.#unreadable(read.fault.path, read.fault.message);
    if (this.#hasLeaves) return void this.#unreadable('', 'a proof after the first leaf');
    if (this.#proofs.length >= MAX_PROOFS) return void this.#stop('malformed', '', `more than ${MAX_PROOFS} proofs`);
    this.#proofs.push({ ...read.value, line: this.#line });
    this.#wanted.add(read.value.from).add(read.value.to);
  }

  #takeLeaf(bytes: Uint8Array, text: string): void {
    this.#hasLeaves = true;
    const line = LeafLine.read(bytes, text, this.#setup.sha256.digest);
    if (line === null) return void this.#refuseLeaf(bytes, text);
    this.#order.add(line.n, this.#line, line.leafHash);
    if (!line.isAsListed) this.#noteChange();
    this.#computed?.append(line.leafHash);
    this.#tree.append(line.listed);
    const { size } = this.#tree;
    if (this.#wanted.has(size)) this.#roots.set(size, this.#tree.root());
    const parts = this.#openings.read(line);
    if (!('kind' in parts)) this.#share(line, parts);
    // A leaf that was changed is named once; that its openings no longer fit only follows from it.
    else if (line.isAsListed || parts.kind !== 'edit')
      this.#faults.add(parts.kind, this.#line, parts.path, parts.message);
  }

  #share(line: LeafLine, parts: OpenedParts): void {
    if (parts.service === null && parts.continues === null) this.#closed.service += 1;
    if (parts.conduct === null) this.#closed.conduct += 1;
    if (line.isAsListed) this.#setup.onEntry?.({ n: line.n, id: line.id, line: this.#line, ...parts });
  }

  #noteChange(): void {
    this.#computed ??= new LogTree(this.#tree.range(), this.#setup.sha256.digest);
    this.#changed.add(this.#line);
  }

  #refuseLeaf(bytes: Uint8Array, text: string): void {
    if (this.#refuseCarriageReturn(bytes)) return;
    const read = readLeafLine(text);
    const fault = read.ok ? { path: '', message: 'not a leaf line' } : read.fault;
    this.#hasUnread = true;
    this.#order.skip(this.#line);
    this.#unreadable(fault.path, fault.message);
  }

  #takeClosing(line: Uint8Array, text: string): void {
    if (this.#refuseCarriageReturn(line)) return;
    const read = readClosing(text);
    if (!read.ok) return void this.#stop('malformed', read.fault.path, read.fault.message);
    this.#closing = { text: read.value, ...this.#hash.ends(line) };
  }

  /** The head that the last line signs; null if it does not. */
  async #signedHead({ key }: ReadHeader, { checkpoint }: ClosingLine): Promise<TreeHead | null> {
    const head = await verifyCheckpoint(checkpoint, key);
    if (!head.ok) {
      const message = `the head is not signed by this log (${head.fault})`;
      this.#faults.add(kindOf(head.fault), this.#line, '/checkpoint', message);
      return null;
    }
    return this.#isSignedOnce(checkpoint, '/checkpoint') ? head.value : null;
  }

  /**
   * The last line is under no signature. A further signature line, which anybody could add, would give the file another
   * name: a withdrawal would no longer find it, and a reader would take it for another file.
   */
  #isSignedOnce(note: string, path: string): boolean {
    const parsed = parseNote(note);
    if (parsed.ok && parsed.value.signatures.length === 1) return true;
    this.#faults.add('malformed', this.#line, path, 'more than the one signature of this log');
    return false;
  }

  #judgeLeaves(end: TreeHead | null): void {
    const holds = end !== null && isHead(this.#tree, end);
    const wasListedWrong = end !== null && this.#computed !== null && isHead(this.#computed, end);
    const [path, which] = wasListedWrong ? ['/h', 'the listed hash'] : ['/leaf', 'the leaf'];
    this.#changed.name(this.#faults, 'edit', path, `${which} was changed: the two do not belong together`);
    const size = end?.size ?? this.#order.expected;
    this.#order.finish({ size, line: this.#line, rootHolds: holds || wasListedWrong }, this.#faults);
    if (holds || wasListedWrong || this.#hasUnread || !this.#order.inOrder) return;
    // Of another number of leaves the order has said what there is to say.
    if (this.#tree.size !== end?.size) return;
    const message = 'the leaves do not give the signed root, and no line can be named: one was exchanged or renumbered';
    this.#faults.add('root-differs', null, '', message);
  }

  /** Is the file, as it is, what its author signed? A fault in the note itself is named; other bytes only noted. */
  async #judgeSignature({ header, key }: ReadHeader, closing: HashedClosing): Promise<boolean> {
    const note = await verifyNote(closing.text.file, key);
    if (!note.ok) {
      this.#faults.add(kindOf(note.fault), this.#line, '/file', `the file is not signed by this log (${note.fault})`);
      return false;
    }
    if (!this.#isSignedOnce(closing.text.file, '/file')) return false;
    const [format, origin, hash, ...rest] = note.value.text.split('\n');
    const isHash = fromBase64(hash ?? '')?.length === HASH_BYTES;
    if (format !== HANDOVER_FORMAT || origin !== header.origin || !isHash || rest.length !== 1) {
      this.#faults.add('malformed', this.#line, '/file', 'signs something else than a hand-over of this log');
      return false;
    }
    return hash === toBase64(closing.before);
  }

  #nameUnsigned(): void {
    const message = 'the leaves are whole, but the first line, a proof or an opening was changed, added or taken out';
    this.#faults.add('edit', null, '', message);
  }

  /** The newer head that line 1 shows must go on from this file's. */
  async #judgeLater({ header, key }: ReadHeader, tree: ProvenTree, end: TreeHead): Promise<void> {
    if (header.later === null) return;
    const later = await verifyCheckpoint(header.later, key);
    if (!later.ok) {
      return void this.#faults.add(kindOf(later.fault), 1, '/later', `not a head of this log (${later.fault})`);
    }
    const root = tree.rootAt(later.value.size);
    if (later.value.size <= end.size) this.#faults.add('malformed', 1, '/later', 'not beyond the end of this file');
    else if (root === null && end.size > 0) this.#faults.add('malformed', 1, '/later', 'no proof leads to it');
    else if (root !== null && !isEqual(root, later.value.root)) {
      this.#faults.add('fork', 1, '/later', 'the newer head does not go on from this file');
    }
  }

  #unreadable(path: string, message: string): void {
    this.#faults.add('malformed', this.#line, path, message);
  }

  #refuseCarriageReturn(bytes: Uint8Array): boolean {
    if (!bytes.includes(CR)) return false;
    this.#refuseConverted();
    return true;
  }

  #refuseConverted(): void {
    const message = 'a mail program or an editor converted the line ends: ask for the file as an attachment or archive';
    this.#stop('converted-line-ends', '', message);
  }

  /** Whatever it is: a file whose line ends were converted has a CR in line 1. */
  #refuseSurplus(): void {
    this.#stop('malformed', '', 'something stands after the last line');
  }

  #refuseOverlong(): void {
    this.#line += 1;
    if (this.#closing !== null) this.#refuseSurplus();
    else if (this.#lines.rest.includes(CR)) this.#refuseConverted();
    else this.#stop('malformed', '', `a line of more than ${MAX_LINE_BYTES} bytes`);
  }

  #refuseUnfinished(): void {
    const { rest } = this.#lines;
    if (rest.length > 0) {
      this.#line += 1;
      if (this.#closing !== null) this.#refuseSurplus();
      else if (rest.includes(CR)) this.#refuseConverted();
      else this.#stop('malformed', '', 'the file is cut off: its last line has no end');
    } else if (this.#closing === null) {
      const message = this.#line === 0 ? 'the file is empty' : 'the file is cut off: its last line is missing';
      this.#stop('malformed', '', message);
    }
  }

  /** Names a fault after which nothing more can be said. */
  #stop(kind: HandoverFaultKind, path: string, message: string): void {
    this.#faults.add(kind, this.#line === 0 ? null : this.#line, path, message);
    this.#isOver = true;
  }

  #refusal(): HandoverVerdict {
    return {
      ok: false,
      faults: this.#faults.sorted(),
      more: this.#faults.more,
      header: this.#head?.header ?? null,
    };
  }
}

function isHead(tree: LogTree, head: TreeHead): boolean {
  return tree.size === head.size && isEqual(tree.root(), head.root);
}

/** A note that nobody could sign is malformed; one that somebody else signed, or for another text, is wrongly signed. */
function kindOf(fault: NoteFault | string): HandoverFaultKind {
  const isSigners = fault === 'unknown-signer' || fault === 'other-key' || fault === 'wrong-signature';
  return isSigners ? 'wrong-signature' : 'malformed';
}
