import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendLeaf, type CompactRange, emptyRange, hashLeaf, hashLeafWith, rootOf } from './compact-range.ts';
import { LogTree } from './log-tree.ts';
import { proveConsistency, proveInclusion, verifyConsistency, verifyInclusion } from './merkle-proof.ts';

const nodeHash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const leafOf = (n: number) => hashLeaf(new TextEncoder().encode(`leaf ${n}`));

describe('a tree that grows in place', () => {
  it('is the tree that appending makes, from any range on and with any SHA-256', () => {
    fc.assert(
      fc.property(fc.nat(80), fc.nat(80), fc.boolean(), (start, more, isNode) => {
        let range = Array.from({ length: start }, (_, n) => leafOf(n)).reduce<CompactRange>(
          (grown, leaf) => appendLeaf(grown, leaf),
          emptyRange(),
        );
        const tree = isNode ? new LogTree(range, nodeHash) : new LogTree(range);
        for (let n = start; n < start + more; n += 1) {
          tree.append(leafOf(n));
          range = appendLeaf(range, leafOf(n));
        }
        expect(tree.size).toBe(range.size);
        expect(tree.range().hashes.map((hash) => [...hash])).toEqual(range.hashes.map((hash) => [...hash]));
        expect([...tree.root()]).toEqual([...rootOf(range)]);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps no leaf hash that its caller may write over, and tells of every perfect subtree', () => {
    const told: string[] = [];
    const tree = new LogTree(emptyRange(), nodeHash, (start, width) => told.push(`${start}+${width}`));
    const buffer = Buffer.alloc(32);
    for (let n = 0; n < 5; n += 1) {
      buffer.set(leafOf(n));
      tree.append(buffer);
    }
    buffer.fill(0);
    const other = new LogTree();
    for (let n = 0; n < 5; n += 1) other.append(leafOf(n));
    expect([...tree.root()]).toEqual([...other.root()]);
    expect(told).toEqual(['0+1', '1+1', '0+2', '2+1', '3+1', '2+2', '0+4', '4+1']);
    expect(() => tree.append(new Uint8Array(31))).toThrow('31 bytes');
  });

  it('takes the hash of Node wherever hashing costs', () => {
    const hashes = Array.from({ length: 20 }, (_, n) => leafOf(n));
    const root = rootOf(hashes.reduce<CompactRange>((range, leaf) => appendLeaf(range, leaf), emptyRange()));
    const older = rootOf(
      hashes.slice(0, 7).reduce<CompactRange>((range, leaf) => appendLeaf(range, leaf), emptyRange()),
    );
    const head = { size: 20, root };
    const bytes = new TextEncoder().encode('leaf 3');
    expect(Buffer.from(hashLeafWith(nodeHash, bytes)).equals(leafOf(3))).toBe(true);
    expect(verifyInclusion({ index: 3, leafHash: leafOf(3), head }, proveInclusion(hashes, 3), nodeHash)).toBe(true);
    expect(verifyInclusion({ index: 4, leafHash: leafOf(3), head }, proveInclusion(hashes, 3), nodeHash)).toBe(false);
    expect(verifyConsistency({ size: 7, root: older }, head, proveConsistency(hashes, 7), nodeHash)).toBe(true);
  });
});
