/** A part of the data that figures are sums of: who stands behind it, or `many` for at least the minimum group. */
export type AtomPeople = ReadonlySet<number> | 'many';

/** Whether an atom is part of a figure: 1 or 0, one per atom. */
export type AtomVector = Float64Array;

const ZERO = 1e-9;

/**
 * What can be worked out from released figures by adding and subtracting them. Each figure is a sum of atoms; whatever
 * an attacker combines, figures are only safe together if no combination is left with parts of fewer than the minimum
 * group. Combinations in which an atom of many people remains are harmless, so these atoms are eliminated first
 * (Gauss); what then remains speaks of small atoms only. Those remainders must each be of enough people, and must not
 * share an atom, since two that do could be combined further.
 */
export class ReleaseSystem {
  readonly #atoms: readonly AtomPeople[];
  readonly #minGroup: number;
  /** Reduced rows that hold an atom of many people, in order of arrival, with that atom. */
  readonly #large: { readonly row: AtomVector; readonly pivot: number }[] = [];
  /** Remainders on small atoms, in reduced row echelon form. */
  #small: readonly { readonly row: AtomVector; readonly pivot: number }[] = [];

  constructor(atoms: readonly AtomPeople[], minGroup: number) {
    this.#atoms = atoms;
    this.#minGroup = minGroup;
  }

  /** Whether a figure may join those released. One that can be worked out from them already tells nothing new. */
  accepts(vector: AtomVector): boolean {
    const rest = this.#reduce(vector);
    if (this.#largeAtomIn(rest) !== null) return true;
    const remainders = this.#withRemainder(rest);
    return remainders === this.#small || this.#isSafe(remainders);
  }

  /** Takes a figure as released, safe or not. */
  add(vector: AtomVector): void {
    const rest = this.#reduce(vector);
    const pivot = this.#largeAtomIn(rest);
    if (pivot === null) this.#small = this.#withRemainder(rest);
    else this.#large.push({ row: scaled(rest, 1 / (rest[pivot] ?? 1)), pivot });
  }

  #reduce(vector: AtomVector): AtomVector {
    const rest = Float64Array.from(vector);
    for (const { row, pivot } of this.#large) subtract(rest, row, rest[pivot] ?? 0);
    return rest;
  }

  #largeAtomIn(row: AtomVector): number | null {
    return largestIn(row, (atom) => this.#atoms[atom] === 'many');
  }

  #withRemainder(vector: AtomVector) {
    const rest = Float64Array.from(vector);
    for (const { row, pivot } of this.#small) subtract(rest, row, rest[pivot] ?? 0);
    const pivot = largestIn(rest, () => true);
    if (pivot === null) return this.#small;
    const row = scaled(rest, 1 / (rest[pivot] ?? 1));
    const others = this.#small.map((other) => {
      const reduced = Float64Array.from(other.row);
      subtract(reduced, row, reduced[pivot] ?? 0);
      return { row: reduced, pivot: other.pivot };
    });
    return [...others, { row, pivot }];
  }

  #isSafe(remainders: readonly { readonly row: AtomVector }[]): boolean {
    const taken = new Set<number>();
    return remainders.every(({ row }) => {
      const people = new Set<number>();
      for (const [atom, part] of row.entries()) {
        if (Math.abs(part) < ZERO) continue;
        if (taken.has(atom)) return false;
        taken.add(atom);
        const own = this.#atoms[atom];
        if (own !== undefined && own !== 'many') for (const person of own) people.add(person);
      }
      return people.size >= this.#minGroup;
    });
  }
}

function largestIn(row: AtomVector, isMeant: (atom: number) => boolean): number | null {
  let found: number | null = null;
  let size = ZERO;
  for (let atom = 0; atom < row.length; atom += 1) {
    const part = Math.abs(row[atom] ?? 0);
    if (part <= size || !isMeant(atom)) continue;
    found = atom;
    size = part;
  }
  return found;
}

function subtract(row: AtomVector, other: AtomVector, factor: number): void {
  if (Math.abs(factor) < ZERO) return;
  for (let atom = 0; atom < row.length; atom += 1) {
    const left = (row[atom] ?? 0) - factor * (other[atom] ?? 0);
    row[atom] = Math.abs(left) < ZERO ? 0 : left;
  }
}

function scaled(row: AtomVector, factor: number): AtomVector {
  return row.map((part) => part * factor);
}
