/** So many of the last hashes are remembered. */
export const REMEMBERED = 65_536;

const FIRST_ROOM = 16;

/** Hashes spread evenly, unless somebody searched for ones that do not; that must not cost more than this. */
const LONGEST_CHAIN = 64;

/**
 * Remembers the beginnings (64 bits) of the last 65,536 hashes it was given, and when each came. A ring with chains in
 * typed arrays: a `Map` of as many numbers costs a quarter of the time of a whole verification.
 */
export class RecentHashes {
  #room = FIRST_ROOM;
  #count = 0;
  #high = new Uint32Array(FIRST_ROOM);
  #low = new Uint32Array(FIRST_ROOM);
  /** When the hash before it in the same chain came, plus one; 0 ends the chain. */
  #before = new Uint32Array(FIRST_ROOM);
  /** When the newest hash of each chain came, plus one. */
  #newest = new Uint32Array(FIRST_ROOM);

  /** When (0 for the first hash ever given) this hash was last given, or -1 if it is not among the remembered. */
  find(hash: Uint8Array): number {
    const high = wordAt(hash, 0);
    const low = wordAt(hash, 4);
    const oldest = this.#count - this.#room;
    let at = (this.#newest[high % this.#room] ?? 0) - 1;
    for (let steps = 0; at >= oldest && at >= 0 && steps < LONGEST_CHAIN; steps += 1) {
      const place = at % this.#room;
      if (this.#high[place] === high && this.#low[place] === low) return at;
      at = (this.#before[place] ?? 0) - 1;
    }
    return -1;
  }

  /** Gives the next hash; the oldest is forgotten when there is no room. */
  add(hash: Uint8Array): void {
    if (this.#count === this.#room && this.#room < REMEMBERED) this.#grow();
    this.#put(wordAt(hash, 0), wordAt(hash, 4));
  }

  #put(high: number, low: number): void {
    const [place, chain] = [this.#count % this.#room, high % this.#room];
    this.#high[place] = high;
    this.#low[place] = low;
    this.#before[place] = this.#newest[chain] ?? 0;
    this.#count += 1;
    this.#newest[chain] = this.#count;
  }

  #grow(): void {
    const [high, low] = [this.#high, this.#low];
    this.#room *= 4;
    this.#count = 0;
    this.#high = new Uint32Array(this.#room);
    this.#low = new Uint32Array(this.#room);
    this.#before = new Uint32Array(this.#room);
    this.#newest = new Uint32Array(this.#room);
    for (const [place, word] of high.entries()) this.#put(word, low[place] ?? 0);
  }
}

function wordAt(hash: Uint8Array, at: number): number {
  const word = ((hash[at] ?? 0) << 24) | ((hash[at + 1] ?? 0) << 16) | ((hash[at + 2] ?? 0) << 8) | (hash[at + 3] ?? 0);
  return word >>> 0;
}
