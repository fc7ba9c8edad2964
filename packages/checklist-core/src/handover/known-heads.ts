import { parseCheckpoint, verifyCheckpoint } from '../journal/checkpoint.ts';
import {
  consistencyProofLength,
  isEqual,
  isPowerOfTwo,
  rootsOfProof,
  type TreeHead,
  verifyConsistency,
} from '../journal/merkle-proof.ts';
import type { HashBytes } from '../journal/sha256.ts';
import type { VerifierKey } from '../journal/signed-note.ts';
import type { FaultList } from './fault-list.ts';
import type { HandoverFaultKind } from './handover.ts';
import type { ReadProof } from './handover-lines.ts';

/** A proof and the line it stands in. */
export interface ProofLine extends ReadProof {
  readonly line: number;
}

/** The heads a reader already holds, sorted by whether they are of this log. */
export interface SortedHeads {
  /** Notes that name this log as their origin; not yet verified. */
  readonly notes: readonly string[];
  readonly sizes: readonly number[];
  /** Places (from 1) of notes that cannot be read, so that nobody knows which log they are of. */
  readonly unreadable: readonly number[];
}

/** Which of the known heads speak of this log. A head of another log says nothing about this file. */
export function sortHeads(known: readonly string[], origin: string): SortedHeads {
  const notes: string[] = [];
  const sizes: number[] = [];
  const unreadable: number[] = [];
  for (const [index, note] of known.entries()) {
    const read = parseCheckpoint(note);
    if (!read.ok) unreadable.push(index + 1);
    else if (read.value.origin === origin) {
      notes.push(note);
      sizes.push(read.value.size);
    }
  }
  return { notes, sizes, unreadable };
}

type Link = 'consistent' | 'fork' | 'unlinked';

/**
 * The roots that a file proves: those computed from its leaves, and those that its proof lines lead to. Only asked once
 * the leaves are known to give the signed root.
 */
export class ProvenTree {
  readonly #hash: HashBytes;
  readonly #end: TreeHead;
  readonly #roots: Map<number, Uint8Array>;
  readonly #proofs = new Map<number, ProofLine[]>();

  /**
   * @param end the signed head, which the leaves give.
   * @param roots computed while the leaves were read, by size.
   */
  constructor(end: TreeHead, roots: ReadonlyMap<number, Uint8Array>, hash: HashBytes) {
    this.#hash = hash;
    this.#end = end;
    this.#roots = new Map([...roots].filter(([size]) => size <= end.size)).set(end.size, end.root);
  }

  /**
   * Takes in the proof lines: what they lead to becomes known. Those that contradict what is known, or have another
   * number of hashes than they need, are named.
   * @param kind what a bad proof is: `edit` if the file's bytes were changed after it was signed, else `malformed`.
   */
  take(proofs: readonly ProofLine[], kind: HandoverFaultKind, faults: FaultList): void {
    const backward = proofs.filter(({ to }) => to <= this.#end.size).toSorted((a, b) => b.to - a.to);
    const forward = proofs.filter(({ to }) => to > this.#end.size).toSorted((a, b) => a.from - b.from);
    for (const proof of [...backward, ...forward]) {
      if (!this.#holds(proof)) faults.add(kind, proof.line, '/proof', 'the proof does not fit the leaves of this file');
    }
    for (const proof of proofs) {
      const sameStart = this.#proofs.get(proof.from);
      if (sameStart === undefined) this.#proofs.set(proof.from, [proof]);
      else sameStart.push(proof);
    }
  }

  /** How a head of this log stands to this file. */
  linkOf(head: TreeHead): Link {
    // The empty tree begins every tree.
    if (head.size === 0 || this.#end.size === 0) return 'consistent';
    const known = this.#roots.get(head.size);
    if (known !== undefined) return isEqual(known, head.root) ? 'consistent' : 'fork';
    return head.size < this.#end.size ? this.#lead(head) : 'unlinked';
  }

  /** The root the file claims or proves at a size, if any. */
  rootAt(size: number): Uint8Array | null {
    return this.#roots.get(size) ?? null;
  }

  #holds(proof: ProofLine): boolean {
    const { from, to, hashes } = proof;
    if (hashes.length !== consistencyProofLength(from, to)) return false;
    const [older, newer] = [this.#roots.get(from), this.#roots.get(to)];
    if (older !== undefined && newer !== undefined) {
      return verifyConsistency({ size: from, root: older }, { size: to, root: newer }, hashes, this.#hash);
    }
    // The proof leaves out the root of a perfect older tree; only a known head can tell it.
    if (older === undefined && (newer === undefined || isPowerOfTwo(from))) return true;
    const start = { size: from, root: older ?? new Uint8Array(0) };
    const roots = rootsOfProof(start, to, hashes, this.#hash);
    if (roots === null) return false;
    const holds =
      older === undefined ? newer !== undefined && isEqual(roots.newer, newer) : isEqual(roots.older, older);
    // What a proof that fails tells is not believed: another proof would be named for it.
    if (holds && older === undefined) this.#roots.set(from, roots.older);
    else if (holds) this.#roots.set(to, roots.newer);
    return holds;
  }

  /** Follows the proofs from a head, one after the other, to a root that is known. */
  #lead(head: TreeHead): Link {
    let [fork, heads] = [false, [head]];
    const visited = new Set([head.size]);
    while (heads.length > 0) {
      const next: TreeHead[] = [];
      for (const older of heads) {
        for (const { to, hashes } of this.#proofs.get(older.size) ?? []) {
          const roots = rootsOfProof(older, to, hashes, this.#hash);
          if (roots === null) continue;
          const known = this.#roots.get(to);
          const leads = isEqual(roots.older, older.root) && (known === undefined || isEqual(roots.newer, known));
          if (leads && known !== undefined) return 'consistent';
          if (!leads) fork = true;
          else if (!visited.has(to)) {
            // Only a size that was reached: a proof that leads nowhere must not hide the next one.
            visited.add(to);
            next.push({ size: to, root: roots.newer });
          }
        }
      }
      heads = next;
    }
    return fork ? 'fork' : 'unlinked';
  }
}

/** What the known heads are compared with. */
export interface Comparison {
  readonly heads: SortedHeads;
  readonly tree: ProvenTree;
  readonly key: VerifierKey;
  /** Size of the signed head. */
  readonly size: number;
}

/** Compares every known head of this log; names what does not fit, and returns the sizes of those that do. */
export async function compareHeads(comparison: Comparison, faults: FaultList): Promise<readonly number[]> {
  const { heads, tree, key, size } = comparison;
  for (const place of heads.unreadable) {
    faults.add('not-comparable', null, '', `known head ${place} is not a signed head: look where it came from`);
  }
  const consistent = new Set<number>();
  for (const note of heads.notes) {
    const head = await verifyCheckpoint(note, key);
    if (head.ok) {
      const link = tree.linkOf(head.value);
      if (link === 'consistent') consistent.add(head.value.size);
      else nameLink(link, head.value.size, size, faults);
    } else if (head.fault === 'other-key' || head.fault === 'unknown-signer') {
      faults.add(
        'wrong-signature',
        1,
        '/key',
        'a known head of this log is signed by another key than this file names',
      );
    } else {
      faults.add('not-comparable', null, '', `a known head of this log does not verify (${head.fault})`);
    }
  }
  return [...consistent].toSorted((a, b) => a - b);
}

function nameLink(link: 'fork' | 'unlinked', known: number, size: number, faults: FaultList): void {
  if (link === 'fork') {
    faults.add('fork', null, '', `the known head of ${known} leaves and this file do not belong to one history`);
  } else if (known > size) {
    const message = `a head of ${known} leaves is known, this file ends at ${size} and does not show that it lies inside`;
    faults.add('cut-tail', null, '', `${message}: ask for a newer hand-over`);
  } else {
    const message = `the known head of ${known} leaves can be neither confirmed nor refuted by this file`;
    faults.add('not-comparable', null, '', `${message}: ask for a hand-over with a proof from it`);
  }
}
