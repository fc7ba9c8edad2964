import { type FaultList, MAX_FAULTS } from './fault-list.ts';
import { FewLines } from './few-lines.ts';
import { REMEMBERED, RecentHashes } from './recent-hashes.ts';

/** A line whose index does not fit the place it stands at. */
interface Stray {
  readonly n: number;
  readonly line: number;
  /** Listed elsewhere too. */
  twice: boolean;
}

/** Indices that were passed over. */
interface Gap {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  /** The stray that stands where the one missing leaf should be. */
  readonly instead: Stray | null;
}

/** What the last line said, once it is known. */
export interface OrderEnd {
  /** Leaves of the log at the signed head. */
  readonly size: number;
  /** Line of the file that says so. */
  readonly line: number;
  /** The listed hashes, in the order of the lines, give the signed root: then every leaf is there and in its place. */
  readonly rootHolds: boolean;
}

/**
 * Follows the indices of the leaf lines and names what is out of order. A jump is judged only when the next line is
 * known: a line that stands alone with its index is a stray (moved, repeated or foreign), one that the others follow
 * marks a gap. Memory is bounded.
 */
export class LeafOrder {
  #expected: number;
  /** Index that the next line has if all lines before it are leaves in their place. */
  #place: number;
  /** Lines whose index is not their place. */
  readonly #misnumbered = new FewLines();
  #firstLine: number | null = null;
  #lastLine = 1;
  #pending: Stray | null = null;
  #isBroken = false;
  #strays: Stray[] = [];
  #gaps: Gap[] = [];
  #overflow = 0;
  /** To tell a leaf listed twice from a foreign one. */
  readonly #seen = new RecentHashes();
  /** Strays by when their hash was given; as many as are kept. */
  readonly #strayAt = new Map<number, Stray>();
  #given = 0;
  readonly #repeats = new FewLines();

  /** @param first index of the first leaf that should be listed. */
  constructor(first: number) {
    this.#expected = first;
    this.#place = first;
  }

  /** Index that the next leaf should have. */
  get expected(): number {
    return this.#pending === null ? this.#expected : this.#pending.n + 1;
  }

  /** Nothing out of order so far. */
  get inOrder(): boolean {
    return !this.#isBroken;
  }

  /** The next leaf line. `hash`: of the leaf itself, not the listed one, which anybody may choose. */
  add(n: number, line: number, hash: Uint8Array): void {
    this.#at(line);
    if (n !== this.#place) this.#misnumbered.add(line);
    this.#place += 1;
    const earlier = this.#seen.find(hash);
    if (this.#pending !== null) this.#settle(this.#pending, n);
    if (n === this.#expected) this.#inPlace(line, earlier);
    else this.#stray(n, line, earlier);
    this.#seen.add(hash);
    this.#given += 1;
  }

  /** A leaf line that could not be read stands here. */
  skip(line: number): void {
    this.#at(line);
    this.#place += 1;
    this.#expected += 1;
  }

  /** Names the faults. */
  finish(end: OrderEnd, faults: FaultList): void {
    if (this.#pending !== null) this.#settleLast(this.#pending, end.size);
    if (end.rootHolds) {
      this.#misnumbered.name(faults, 'edit', '/n', 'the index was changed; the leaf is in its place');
      return;
    }
    if (this.#expected < end.size) this.#gap(this.#expected, end.size, end.line, null);
    if (this.#expected > end.size) this.#nameTooMany(end, faults);
    this.#repeats.name(faults, 'duplicate', '/h', 'a leaf that is listed before, renumbered');
    for (const stray of this.#strays) this.#nameStray(stray, faults);
    // With strays uncounted, what looks like a gap may be one of them.
    if (this.#overflow === 0) for (const gap of this.#gaps) nameGap(gap, faults);
    for (let more = this.#overflow; more > 0; more -= 1) faults.add('reorder', null, '/n', 'more leaves out of order');
  }

  #at(line: number): void {
    this.#firstLine ??= line;
    this.#lastLine = line;
  }

  /** @param earlier when the same hash was given before, or -1. */
  #inPlace(line: number, earlier: number): void {
    this.#expected += 1;
    if (earlier === -1) return;
    this.#isBroken = true;
    const stray = this.#strayAt.get(earlier);
    if (stray !== undefined) stray.twice = true;
    else this.#repeats.add(line);
  }

  #stray(n: number, line: number, earlier: number): void {
    this.#isBroken = true;
    const isForgotten = n < this.#expected - REMEMBERED;
    const stray: Stray = { n, line, twice: earlier !== -1 || isForgotten };
    if (this.#strayAt.size < MAX_FAULTS) this.#strayAt.set(this.#given, stray);
    if (n > this.#expected) this.#pending = stray;
    else this.#keep(stray);
  }

  /** Now that the line after a jump is known. */
  #settle(jump: Stray, next: number): void {
    this.#pending = null;
    const isAlone = next === this.#expected || next === this.#expected + 1;
    if (next === jump.n + 1 || !isAlone) return void this.#leap(jump);
    this.#keep(jump);
    if (next === this.#expected + 1) this.#replaced(jump);
  }

  #settleLast(jump: Stray, size: number): void {
    this.#pending = null;
    if (jump.n < size) return void this.#leap(jump);
    this.#keep(jump);
    if (this.#expected + 1 === size) this.#replaced(jump);
  }

  #leap(jump: Stray): void {
    this.#gap(this.#expected, jump.n, jump.line, null);
    this.#expected = jump.n + 1;
  }

  #replaced(stray: Stray): void {
    this.#gap(this.#expected, this.#expected + 1, stray.line, stray);
    this.#expected += 1;
  }

  #keep(stray: Stray): void {
    if (this.#strays.length < MAX_FAULTS) this.#strays.push(stray);
    else this.#overflow += 1;
  }

  #gap(from: number, to: number, line: number, instead: Stray | null): void {
    this.#isBroken = true;
    if (this.#gaps.length < 2 * MAX_FAULTS) this.#gaps.push({ from, to, line, instead });
    else this.#overflow += 1;
  }

  #nameStray(stray: Stray, faults: FaultList): void {
    const { n, line } = stray;
    if (stray.twice) return void faults.add('duplicate', line, '/n', `leaf ${n} is listed more than once`);
    const gap = this.#gaps.find(({ from, to, instead }) => from <= n && n < to && instead !== stray);
    if (gap === undefined) {
      this.#gaps = this.#gaps.filter(({ instead }) => instead !== stray);
      return void faults.add(
        'foreign-leaf',
        line,
        '/n',
        `leaf ${n} has no place here: it is not of this part of the log`,
      );
    }
    const halves = [
      { ...gap, to: n },
      { ...gap, from: n + 1 },
    ];
    this.#gaps = this.#gaps.flatMap((each) => (each === gap ? halves.filter(({ from, to }) => from < to) : [each]));
    faults.add('reorder', line, '/n', `leaf ${n} stands out of order`);
  }

  #nameTooMany(end: OrderEnd, faults: FaultList): void {
    const tooMany = this.#expected - end.size - this.#repeats.count;
    if (tooMany <= 0) return;
    // Known only if the lines before it are in order. A head may be smaller than what stands before the first line.
    const isOrderly = this.#strays.length === 0 && this.#repeats.count === 0 && this.#firstLine !== null;
    const line = isOrderly ? Math.max(this.#firstLine ?? 0, this.#lastLine - tooMany + 1) : null;
    faults.add('foreign-leaf', line, '/n', `${tooMany} more leaves than the signed head has`);
  }
}

function nameGap({ from, to, line }: Gap, faults: FaultList): void {
  const which = to === from + 1 ? `leaf ${from} is` : `leaves ${from} to ${to - 1} are`;
  faults.add('gap', line, '/n', `${which} missing before this line`);
}
