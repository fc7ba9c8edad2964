/** A number has 16 bits in a count's key. */
const MAX_NUMBERS = 65_536;

/** Gives names small numbers, from 0 in order of arrival. */
export class Numbering<Name> {
  readonly #numbers = new Map<Name, number>();
  readonly #names: Name[] = [];
  readonly #what: string;

  constructor(what: string) {
    this.#what = what;
  }

  get size(): number {
    return this.#names.length;
  }

  /** @throws RangeError for more names than any honest hand-over can hold. */
  numberOf(name: Name): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#names.length;
    if (number >= MAX_NUMBERS) throw new RangeError(`more than ${MAX_NUMBERS} different ${this.#what}: not counted`);
    this.#numbers.set(name, number);
    this.#names.push(name);
    return number;
  }

  /** Undefined for a number that was not given. */
  nameOf(number: number): Name | undefined {
    return this.#names[number];
  }

  /** Names with their numbers, in order of number. */
  entries(): Iterable<[number, Name]> {
    return this.#names.entries();
  }
}
