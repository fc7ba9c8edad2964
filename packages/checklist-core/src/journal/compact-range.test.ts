import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  appendLeaf,
  type CompactRange,
  emptyRange,
  hashChildren,
  hashLeaf,
  rangeFromJson,
  rangeToJson,
  rootOf,
} from './compact-range.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const unhex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
const rangeOf = (leaves: readonly Uint8Array[]) =>
  leaves.reduce<CompactRange>((range, leaf) => appendLeaf(range, hashLeaf(leaf)), emptyRange());

/** The definition of RFC 6962 §2.1, word for word, with another implementation of SHA-256. */
function naiveRoot(leaves: readonly Uint8Array[]): Buffer {
  const sha256 = (...parts: readonly Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  const [only] = leaves;
  if (only === undefined) return sha256();
  if (leaves.length === 1) return sha256(Buffer.of(0), only);
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(Buffer.of(1), naiveRoot(leaves.slice(0, split)), naiveRoot(leaves.slice(split)));
}

/** Leaves and roots of the tests of Certificate Transparency's reference implementation. */
const CT_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(unhex);
const CT_ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('compact range', () => {
  it('gives the roots of the Certificate Transparency reference', () => {
    expect(CT_ROOTS.map((_, size) => hex(rootOf(rangeOf(CT_LEAVES.slice(0, size)))))).toEqual(CT_ROOTS);
  });

  it('gives the root of the recursive definition, for every size below 70', () => {
    const leaves = Array.from({ length: 69 }, (_, index) => Uint8Array.of(index, 0xff - index));
    for (let size = 0; size <= leaves.length; size += 1) {
      const some = leaves.slice(0, size);
      expect(hex(rootOf(rangeOf(some))), `size ${size}`).toBe(naiveRoot(some).toString('hex'));
    }
  });

  it('gives the root of the recursive definition, for random leaves', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 300 }), (leaves) => {
        expect(hex(rootOf(rangeOf(leaves)))).toBe(naiveRoot(leaves).toString('hex'));
      }),
      { numRuns: 50 },
    );
  });

  it('holds one hash per one-bit of its size and leaves the given range as it was', () => {
    let range = emptyRange();
    for (let size = 1; size <= 257; size += 1) {
      const before = rangeToJson(range);
      const next = appendLeaf(range, hashLeaf(Uint8Array.of(size % 256)));
      expect(rangeToJson(range)).toEqual(before);
      expect(next.hashes).toHaveLength(size.toString(2).replaceAll('0', '').length);
      range = next;
    }
  });

  it('does not share bytes with the hash it was given', () => {
    const hash = hashLeaf(Uint8Array.of(1));
    const range = appendLeaf(emptyRange(), hash);
    const root = hex(rootOf(range));
    hash.fill(0);
    expect(hex(rootOf(range))).toBe(root);
  });

  it('goes on past 2^31 leaves, where bit operators would cut the size', () => {
    const size = 2 ** 40 + 1;
    const [big, one] = [hashLeaf(Uint8Array.of(1)), hashLeaf(Uint8Array.of(2))];
    const next = appendLeaf({ size, hashes: [big, one] }, hashLeaf(Uint8Array.of(3)));
    expect(next.size).toBe(size + 1);
    expect(next.hashes.map(hex)).toEqual([hex(big), hex(hashChildren(one, hashLeaf(Uint8Array.of(3))))]);
  });

  it('refuses a leaf hash that is not one, and a range with too few hashes', () => {
    expect(() => appendLeaf(emptyRange(), new Uint8Array(31))).toThrow(RangeError);
    expect(() => appendLeaf({ size: 1, hashes: [] }, new Uint8Array(32))).toThrow(RangeError);
  });
});

describe('compact range as JSON', () => {
  it('comes back the same, largest subtree first', () => {
    for (let size = 0; size <= CT_LEAVES.length; size += 1) {
      const range = rangeOf(CT_LEAVES.slice(0, size));
      const read = rangeFromJson(JSON.parse(JSON.stringify(rangeToJson(range))));
      expect(read.ok && hex(rootOf(read.value))).toBe(CT_ROOTS[size]);
    }
    const six = rangeToJson(rangeOf(CT_LEAVES.slice(0, 6)));
    expect(six.hashes[0]).toBe(Buffer.from(unhex(CT_ROOTS[4] ?? '')).toString('base64'));
  });

  it('is refused with its own fault', () => {
    const hash = Buffer.alloc(32).toString('base64');
    const cases: readonly (readonly [unknown, string])[] = [
      [null, 'not-range'],
      [[], 'not-range'],
      [{ size: 1 }, 'not-range'],
      [{ size: 1, hashes: [hash], extra: 1 }, 'not-range'],
      [{ size: '1', hashes: [hash] }, 'not-range'],
      [{ size: -1, hashes: [] }, 'bad-size'],
      [{ size: 1.5, hashes: [hash] }, 'bad-size'],
      [{ size: 2 ** 53, hashes: [hash] }, 'bad-size'],
      [{ size: 3, hashes: [hash] }, 'hash-count'],
      [{ size: 0, hashes: [hash] }, 'hash-count'],
      [{ size: 1, hashes: [`${hash} `] }, 'bad-hash'],
      [{ size: 1, hashes: [7] }, 'bad-hash'],
      [{ size: 1, hashes: ['AAAA'] }, 'bad-hash'],
    ];
    for (const [value, fault] of cases) {
      expect(rangeFromJson(value), JSON.stringify(value)).toEqual({ ok: false, fault });
    }
  });
});
