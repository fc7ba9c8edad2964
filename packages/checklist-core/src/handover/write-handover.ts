import { toBase64 } from '../journal/base64.ts';
import { parseCheckpoint, signCheckpoint } from '../journal/checkpoint.ts';
import { type CompactRange, rangeToJson } from '../journal/compact-range.ts';
import type { Leaf } from '../journal/envelope.ts';
import { LogTree } from '../journal/log-tree.ts';
import type { NoteSigner } from '../journal/note-signer.ts';
import { type HashBytes, plainSha256, type Sha256 } from '../journal/sha256.ts';
import { formatVerifierKey, signNote, verifierKeyOf } from '../journal/signed-note.ts';
import { HANDOVER_FORMAT, type HandoverProof, MAX_LINE_BYTES, type Period, type StatedConduct } from './handover.ts';
import { readHeader, readProof, spellClosing, spellHeader, spellLeaf, spellProof } from './handover-lines.ts';
import { LeafLine } from './leaf-line.ts';
import { OpeningReader } from './opening-reader.ts';

/** A leaf and what is opened of it: the service disclosure, then the conduct one; either may be left out. */
export interface SharedLeaf {
  readonly leaf: Leaf;
  readonly open: readonly string[];
}

/** What goes into a hand-over. */
export interface HandoverContent {
  /** Name of the log; also the signer's. */
  readonly origin: string;
  /** Random id of the person, see `HandoverHeader`. */
  readonly author: string;
  readonly name: string | null;
  readonly period: Period;
  /** Compact range of the leaves before the first one listed. */
  readonly before: CompactRange;
  readonly stated: StatedConduct | null;
  /** Signed note of the newest head already given away beyond the last leaf listed; its proof must be among `proofs`. */
  readonly later: string | null;
  /** From `proofsFor`, at the size that the last leaf listed gives. */
  readonly proofs: Iterable<HandoverProof>;
  readonly leaves: Iterable<SharedLeaf> | AsyncIterable<SharedLeaf>;
}

const encoder = new TextEncoder();

/**
 * Writes a hand-over line by line, LF included, in constant memory; the bytes are the UTF-8 of the strings. What comes
 * out is only whole once the generator has ended: a file is best written beside its place and moved there.
 * @throws RangeError for what no verifier would take: a part that is not in its form, a private opening, openings out of
 *   order, a line of more than 64 KiB, a signer that is not the log's. Nothing is signed then.
 */
export async function* writeHandover(
  content: HandoverContent,
  signer: NoteSigner,
  sha256: Sha256 = plainSha256,
): AsyncGenerator<string, void, undefined> {
  const file = sha256.begin();
  const spelt = (text: string) => {
    const bytes = encoder.encode(text);
    if (bytes.length > MAX_LINE_BYTES)
      throw new RangeError(`a line of ${bytes.length} bytes: at most ${MAX_LINE_BYTES}`);
    file.update(bytes);
    return text;
  };
  yield spelt(`${headerOf(content, signer)}\n`);
  for (const proof of content.proofs) yield spelt(`${proofOf(proof)}\n`);
  const tree = new LogTree(content.before, sha256.digest);
  const openings = new OpeningReader(sha256.digest);
  for await (const shared of content.leaves) yield spelt(`${leafOf(shared, tree, openings, sha256.digest)}\n`);
  refuseLater(content, tree.size);
  const root = tree.root();
  const checkpoint = await signCheckpoint({ origin: content.origin, size: tree.size, root }, signer);
  const text = `${HANDOVER_FORMAT}\n${content.origin}\n${toBase64(file.digest())}\n`;
  yield `${spellClosing({ checkpoint, file: await signNote(text, signer) })}\n`;
}

function headerOf(content: HandoverContent, signer: NoteSigner): string {
  const { origin, author, name, period, before, stated, later } = content;
  if (signer.name !== origin) throw new RangeError('a log signs only its own hand-overs');
  const key = formatVerifierKey(verifierKeyOf(origin, signer.publicKey));
  const range = rangeToJson(before);
  const text = spellHeader({
    format: HANDOVER_FORMAT,
    origin,
    key,
    author,
    name,
    period,
    before: range,
    stated,
    later,
  });
  const read = readHeader(text);
  if (!read.ok) throw new RangeError(`header ${read.fault.path}: ${read.fault.message}`);
  return text;
}

function proofOf(proof: HandoverProof): string {
  const text = spellProof(proof);
  const read = readProof(text);
  if (!read.ok) throw new RangeError(`proof from ${proof.from}: ${read.fault.path}: ${read.fault.message}`);
  return text;
}

/** Stands for the leaf hash until it is computed. */
const NO_HASH = `${'A'.repeat(43)}=`;

function leafOf({ leaf, open }: SharedLeaf, tree: LogTree, openings: OpeningReader, hash: HashBytes): string {
  const n = tree.size;
  const draft = spellLeaf({ h: NO_HASH, leaf, n, open });
  const line = LeafLine.read(encoder.encode(draft), draft, hash);
  if (line === null) throw new RangeError(`leaf ${n}: not a leaf, or openings that are not base64url`);
  const parts = openings.read(line);
  if ('kind' in parts) throw new RangeError(`leaf ${n}${parts.path}: ${parts.message}`);
  tree.append(line.leafHash);
  return draft.replace(NO_HASH, toBase64(line.leafHash));
}

function refuseLater({ later, origin }: HandoverContent, size: number): void {
  if (later === null) return;
  const head = parseCheckpoint(later);
  if (!head.ok || head.value.origin !== origin || head.value.size <= size) {
    throw new RangeError(`later: not a head of this log beyond ${size} leaves`);
  }
}
