const PAGE = 8192;
const FIRST_WORDS = 32;

/**
 * A set of indexes in a log, in pages as large as the indexes in them ask for: a million entries take 128 KB, and a log
 * that says it begins at entry 2^40 takes no more.
 */
export class EntryBits {
  readonly #pages = new Map<number, Uint32Array>();

  has(n: number): boolean {
    const page = this.#pages.get(Math.floor(n / PAGE));
    return page !== undefined && ((page[wordOf(n)] ?? 0) & (1 << (n & 31))) !== 0;
  }

  add(n: number): void {
    const word = wordOf(n);
    const page = this.#page(Math.floor(n / PAGE), word + 1);
    page[word] = (page[word] ?? 0) | (1 << (n & 31));
  }

  /** Adds all of another set. */
  addAll(other: EntryBits): void {
    for (const [index, page] of other.#pages) {
      const own = this.#page(index, page.length);
      for (const [word, bits] of page.entries()) own[word] = (own[word] ?? 0) | bits;
    }
  }

  /** Whether any index from `from` up to, not including, `to` is in the set. */
  hasAnyIn(from: number, to: number): boolean {
    for (const [index, page] of this.#pages) {
      const start = index * PAGE;
      if (start >= to || start + PAGE <= from) continue;
      const inside = start >= from && start + PAGE <= to;
      if (
        inside ? page.some((word) => word !== 0) : this.#hasAnyOf(Math.max(from, start), Math.min(to, start + PAGE))
      ) {
        return true;
      }
    }
    return false;
  }

  #hasAnyOf(from: number, to: number): boolean {
    for (let n = from; n < to; n += 1) if (this.has(n)) return true;
    return false;
  }

  /** The page of this number, with room for so many words. */
  #page(index: number, words: number): Uint32Array {
    const known = this.#pages.get(index);
    if (known !== undefined && known.length >= words) return known;
    let length = known?.length ?? FIRST_WORDS;
    while (length < words) length *= 2;
    const page = new Uint32Array(length);
    if (known !== undefined) page.set(known);
    this.#pages.set(index, page);
    return page;
  }
}

/** Place in the page; the bit in it is `n & 31`, right for any safe integer because its low bits survive. */
function wordOf(n: number): number {
  return Math.floor((n % PAGE) / 32);
}
