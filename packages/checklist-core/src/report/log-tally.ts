import type { HandoverHeader } from '../handover/handover.ts';
import { PackedCounts } from './conduct-counts.ts';
import { EntryBits } from './entry-bits.ts';
import type { DayRange } from './report-period.ts';
import type { RunEntry } from './run-entry.ts';
import type { StatedSums } from './stated-sums.ts';

/** Sums that one hand-over states of its leaves `from` up to, not including, `to`. */
export interface StatedSource extends DayRange {
  /** Digest of the file. */
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly sums: StatedSums;
  /** Packs of the hand-over's entries. */
  readonly packs: readonly string[];
}

/** What was counted of one log. */
export class LogTally {
  /** Of its hand-overs: a log with two authors or one key under two names is still one person. */
  readonly authors = new Set<string>();
  readonly keys = new Set<string>();
  readonly stated: StatedSource[] = [];
  /** Leaves that some file lists, opened or not. */
  readonly listed = new EntryBits();
  /** Entries whose service part was taken, whose conduct part was taken, that count nothing because of another. */
  readonly service = new EntryBits();
  readonly conduct = new EntryBits();
  readonly netted = new EntryBits();
  /** Entries of days that are not complete yet, by index: their neighbours may come in another file. */
  readonly held = new Map<number, RunEntry>();
  counts = PackedCounts.NONE;
  isOpen = false;

  introduce({ author, key }: Pick<HandoverHeader, 'author' | 'key'>): void {
    this.authors.add(author);
    this.keys.add(keyMaterial(key));
  }

  /** Whether an entry was counted for good. */
  isSettled(n: number): boolean {
    return this.service.has(n) && !this.held.has(n);
  }

  hold(entry: RunEntry): void {
    const known = this.held.get(entry.n);
    if (known === undefined) {
      this.held.set(entry.n, { ...entry, id: ownCopy(entry.id) });
    } else if (known.codes === null && entry.codes !== null) {
      known.codes = entry.codes;
      known.newConduct = entry.newConduct;
    }
  }

  /** The held entries by day, in the order of the log; `complete`: no entry of that day can come any more. */
  heldRuns(): readonly { readonly run: readonly RunEntry[]; readonly complete: boolean }[] {
    const runs: RunEntry[][] = [];
    for (const entry of [...this.held.values()].sort((a, b) => a.n - b.n)) {
      const run = runs.at(-1);
      const last = run?.at(-1);
      if (run !== undefined && last !== undefined && this.#continues(last, entry)) run.push(entry);
      else runs.push([entry]);
    }
    return runs.map((run) => ({ run, complete: this.#isComplete(run) }));
  }

  #continues(last: RunEntry, next: RunEntry): boolean {
    return last.day === next.day && !this.service.hasAnyIn(last.n + 1, next.n);
  }

  /** Closed leaves around a day do not matter: it ends where an entry of another day is, or the log begins. */
  #isComplete(run: readonly RunEntry[]): boolean {
    const first = run[0]?.n ?? 0;
    const last = run.at(-1)?.n ?? 0;
    return this.#isBounded(first - 1, -1) && this.#isBounded(last + 1, 1) && this.#listsAll(first, last);
  }

  #isBounded(n: number, step: 1 | -1): boolean {
    let at = n;
    while (at >= 0 && this.listed.has(at) && !this.service.has(at)) at += step;
    return at < 0 || this.service.has(at);
  }

  #listsAll(first: number, last: number): boolean {
    for (let n = first; n <= last; n += 1) if (!this.listed.has(n)) return false;
    return true;
  }
}

/** A text in memory of its own: an id may be a slice of its line, and whoever keeps it keeps the whole line. */
function ownCopy(text: string): string {
  return Array.from(text).join('');
}

/** The key of a C2SP verifier key without name and hash: `<name>+<hash>+<key>`, where the key may hold a `+`. */
export function keyMaterial(key: string): string {
  return key.split('+').slice(2).join('+');
}
