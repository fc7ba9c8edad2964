import { createHash, createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import vectors from './journal-v1.json';

/*
 * A second verifier, as a stranger would write it from docs/journal-format.md: nothing but JSON and node:crypto. It
 * shares no line with the code it checks, so both would have to be wrong in the same way.
 */
const sha256 = (...parts: readonly (Buffer | string)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

function rootOf(hashes: readonly Buffer[]): Buffer {
  const [first] = hashes;
  if (first === undefined) return sha256('');
  if (hashes.length === 1) return first;
  let k = 1;
  while (2 * k < hashes.length) k *= 2;
  return sha256(Buffer.of(1), rootOf(hashes.slice(0, k)), rootOf(hashes.slice(k)));
}

/** The sibling roots on the way from leaf `m` up. */
function pathOf(m: number, hashes: readonly Buffer[]): readonly Buffer[] {
  if (hashes.length === 1) return [];
  let k = 1;
  while (2 * k < hashes.length) k *= 2;
  return m < k
    ? [...pathOf(m, hashes.slice(0, k)), rootOf(hashes.slice(k))]
    : [...pathOf(m - k, hashes.slice(k)), rootOf(hashes.slice(0, k))];
}

/** What both trees share, from the older one's last whole part up. */
function sharedOf(m: number, hashes: readonly Buffer[], whole = true): readonly Buffer[] {
  if (m === hashes.length) return whole ? [] : [rootOf(hashes)];
  let k = 1;
  while (2 * k < hashes.length) k *= 2;
  return m <= k
    ? [...sharedOf(m, hashes.slice(0, k), whole), rootOf(hashes.slice(k))]
    : [...sharedOf(m - k, hashes.slice(k), false), rootOf(hashes.slice(0, k))];
}

const base64 = (hash: Buffer) => hash.toString('base64');
const leafHashOf = (leaf: string) => sha256(Buffer.of(0), leaf);
const leafHashes = vectors.entries.map(({ leaf }) => leafHashOf(leaf));

/** The root a note signs, or an error saying why it does not. */
function signedRoot(note: string, verifierKey: string): { readonly size: number; readonly root: string } {
  const blank = note.lastIndexOf('\n\n');
  const text = note.slice(0, blank + 1);
  const line = /^— (\S+) (\S+)\n$/.exec(note.slice(blank + 2));
  const [, keyName = '', keyId = '', encodedKey = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(verifierKey) ?? [];
  const typedKey = Buffer.from(encodedKey, 'base64');
  if (sha256(`${keyName}\n`, typedKey).subarray(0, 4).toString('hex') !== keyId) throw new Error('key id');
  if (typedKey[0] !== 1 || line?.[1] !== keyName) throw new Error('signer');
  const signed = Buffer.from(line[2] ?? '', 'base64');
  if (signed.subarray(0, 4).toString('hex') !== keyId) throw new Error('other key');
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: typedKey.subarray(1).toString('base64url') };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  if (!verify(null, Buffer.from(text), key, signed.subarray(4))) throw new Error('signature');
  const [origin, size, root = '', ...rest] = text.split('\n');
  if (origin !== keyName || rest.length !== 1) throw new Error('checkpoint');
  return { size: Number(size), root };
}

describe('a verifier that shares nothing with the project', () => {
  it('finds every opened part behind its digest', () => {
    const parts = { s: 'service', c: 'conduct', p: 'private' } as const;
    for (const { leaf, disclosures, entry, id } of vectors.entries) {
      const digests: Record<string, unknown> = JSON.parse(leaf);
      expect(digests.id).toBe(id);
      expect(Object.keys(digests)).toEqual(['c', 'id', 'p', 's', 'v']);
      expect(JSON.stringify(digests)).toBe(leaf);
      for (const [name, disclosure] of Object.entries(disclosures)) {
        expect(sha256(disclosure).toString('base64url')).toBe(digests[name]);
        const [salt, kind, value] = JSON.parse(Buffer.from(disclosure, 'base64url').toString('utf8'));
        expect(Buffer.from(salt, 'base64url')).toHaveLength(16);
        expect(kind).toBe(name);
        expect(value).toEqual(name === 's' || name === 'c' || name === 'p' ? entry[parts[name]] : null);
      }
    }
  });

  it('recomputes salts and decoys from the bytes that were drawn, in the order s, c, p', () => {
    for (const { leaf, draws, disclosures } of vectors.entries) {
      const digests: Record<string, unknown> = JSON.parse(leaf);
      const opened = new Map(Object.entries(disclosures));
      for (const [index, name] of ['s', 'c', 'p'].entries()) {
        const drawn = Buffer.from(draws[index] ?? '', 'hex');
        const disclosure = opened.get(name);
        if (disclosure === undefined) {
          expect(drawn).toHaveLength(32);
          expect(digests[name]).toBe(sha256(drawn).toString('base64url'));
        } else {
          const salt = JSON.stringify(drawn.toString('base64url'));
          expect(Buffer.from(disclosure, 'base64url').toString().startsWith(`[${salt},"${name}",{`)).toBe(true);
        }
      }
    }
  });

  it('recomputes leaf hashes, the root after each leaf, and the frontier', () => {
    expect(vectors.entries.map(({ leafHash }) => leafHash)).toEqual(leafHashes.map(base64));
    expect(vectors.emptyRoot).toBe(base64(rootOf([])));
    for (const { n, rootAfter, rangeAfter } of vectors.entries) {
      expect(rootAfter).toBe(base64(rootOf(leafHashes.slice(0, n + 1))));
      const size = n + 1;
      // A perfect subtree of 2^k leaves for each one-bit k; it starts where the higher bits end.
      const frontier = [8, 4, 2, 1]
        .filter((width) => (size & width) !== 0)
        .map((width) => ({ start: size - (size % (2 * width)), width }))
        .map(({ start, width }) => base64(rootOf(leafHashes.slice(start, start + width))));
      expect(rangeAfter).toEqual({ size, hashes: frontier });
    }
  });

  it('recomputes every proof', () => {
    for (const { n, inclusionInLast } of vectors.entries) {
      expect(inclusionInLast).toEqual(pathOf(n, leafHashes).map(base64));
    }
    for (const { from, hashes } of vectors.consistency) {
      expect(hashes).toEqual(sharedOf(from, leafHashes).map(base64));
    }
  });

  it('follows leaf, root and signature to the end', () => {
    for (const { size, note } of vectors.checkpoints) {
      expect(signedRoot(note, vectors.verifierKey)).toEqual({ size, root: base64(rootOf(leafHashes.slice(0, size))) });
    }
  });

  it('says no to a changed leaf, a changed head and a stranger’s key', () => {
    const [first = ''] = vectors.entries.map(({ leaf }) => leaf);
    const changed = [leafHashOf(first.replace('"v":1', '"v":2')), ...leafHashes.slice(1)];
    const { note = '', size = 0 } = vectors.checkpoints.at(-1) ?? {};
    expect(base64(rootOf(changed))).not.toBe(signedRoot(note, vectors.verifierKey).root);
    expect(() => signedRoot(note.replace(`\n${size}\n`, `\n${size + 1}\n`), vectors.verifierKey)).toThrow('signature');
    expect(() => signedRoot(note, vectors.verifierKey.replace('/', '/0'))).toThrow('key id');
  });
});
