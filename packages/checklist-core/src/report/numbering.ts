/** Two numbers share 32 bits in a count's key, so each list has room for as many. */
const MAX_NUMBERS = 65_536;

/** Gives names small numbers, in order of arrival, from `first`. */
export class Numbering<Name> {
  readonly #numbers = new Map<Name, number>();
  readonly #names: Name[] = [];
  readonly #first: number;
  readonly #what: string;

  constructor(what: string, first = 0) {
    this.#what = what;
    this.#first = first;
  }

  /** @throws RangeError for more names than any honest hand-over can hold. */
  numberOf(name: Name): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#first + this.#names.length;
    if (number >= MAX_NUMBERS) throw new RangeError(`more than ${MAX_NUMBERS} different ${this.#what}: not counted`);
    this.#numbers.set(name, number);
    this.#names.push(name);
    return number;
  }

  /** Undefined for a number that was not given. */
  nameOf(number: number): Name | undefined {
    return this.#names[number - this.#first];
  }

  /** Names with their numbers, in order of number. */
  *entries(): Generator<readonly [number, Name]> {
    for (const [index, name] of this.#names.entries()) yield [this.#first + index, name];
  }
}
