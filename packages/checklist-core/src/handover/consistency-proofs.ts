import { toBase64 } from '../journal/base64.ts';
import { type CompactRange, hashChildren } from '../journal/compact-range.ts';
import { LogTree } from '../journal/log-tree.ts';
import { splitOf } from '../journal/merkle-proof.ts';
import { type HashBytes, plainSha256 } from '../journal/sha256.ts';
import type { HandoverProof } from './handover.ts';

/** What a log still has: everything, or what `cutPrefix` left. */
export interface LogRemains {
  /** Compact range at the cut; the empty range for a log that was never cut. */
  readonly range: CompactRange;
  /** Proofs kept from before the cut. */
  readonly kept: readonly HandoverProof[];
}

/** Leaf hashes (32 bytes each) from the cut on, in order. */
export type LeafHashes = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** What a cut leaves, and what must be stored with the log from then on. */
export type CutLog = LogRemains;

/**
 * The proof lines of a hand-over that ends at `size`: for every head ever given away, smaller or larger, one proof
 * between it and `size`; for heads older than the cut the proofs that were kept, and one from the cut on. One pass over
 * the leaf hashes, in memory that depends on the number of heads only.
 * @param heads sizes of all heads given away; 0, `size` itself and repetitions are left out. A `size` of 0 needs none:
 *   the empty tree begins every tree.
 * @throws RangeError if a head lies beyond the leaf hashes, `size` lies before the cut, or a head older than the cut was
 *   not kept.
 */
export async function proofsFor(
  log: LogRemains,
  leafHashes: LeafHashes,
  heads: readonly number[],
  size: number,
  hash: HashBytes = plainSha256.digest,
): Promise<readonly HandoverProof[]> {
  const cut = log.range.size;
  if (size < cut) throw new RangeError(`a hand-over at ${size} lies before the cut at ${cut}`);
  if (size === 0) return [];
  const old = heads.filter((head) => head > 0 && head < cut);
  const kept = keptFor(log.kept, old, cut);
  const young = new Set(heads.filter((head) => head >= cut && head > 0 && head !== size));
  if (kept.length > 0 && cut < size) young.add(cut);
  const spans = [...young]
    .toSorted((a, b) => a - b)
    .map((head) => ({ from: Math.min(head, size), to: Math.max(head, size) }));
  const nodes = await gather(log.range, leafHashes, spans, hash);
  const made = spans.map(({ from, to }) => {
    const hashes = partsOf(from, to).map(([start, end]) => toBase64(rootBetween(nodes, start, end, hash)));
    return { from, to, hashes };
  });
  return [...kept, ...made];
}

/**
 * What must be kept when the leaves before `cut` are deleted: the compact range there, and proofs from every head given
 * away to it. Old proofs are carried along, so heads from before an earlier cut stay provable, step by step.
 * @throws RangeError as `proofsFor` does.
 */
export async function cutPrefix(
  log: LogRemains,
  leafHashes: LeafHashes,
  cut: number,
  heads: readonly number[],
  hash: HashBytes = plainSha256.digest,
): Promise<CutLog> {
  const reached = heads.filter((head) => head <= cut);
  const leaves = await upTo(leafHashes, cut - log.range.size);
  const kept = await proofsFor(log, leaves, reached, cut, hash);
  const tree = new LogTree(log.range, hash);
  for (const leaf of leaves) tree.append(leaf);
  return { range: tree.range(), kept };
}

/** The kept proofs that lead from these heads to the cut. */
function keptFor(kept: readonly HandoverProof[], heads: readonly number[], cut: number): readonly HandoverProof[] {
  const needed = new Set<HandoverProof>();
  for (const head of heads) {
    for (let at = head; at < cut; ) {
      const proof = kept.find(({ from }) => from === at);
      if (proof === undefined) throw new RangeError(`no proof was kept from the head at ${head} to the cut at ${cut}`);
      needed.add(proof);
      at = proof.to;
    }
  }
  return kept.filter((proof) => needed.has(proof));
}

async function upTo(leafHashes: LeafHashes, count: number): Promise<readonly Uint8Array[]> {
  const hashes: Uint8Array[] = [];
  if (count <= 0) return hashes;
  for await (const leaf of leafHashes) {
    hashes.push(Uint8Array.from(leaf));
    if (hashes.length === count) break;
  }
  return hashes;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

type Nodes = ReadonlyMap<string, Uint8Array>;

/** The parts of the tree of `to` leaves whose roots prove that it goes on from `from` (RFC 9162 §2.1.4.1). */
function partsOf(from: number, to: number): readonly (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  let [start, end] = [0, to];
  while (end !== from) {
    const middle = start + splitOf(end - start);
    const isLeft = from <= middle;
    parts.push(isLeft ? [middle, end] : [start, middle]);
    [start, end] = isLeft ? [start, middle] : [middle, end];
  }
  // Only when the older tree is not the leftmost subtree must its last part be told.
  if (start > 0) parts.push([start, end]);
  return parts.reverse();
}

/** A part of the tree as perfect subtrees, largest first. */
function perfectIn(start: number, end: number): readonly (readonly [number, number])[] {
  const subtrees: (readonly [number, number])[] = [];
  for (let at = start; at < end; ) {
    let width = 1;
    while (width * 2 <= end - at) width *= 2;
    subtrees.push([at, width]);
    at += width;
  }
  return subtrees;
}

const keyOf = (start: number, width: number) => `${start}/${width}`;

/** Goes through the leaves once and keeps the roots of the perfect subtrees that the proofs need. */
async function gather(
  range: CompactRange,
  leafHashes: LeafHashes,
  spans: readonly Span[],
  hash: HashBytes,
): Promise<Nodes> {
  const subtrees = spans.flatMap(({ from, to }) => partsOf(from, to).flatMap(([a, b]) => perfectIn(a, b)));
  const wanted = new Set(subtrees.map(([start, width]) => keyOf(start, width)));
  const nodes = new Map<string, Uint8Array>();
  const keep = (start: number, width: number, root: Uint8Array) => {
    const key = keyOf(start, width);
    if (wanted.has(key)) nodes.set(key, Uint8Array.from(root));
  };
  let place = 0;
  for (const [index, [start, width]] of perfectIn(0, range.size).entries()) {
    place = start + width;
    keep(start, width, range.hashes[index] ?? new Uint8Array(0));
  }
  const last = Math.max(place, ...spans.map(({ to }) => to));
  const tree = new LogTree(range, hash, keep);
  if (tree.size < last) {
    for await (const leaf of leafHashes) {
      tree.append(leaf);
      if (tree.size === last) break;
    }
  }
  if (tree.size < last) throw new RangeError(`a head at ${last}, but only ${tree.size} leaves`);
  return nodes;
}

function rootBetween(nodes: Nodes, start: number, end: number, hash: HashBytes): Uint8Array {
  const roots = perfectIn(start, end).map(([at, width]) => nodeAt(nodes, at, width));
  return roots.reduceRight((right, left) => hashChildren(left, right, hash));
}

function nodeAt(nodes: Nodes, start: number, width: number): Uint8Array {
  const node = nodes.get(keyOf(start, width));
  if (node === undefined) throw new RangeError('the compact range does not fit its size');
  return node;
}
