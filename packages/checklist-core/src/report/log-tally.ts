import type { HandoverHeader, StatedConduct } from '../handover/handover.ts';
import { PackedCounts } from './conduct-counts.ts';
import { EntryBits } from './entry-bits.ts';
import type { DayRange } from './report-period.ts';
import type { RunEntry } from './run-entry.ts';

/** Sums that one hand-over states of its leaves `from` up to, not including, `to`. */
export interface StatedSource extends DayRange {
  /** Digest of the file. */
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly sums: StatedConduct;
  /** Packs of the hand-over's entries. */
  readonly packs: readonly string[];
}

/** What was counted of one log. */
export class LogTally {
  /** Of its hand-overs: a log with two authors or one key under two names is still one person. */
  readonly authors = new Set<string>();
  readonly keys = new Set<string>();
  readonly stated: StatedSource[] = [];
  /** Entries whose service part was taken, whose conduct part was taken, that count nothing because of another. */
  readonly service = new EntryBits();
  readonly conduct = new EntryBits();
  readonly netted = new EntryBits();
  /** Entries of days that are not complete yet, by index: their neighbours may come in another file. */
  readonly held = new Map<number, RunEntry>();
  counts = PackedCounts.NONE;
  isOpen = false;

  introduce({ author, key }: HandoverHeader): void {
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
      this.held.set(entry.n, entry);
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
    return last.day === next.day && (next.n === last.n + 1 || !this.service.has(last.n + 1));
  }

  #isComplete(run: readonly RunEntry[]): boolean {
    const first = run[0]?.n ?? 0;
    const last = run.at(-1)?.n ?? 0;
    const hasStart = first === 0 || this.service.has(first - 1);
    return hasStart && this.service.has(last + 1) && last - first + 1 === run.length;
  }
}

/** The key of a C2SP verifier key without name and hash: `<name>+<hash>+<key>`, where the key may hold a `+`. */
function keyMaterial(key: string): string {
  return key.split('+').slice(2).join('+');
}
