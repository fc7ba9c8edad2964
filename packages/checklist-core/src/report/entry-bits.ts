const WORDS = 32;
const PAGE = WORDS * 32;

/**
 * A set of indexes in a log, in pages of 128 bytes: a million entries take 128 KB, and a log that says it begins at
 * entry 2^40 takes no more.
 */
export class EntryBits {
  readonly #pages = new Map<number, Uint32Array>();

  has(n: number): boolean {
    const page = this.#pages.get(Math.floor(n / PAGE));
    return page !== undefined && ((page[wordOf(n)] ?? 0) & (1 << (n & 31))) !== 0;
  }

  add(n: number): void {
    const index = Math.floor(n / PAGE);
    const page = this.#pages.get(index) ?? new Uint32Array(WORDS);
    this.#pages.set(index, page);
    page[wordOf(n)] = (page[wordOf(n)] ?? 0) | (1 << (n & 31));
  }

  /** Adds all of another set. */
  addAll(other: EntryBits): void {
    for (const [index, page] of other.#pages) {
      const own = this.#pages.get(index) ?? new Uint32Array(WORDS);
      this.#pages.set(index, own);
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
}

/** Place in the page; the bit in it is `n & 31`, right for any safe integer because its low bits survive. */
function wordOf(n: number): number {
  return Math.floor((n % PAGE) / 32);
}
