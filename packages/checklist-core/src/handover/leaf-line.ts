import { fromBase64 } from '../journal/base64.ts';
import type { Leaf } from '../journal/envelope.ts';
import type { HashBytes } from '../journal/sha256.ts';
import { isPadded, STANDARD, spells } from './base64-bytes.ts';

/*
 * A leaf line has a fixed shape, and a file has a million of them: this reads one with one regular expression and hashes
 * its bytes where they lie. What it does not take is read again by `readLeafLine`, which says why.
 */

/** Where the digests stand in a line; every part before `n` has a fixed length. */
const LEAF_AT = '{"h":"","leaf":'.length + 44;
const LEAF_LENGTH = 187;
const DIGEST_AT = { c: LEAF_AT + 6, p: LEAF_AT + 86, s: LEAF_AT + 136 } as const;
const H_AT = '{"h":"'.length;
const OPEN_AT = LEAF_AT + LEAF_LENGTH + ',"n":,"open":["'.length;

const HASH = '[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=';
const DIGEST = '[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]';
const ID = '[A-Za-z0-9_-]{21}[AQgw]';
const LINE = new RegExp(
  `^\\{"h":"(${HASH})","leaf":\\{"c":"${DIGEST}","id":"(${ID})","p":"${DIGEST}","s":"${DIGEST}","v":1\\},` +
    '"n":(0|[1-9][0-9]{0,15}),"open":\\[(?:"([A-Za-z0-9_-]+)"(?:,"([A-Za-z0-9_-]+)")?)?\\]\\}$',
);

/** RFC 6962: a leaf is hashed with a zero byte before it. Written over by every leaf. */
const leafInput = new Uint8Array(1 + LEAF_LENGTH);

/** A leaf line read; it looks into bytes that are only lent, so it is used up before the next line. */
export class LeafLine {
  readonly n: number;
  readonly id: string;
  /** RFC 6962 hash of the leaf as it stands in the line, 32 bytes. */
  readonly leafHash: Uint8Array;
  /** The hash the line lists, 32 bytes. */
  readonly listed: Uint8Array;
  readonly #bytes: Uint8Array;
  readonly #openings: readonly [number, number][];
  readonly #text: string;

  private constructor(bytes: Uint8Array, text: string, match: RegExpExecArray, hash: HashBytes) {
    const [, h = '', id = '', n = '', first, second] = match;
    this.#bytes = bytes;
    this.#text = text;
    this.n = Number(n);
    this.id = id;
    leafInput.set(bytes.subarray(LEAF_AT, LEAF_AT + LEAF_LENGTH), 1);
    this.leafHash = hash(leafInput);
    const isListed = spells(this.leafHash, bytes, H_AT, STANDARD) && isPadded(bytes, H_AT);
    this.listed = isListed ? this.leafHash : (fromBase64(h) ?? this.leafHash);
    this.#openings = placesOf(OPEN_AT + n.length, first, second);
  }

  /**
   * @param bytes the line without its LF.
   * @param text the same, decoded.
   * @returns null for a line of another shape.
   */
  static read(bytes: Uint8Array, text: string, hash: HashBytes): LeafLine | null {
    const match = LINE.exec(text);
    if (match === null || !Number.isSafeInteger(Number(match[3]))) return null;
    return new LeafLine(bytes, text, match, hash);
  }

  /** Does the listed hash belong to the leaf beside it? */
  get isAsListed(): boolean {
    return this.listed === this.leafHash;
  }

  /** How many openings the line has: 0 to 2. */
  get openings(): number {
    return this.#openings.length;
  }

  /** The opening's characters, as bytes; lent. */
  opening(index: number): Uint8Array {
    const [start = 0, end = 0] = this.#openings[index] ?? [];
    return this.#bytes.subarray(start, end);
  }

  /** The opening as text. */
  openingText(index: number): string {
    const [start = 0, end = 0] = this.#openings[index] ?? [];
    return this.#text.slice(start, end);
  }

  /** Is this hash the leaf's digest of a class? */
  hasDigest(name: 's' | 'c' | 'p', hash: Uint8Array, alphabet: Uint8Array): boolean {
    return spells(hash, this.#bytes, DIGEST_AT[name], alphabet);
  }

  /** The leaf as an object. */
  leaf(): Leaf {
    const leaf: Leaf = JSON.parse(this.#text.slice(LEAF_AT, LEAF_AT + LEAF_LENGTH));
    return leaf;
  }
}

function placesOf(start: number, first: string | undefined, second: string | undefined): readonly [number, number][] {
  if (first === undefined) return [];
  const end = start + first.length;
  // `","` stands between the two.
  return second === undefined
    ? [[start, end]]
    : [
        [start, end],
        [end + 3, end + 3 + second.length],
      ];
}
