import { isEqual } from '../journal/merkle-proof.ts';
import { type FaultList, MAX_FAULTS } from './fault-list.ts';
import { FewLines } from './few-lines.ts';
import { REMEMBERED, RecentHashes } from './recent-hashes.ts';

/** A line whose index does not fit the place it stands at. */
interface Stray {
  readonly n: number;
  readonly line: number;
  readonly hash: Uint8Array;
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
  /** Index that the next line has if all lines before it that can be read are leaves in their place. */
  #place: number;
  /** Lines whose index is not their place. */
  readonly #misnumbered = new FewLines();
  /** First and last leaf line of the file, and how many there are, unreadable ones too. */
  #firstLine = 0;
  #lastLine = 0;
  #lines = 0;
  /** A jump that the next line will judge, and the lines since that cannot be read. */
  #pending: Stray | null = null;
  #unread = 0;
  #isBroken = false;
  readonly #strays: Stray[] = [];
  readonly #gaps: Gap[] = [];
  /** Strays and gaps beyond those that are kept. */
  #moreStrays = 0;
  #moreGaps = 0;
  /** Leaves in their place, to tell one that is listed twice from a foreign one. */
  readonly #seen = new RecentHashes();
  readonly #repeats = new FewLines();

  /** @param first index of the first leaf that should be listed. */
  constructor(first: number) {
    this.#expected = first;
    this.#place = first;
  }

  /** Index that the next leaf should have. */
  get expected(): number {
    return this.#pending === null ? this.#expected : this.#pending.n + 1 + this.#unread;
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
    if (this.#pending !== null) this.#settle(this.#pending, n);
    if (n === this.#expected) this.#inPlace(line, hash);
    else this.#stray(n, line, hash);
  }

  /** A leaf line that could not be read stands here. It is no leaf of the tree, so those after it keep their place. */
  skip(line: number): void {
    this.#at(line);
    if (this.#pending === null) this.#expected += 1;
    else this.#unread += 1;
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
    this.#nameStraysAndGaps(faults);
  }

  #at(line: number): void {
    if (this.#lines === 0) this.#firstLine = line;
    this.#lastLine = line;
    this.#lines += 1;
  }

  #inPlace(line: number, hash: Uint8Array): void {
    this.#expected += 1;
    if (this.#seen.find(hash) !== -1) {
      this.#isBroken = true;
      this.#repeats.add(line);
    }
    this.#meetStrays(hash);
    this.#seen.add(hash);
  }

  #stray(n: number, line: number, hash: Uint8Array): void {
    this.#isBroken = true;
    // A copy: the hash is only lent. Of a leaf so far back nobody remembers whether it was listed.
    const stray = { n, line, hash: Uint8Array.from(hash), twice: n < this.#expected - REMEMBERED };
    if (n > this.#expected) this.#pending = stray;
    else this.#keep(stray);
  }

  /** Now that the next line that can be read is known. */
  #settle(jump: Stray, next: number): void {
    const unread = this.#takeUnread();
    const following = next - unread;
    const isAlone = following === this.#expected || following === this.#expected + 1;
    if (following === jump.n + 1 || !isAlone) this.#leap(jump);
    else this.#stepAside(jump, following === this.#expected + 1);
    this.#expected += unread;
  }

  #settleLast(jump: Stray, size: number): void {
    const unread = this.#takeUnread();
    if (jump.n + unread < size) this.#leap(jump);
    else this.#stepAside(jump, this.#expected + 1 + unread === size);
    this.#expected += unread;
  }

  #takeUnread(): number {
    const unread = this.#unread;
    this.#pending = null;
    this.#unread = 0;
    return unread;
  }

  #leap(jump: Stray): void {
    this.#gap(this.#expected, jump.n, jump.line, null);
    this.#expected = jump.n;
    this.#inPlace(jump.line, jump.hash);
  }

  #stepAside(stray: Stray, isInstead: boolean): void {
    this.#keep(stray);
    if (!isInstead) return;
    this.#gap(this.#expected, this.#expected + 1, stray.line, stray);
    this.#expected += 1;
  }

  #keep(stray: Stray): void {
    if (this.#meetStrays(stray.hash) || this.#seen.find(stray.hash) !== -1) stray.twice = true;
    if (this.#strays.length < MAX_FAULTS) this.#strays.push(stray);
    else this.#moreStrays += 1;
  }

  /** Marks the strays that are this leaf. Were there any? */
  #meetStrays(hash: Uint8Array): boolean {
    let met = false;
    for (const stray of this.#strays) {
      if (!isEqual(stray.hash, hash)) continue;
      stray.twice = true;
      met = true;
    }
    return met;
  }

  #gap(from: number, to: number, line: number, instead: Stray | null): void {
    this.#isBroken = true;
    if (this.#gaps.length < 2 * MAX_FAULTS) this.#gaps.push({ from, to, line, instead });
    else this.#moreGaps += 1;
  }

  /** Every stray is judged by the gaps as they were found, so that the order of the strays changes nothing. */
  #nameStraysAndGaps(faults: FaultList): void {
    const filled = new Map<Gap, Set<number>>();
    const foreign = new Set<Stray>();
    for (const stray of this.#strays) {
      const { n, line } = stray;
      const gap = this.#gaps.find(({ from, to, instead }) => from <= n && n < to && instead !== stray);
      if (stray.twice) faults.add('duplicate', line, '/n', `leaf ${n} is listed more than once`);
      else if (gap !== undefined || this.#moreGaps > 0) {
        if (gap !== undefined) filled.set(gap, (filled.get(gap) ?? new Set()).add(n));
        faults.add('reorder', line, '/n', `leaf ${n} stands out of order`);
      } else {
        foreign.add(stray);
        const message = `leaf ${n} has no place here: it is not of this part of the log`;
        faults.add('foreign-leaf', line, '/n', message);
      }
    }
    faults.count(this.#moreStrays);
    // With strays that are only counted, what looks like a gap may be one of them.
    if (this.#moreStrays > 0) return;
    for (const gap of this.#gaps) {
      if (gap.instead === null || !foreign.has(gap.instead)) nameGap(gap, filled.get(gap)?.size ?? 0, faults);
    }
    faults.count(this.#moreGaps);
  }

  #nameTooMany(end: OrderEnd, faults: FaultList): void {
    const tooMany = this.#expected - end.size - this.#repeats.count;
    if (tooMany <= 0) return;
    // The line can be counted only where nothing is out of order, and nothing but leaves stands between the leaves.
    const isUnbroken = this.#lines > 0 && this.#lastLine - this.#firstLine + 1 === this.#lines;
    // A head may be smaller than what stands before the first line.
    const line = this.inOrder && isUnbroken ? Math.max(this.#firstLine, this.#lastLine - tooMany + 1) : null;
    faults.add('foreign-leaf', line, '/n', `${tooMany} more leaves than the signed head has`);
  }
}

function nameGap({ from, to, line }: Gap, filled: number, faults: FaultList): void {
  const missing = to - from - filled;
  if (missing === 0) return;
  const where = to === from + 1 ? `leaf ${from}` : `${missing} of the leaves ${from} to ${to - 1}`;
  faults.add('gap', line, '/n', `${where} missing before this line`);
}
