import type { HandoverHeader, VerifiedHandover } from '../handover/handover.ts';
import type { ConductPart, LetterKind } from '../journal/entry.ts';
import type { WallDay } from '../time/wall-time.ts';
import { ConductCoder, decode, type Subject } from './conduct-coder.ts';
import { ConductCounts, countKey, type PackedCounts } from './conduct-counts.ts';
import type { PackUse } from './counters.ts';
import { LogTally } from './log-tally.ts';
import { Numbering } from './numbering.ts';
import { dayRange, halfMonthOf } from './report-period.ts';
import { type CountedService, type DayClosings, ServiceTally } from './service-tally.ts';
import { packStated, SharedLists } from './stated-sums.ts';
import type { TallySums, TallyView } from './tally.ts';
import type { TallyOptions } from './tally-options.ts';

/** What is needed of a verified hand-over beside its sums. */
export interface SummedHandover extends Pick<VerifiedHandover, 'file' | 'from' | 'to' | 'closed'> {
  readonly header: Pick<HandoverHeader, 'origin' | 'author' | 'key' | 'period' | 'stated'>;
}

/** One count that a conduct line makes, for a join in the engine that sums lines up. */
export interface LineCount {
  /** Number of what is counted, of this tally. */
  readonly subject: number;
  /** Count by day; else by the first day of its half-month, see `halfMonth`. */
  readonly byDay: boolean;
  readonly missed: boolean;
}

/** Sums of one log, subject and day. */
export interface ConductSum {
  readonly subject: number;
  readonly day: WallDay;
  readonly missed: number;
  readonly of: number;
  /** `entryMark` of its entries, combined by exclusive or. */
  readonly mark: number;
}

/**
 * A tally of sums that another engine made of rows (see `ReportRow`, which says how): each leaf once, practice left out,
 * voids and corrections netted out. `buildReport` makes the same report of it as of a `Tally` of the same hand-overs.
 * Days are days since 1970-01-01.
 */
export class SumTally {
  readonly #logs = new Map<string, { readonly log: LogTally; readonly counts: PackedCounts[] }>();
  readonly #files = new Set<string>();
  readonly #service = new ServiceTally();
  readonly #packs = new Map<string, PackUse>();
  readonly #subjects = new Numbering<Subject>('rules, cues and pause points');
  readonly #coder: ConductCoder;
  readonly #lists = new SharedLists();
  readonly #sums: TallySums = {
    entries: 0,
    practice: 0,
    voided: 0,
    corrected: 0,
    withoutRules: 0,
    closedService: 0,
    closedConduct: 0,
  };

  constructor(options: Omit<TallyOptions, 'period'> = {}) {
    this.#coder = new ConductCoder(options, this.#subjects);
  }

  /**
   * A hand-over that the sums are made of; the same file twice counts once.
   * @param packs of its entries, sorted.
   */
  addHandover({ header, file, from, to, closed }: SummedHandover, packs: readonly string[]): void {
    if (this.#files.has(file)) return;
    this.#files.add(file);
    const { log } = this.#logOf(header.origin);
    log.introduce(header);
    this.#sums.closedService += closed.service;
    this.#sums.closedConduct += closed.conduct;
    if (header.stated === null || from >= to) return;
    const sums = packStated(header.stated, this.#lists);
    log.stated.push({ ...dayRange(header.period), file, from, to, sums, packs: this.#lists.share(packs) });
  }

  /** Leaves `from` up to, not including, `to` of a log have open conduct lines: sums stated of them do not count. */
  addOpenConduct(origin: string, from: number, to: number): void {
    const { conduct } = this.#logOf(origin).log;
    for (let n = from; n < to; n += 1) conduct.add(n);
  }

  /** Finishes and corrections that stand, alike in all of this. */
  addEntries(entries: CountedService, count: number): void {
    this.#sums.entries += count;
    this.#service.countEntry(entries, count);
  }

  /** Letters of one kind that were printed on a day. */
  addLetters(day: WallDay, kind: LetterKind, count: number): void {
    this.#service.countLetter(day, kind, count);
  }

  /** What was said at the closings of a day, summed up over logs. */
  addClosings(day: WallDay, sums: DayClosings): void {
    this.#service.countClosings(day, sums);
  }

  /** Openings that were seen but do not count. */
  addLeft(why: 'practice' | 'voided' | 'corrected', count: number): void {
    this.#sums[why] += count;
  }

  /** What each occurrence of a conduct line counts. To be asked of every line of the rows, whether it counts or not. */
  countsOf(pack: string, pausePoint: string, conduct: ConductPart): readonly LineCount[] {
    return Array.from(this.#coder.codesOf(pack, pausePoint, conduct), decode);
  }

  /** How often a line counted. */
  addLines(pack: string, conduct: ConductPart, counts: readonly LineCount[], times: number): void {
    const rules = counts.filter(({ byDay }) => byDay);
    for (const { subject } of rules) this.#packUse(pack).rules.add(subject);
    const isInRates = !conduct.skipped && conduct.bypassed !== true;
    if (rules.length === 0 && isInRates) this.#sums.withoutRules += times;
  }

  /** A day on which lines of a pack counted. */
  addPackDay(pack: string, day: WallDay): void {
    this.#packUse(pack).days.add(day);
  }

  /** Conduct of one log; several times for one log if that is easier, each subject and day once. */
  addConduct(origin: string, sums: Iterable<ConductSum>): void {
    const counts = new ConductCounts();
    for (const { subject, day, missed, of, mark } of sums) counts.count(countKey(subject, day), missed, of, mark);
    if (counts.size > 0) this.#logOf(origin).counts.push(counts.pack());
  }

  /**
   * For `buildReport` alone.
   * @internal
   */
  view(): TallyView {
    const logs = [...this.#logs]
      .filter(([, { log }]) => log.authors.size > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([origin, { log, counts }]) => ({ origin, log, counts }));
    return {
      range: null,
      service: this.#service,
      logs,
      packs: this.#packs,
      sums: this.#sums,
      subjects: () => new Map(this.#subjects.entries()),
      served: this.#coder.served,
      handovers: this.#files.size,
      ruleOf: (packs, rule) => this.#coder.ruleOf(packs.at(-1) ?? '', rule),
    };
  }

  #logOf(origin: string) {
    const known = this.#logs.get(origin);
    if (known !== undefined) return known;
    const fresh = { log: new LogTally(), counts: [] };
    this.#logs.set(origin, fresh);
    return fresh;
  }

  #packUse(pack: string): PackUse {
    const known = this.#packs.get(pack);
    if (known !== undefined) return known;
    const fresh = { days: new Set<WallDay>(), rules: new Set<number>() };
    this.#packs.set(pack, fresh);
    return fresh;
  }
}

/** The day under which what is not counted by day is counted. */
export function halfMonth(day: WallDay): WallDay {
  return halfMonthOf(day).first;
}
