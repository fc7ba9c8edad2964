import { type EntryFate, fatesOf } from '../journal/entry-fates.ts';
import type { WallDay } from '../time/wall-time.ts';
import { decode } from './conduct-coder.ts';
import { ConductCounts, countKey, entryMark } from './conduct-counts.ts';
import { type DayRange, halfMonthOf } from './report-period.ts';
import type { RunEntry } from './run-entry.ts';
import { ServiceTally } from './service-tally.ts';

/** On which days a pack was used, and which rules its lines counted for. */
export interface PackUse {
  readonly days: Set<WallDay>;
  readonly rules: Set<number>;
}

/** Sums of some entries of one log. */
export class Counters {
  readonly service = new ServiceTally();
  readonly packs = new Map<string, PackUse>();
  entries = 0;
  practice = 0;
  voided = 0;
  corrected = 0;
  /** Conduct lines that count by cue only. */
  withoutRules = 0;
  readonly #range: DayRange | null;
  readonly #conduct = new ConductCounts();
  /** Lines of one day, equal ones together. */
  readonly #lines = new Map<Uint32Array, { readonly pack: string; of: number; mark: number }>();
  #day: WallDay = 0;

  /** `range`: days that count; null for all. */
  constructor(range: DayRange | null) {
    this.#range = range;
  }

  /** Counts the entries of one day of one log, netted out; `netted` is told the indexes that count nothing. */
  countRun(run: readonly RunEntry[], netted: (n: number) => void): void {
    const fates = fatesOf(run);
    // A day that was closed twice counts once.
    const closing = run.findLast(
      (entry) => entry.kind === 'day-counts' && !entry.practice && fates.get(entry) !== 'voided',
    );
    for (const entry of run) {
      const fate = fates.get(entry);
      if (fate !== undefined) {
        netted(entry.n);
        this.#countLeftOut(entry, fate);
        continue;
      }
      if (entry.newService) this.#countService(entry, entry === closing);
      if (entry.newConduct) this.countConduct(entry);
    }
  }

  #countLeftOut({ day, newService, practice }: RunEntry, fate: EntryFate): void {
    if (!this.#isIn(day) || !newService || practice) return;
    if (fate === 'voided') this.voided += 1;
    if (fate === 'corrected') this.corrected += 1;
  }

  /** Counts the conduct line of an entry that is known to stand. */
  countConduct({ kind, practice, day, codes, id, pack }: RunEntry): void {
    if (practice || codes === null || !this.#isIn(day) || (kind !== 'finish' && kind !== 'correction')) return;
    if (day !== this.#day) this.#endDay();
    this.#day = day;
    const equal = this.#lines.get(codes);
    if (equal === undefined) {
      this.#lines.set(codes, { pack, of: 1, mark: entryMark(id) });
    } else {
      equal.of += 1;
      equal.mark ^= entryMark(id);
    }
  }

  /** Conduct counted so far. */
  conduct(): ConductCounts {
    this.#endDay();
    return this.#conduct;
  }

  #endDay(): void {
    if (this.#lines.size === 0) return;
    const halfMonth = halfMonthOf(this.#day).first;
    for (const [codes, { pack, of, mark }] of this.#lines) {
      const use = this.#packUse(pack);
      use.days.add(this.#day);
      let rules = 0;
      for (const code of codes) {
        const { subject, byDay, missed } = decode(code);
        this.#conduct.count(countKey(subject, byDay ? this.#day : halfMonth), missed ? of : 0, of, mark);
        if (!byDay) continue;
        rules += 1;
        use.rules.add(subject);
      }
      if (rules === 0 && codes.length > WAYS) this.withoutRules += of;
    }
    this.#lines.clear();
  }

  #countService(entry: RunEntry, isClosing: boolean): void {
    if (!this.#isIn(entry.day)) return;
    if (entry.practice) {
      this.practice += 1;
      return;
    }
    this.#packUse(entry.pack);
    if (entry.kind === 'finish' || entry.kind === 'correction') {
      this.entries += 1;
      this.service.countEntry(entry);
    } else if (entry.kind === 'letter' && entry.letter !== null) {
      this.service.countLetter(entry.day, entry.letter);
    } else if (isClosing && entry.counts !== null) {
      this.service.countDay(entry.day, entry.counts);
    }
  }

  #packUse(pack: string): PackUse {
    const known = this.packs.get(pack);
    if (known !== undefined) return known;
    const fresh = { days: new Set<WallDay>(), rules: new Set<number>() };
    this.packs.set(pack, fresh);
    return fresh;
  }

  #isIn(day: WallDay): boolean {
    return this.#range === null || (day >= this.#range.first && day <= this.#range.last);
  }
}

/** Codes that every line has: skipped and bypassed. */
const WAYS = 2;
