import type { HandoverHeader, SharedEntry, VerifiedHandover } from '../handover/handover.ts';
import type { ServicePart } from '../journal/entry.ts';
import { parseDay, type WallDay } from '../time/wall-time.ts';
import { ConductCoder, type Subject } from './conduct-coder.ts';
import { COUNTED_DAYS, type PackedCounts } from './conduct-counts.ts';
import { Counters, type PackUse } from './counters.ts';
import { EntryBits } from './entry-bits.ts';
import { LogTally } from './log-tally.ts';
import { Numbering } from './numbering.ts';
import { type DayRange, dayRange } from './report-period.ts';
import type { RunEntry } from './run-entry.ts';
import { ServiceTally } from './service-tally.ts';
import { packStated, SharedLists } from './stated-sums.ts';
import type { HandoverTally, TallyOptions } from './tally-options.ts';

/** Everything counted so far, as a report needs it. */
export interface TallyView {
  readonly range: DayRange | null;
  readonly service: ServiceTally;
  readonly logs: readonly {
    readonly origin: string;
    readonly log: LogTally;
    readonly counts: readonly PackedCounts[];
  }[];
  subjects(): ReadonlyMap<number, Subject>;
  readonly packs: ReadonlyMap<string, PackUse>;
  readonly served: ReadonlyMap<number, ReadonlySet<number>>;
  readonly sums: TallySums;
  readonly handovers: number;
  /** Number of a rule that a hand-over with entries of these packs states. */
  ruleOf(packs: readonly string[], rule: string): number;
}

/** Numbers of entries. */
export interface TallySums {
  entries: number;
  practice: number;
  voided: number;
  corrected: number;
  withoutRules: number;
  closedService: number;
  closedConduct: number;
}

/**
 * Counts hand-overs into a report: sums per person and day, never entries. A leaf counts once however many files list
 * it, a file given twice changes nothing, and the order of the files does not matter; only where one file closes the
 * service part of a leaf and another opens it, the one that comes first decides with which entries of its day it nets
 * out. Memory: about 10 bytes per person, rule and day with opened conduct lines, 4 bits per leaf, and the entries of
 * the days at the edges of files whose neighbour has not come.
 */
export class Tally {
  readonly #range: DayRange | null;
  readonly #logs = new Map<string, LogTally>();
  readonly #files = new Set<string>();
  readonly #service = new ServiceTally();
  readonly #packs = new Map<string, PackUse>();
  readonly #subjects = new Numbering<Subject>('rules, cues and pause points');
  readonly #lists = new SharedLists();
  readonly #dayNumbers = new Map<string, WallDay>();
  readonly #coder: ConductCoder;
  readonly #sums: TallySums = {
    entries: 0,
    practice: 0,
    voided: 0,
    corrected: 0,
    withoutRules: 0,
    closedService: 0,
    closedConduct: 0,
  };

  /** @throws RangeError if the period is none. */
  constructor(options: TallyOptions = {}) {
    this.#range = options.period === undefined ? null : dayRange(options.period);
    this.#coder = new ConductCoder(options, this.#subjects);
  }

  /**
   * Begins a hand-over. One hand-over of a log at a time: end it with `commit` or `drop` before the next.
   * @throws Error if another hand-over of the same log is not ended; RangeError if its period is none.
   */
  begin(header: HandoverHeader): HandoverTally {
    const period = dayRange(header.period);
    const log = this.#logs.get(header.origin) ?? new LogTally();
    if (log.isOpen) throw new Error(`a hand-over of ${header.origin} is still being counted: commit or drop it first`);
    log.isOpen = true;
    this.#logs.set(header.origin, log);
    return this.#handoverTally(header, period, log);
  }

  /**
   * A view of what is counted by now, for `buildReport` alone. Counting on changes it: make a new one for a new report.
   * @internal
   */
  view(): TallyView {
    const service = new ServiceTally();
    service.addAll(this.#service);
    const sums = { ...this.#sums };
    const packs = new Map([...this.#packs].map(([pack, use]) => [pack, copyUse(use)]));
    const logs = [...this.#logs]
      .filter(([, { authors }]) => authors.size > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([origin, log]) => {
        const rest = this.#counters();
        for (const { run } of log.heldRuns()) rest.countRun(run, () => undefined);
        const conduct = rest.conduct();
        service.addAll(rest.service);
        addSums(sums, rest);
        addPacks(packs, rest.packs);
        // Not merged: that would copy all counts of the log.
        return { origin, log, counts: [log.counts, conduct.pack()] };
      });
    return {
      range: this.#range,
      service,
      logs,
      packs,
      sums,
      subjects: () => new Map(this.#subjects.entries()),
      served: this.#coder.served,
      handovers: this.#files.size,
      ruleOf: (ofPacks, rule) => this.#coder.ruleOf(ofPacks.at(-1) ?? '', rule),
    };
  }

  #handoverTally(header: HandoverHeader, period: DayRange, log: LogTally): HandoverTally {
    const reading = new LogReading(log, header.before.size, this.#counters());
    const end = () => {
      if (!log.isOpen || reading.ended) throw new Error('this hand-over was ended before');
      reading.ended = true;
      log.isOpen = false;
    };
    return {
      add: (entry) => {
        if (reading.ended) throw new Error('this hand-over was ended before');
        const named = this.#subjects.size;
        reading.add(entry, entry.service === null ? null : this.#runEntry(entry, entry.service));
        reading.newNames += this.#subjects.size - named;
        if (reading.newNames > MAX_NEW_NAMES) {
          throw new RangeError(
            `line ${entry.line}: more than ${MAX_NEW_NAMES} new rules and cues: drop this hand-over`,
          );
        }
      },
      commit: (verified) => {
        if (verified.header.origin !== header.origin) throw new Error('verified is another log: commit its own tally');
        end();
        return this.#commit(verified, period, log, reading);
      },
      drop: end,
    };
  }

  #commit(verified: VerifiedHandover, period: DayRange, log: LogTally, reading: LogReading) {
    const { header, file, closed } = verified;
    if (this.#files.has(file)) return 'same-file';
    this.#files.add(file);
    log.introduce(header);
    reading.finish();
    const { counters, news } = reading;
    for (const { run, complete } of log.heldRuns()) {
      if (!complete) continue;
      counters.countRun(run, (n) => log.netted.add(n));
      for (const { n } of run) log.held.delete(n);
    }
    const conduct = counters.conduct();
    this.#service.addAll(counters.service);
    addSums(this.#sums, counters);
    addPacks(this.#packs, counters.packs);
    this.#sums.closedService += closed.service;
    this.#sums.closedConduct += closed.conduct;
    if (conduct.size > 0) log.counts = log.counts.and(conduct.pack());
    const states = header.stated !== null && verified.from < verified.to && this.#isWithin(period);
    if (header.stated !== null && states) {
      const packs = this.#lists.share([...reading.packs].sort());
      const sums = packStated(header.stated, this.#lists);
      log.stated.push({ ...period, file, from: verified.from, to: verified.to, sums, packs });
    }
    return news > 0 || states ? 'counted' : 'nothing-new';
  }

  #isWithin({ first, last }: DayRange): boolean {
    return this.#range === null || (first >= this.#range.first && last <= this.#range.last);
  }

  #counters(): Counters {
    return new Counters(this.#range);
  }

  #runEntry({ n, id, conduct }: SharedEntry, service: ServicePart): RunEntry {
    const { kind, half, pack, practice, of, onTime, group, outcome, channel, pausePoint } = service;
    return {
      n,
      id,
      kind,
      half,
      pack,
      practice,
      of,
      onTime,
      group,
      outcome,
      channel,
      pausePoint,
      day: this.#dayNumber(service.day),
      letter: service.letter ?? null,
      counts: service.counts ?? null,
      codes: conduct === null ? null : this.#coder.codesOf(pack, pausePoint, conduct),
      newService: true,
      newConduct: conduct !== null,
    };
  }

  #dayNumber(day: string): WallDay {
    const known = this.#dayNumbers.get(day);
    if (known !== undefined) return known;
    const number = parseDay(day);
    if (number === null || number < COUNTED_DAYS.first || number > COUNTED_DAYS.last) {
      throw new RangeError(`entry of day ${day}: not a day that can be counted: drop this hand-over`);
    }
    this.#dayNumbers.set(day, number);
    return number;
  }
}

/** Most new rules, cues and pause points that one hand-over may name: more than several packs hold. */
const MAX_NEW_NAMES = 2000;

/** One file of a log while it streams by: cuts it into days and keeps what is not complete. */
class LogReading {
  readonly counters: Counters;
  readonly packs = new Set<string>();
  ended = false;
  newNames = 0;
  /** Parts not seen in another file. */
  news = 0;
  readonly #log: LogTally;
  readonly #listed = new EntryBits();
  readonly #service = new EntryBits();
  readonly #conduct = new EntryBits();
  readonly #netted = new EntryBits();
  readonly #held: RunEntry[] = [];
  #run: RunEntry[] = [];
  #startsHere: boolean;
  #next: number;
  #lastPack = '';

  constructor(log: LogTally, from: number, counters: Counters) {
    this.#log = log;
    this.counters = counters;
    this.#next = from;
    this.#startsHere = from === 0;
  }

  /** `entry` is null where the service part is closed, as it always is on a day page: no day ends with it. */
  add({ n }: SharedEntry, entry: RunEntry | null): void {
    if (n !== this.#next) this.#endRun(false);
    this.#next = n + 1;
    this.#listed.add(n);
    if (entry === null) {
      // Another file opens it: only together do they say what the day held.
      if (this.#log.service.has(n)) this.#endRun(false);
      return;
    }
    if (this.#run[0] !== undefined && this.#run[0].day !== entry.day) this.#endRun(true);
    this.#take(entry);
  }

  /** Hands over to the log all that was read. */
  finish(): void {
    this.#endRun(false);
    this.#log.listed.addAll(this.#listed);
    this.#log.service.addAll(this.#service);
    this.#log.conduct.addAll(this.#conduct);
    this.#log.netted.addAll(this.#netted);
    for (const entry of this.#held) this.#log.hold(entry);
  }

  #take(entry: RunEntry): void {
    const log = this.#log;
    entry.newService = !log.service.has(entry.n);
    entry.newConduct = entry.codes !== null && !log.conduct.has(entry.n);
    if (entry.newService) this.news += 1;
    if (entry.newConduct) this.news += 1;
    this.#service.add(entry.n);
    if (entry.codes !== null) this.#conduct.add(entry.n);
    if (entry.pack !== this.#lastPack) this.packs.add(entry.pack);
    this.#lastPack = entry.pack;
    this.#run.push(entry);
  }

  /** `complete`: an entry of another day follows, with nothing but closed leaves between. */
  #endRun(complete: boolean): void {
    const run = this.#run;
    const whole = complete && this.#startsHere;
    this.#run = [];
    this.#startsHere = complete;
    if (run.length === 0) return;
    const isFresh = (entry: RunEntry) => entry.newService && !this.#log.held.has(entry.n);
    if (whole && run.every(isFresh)) this.counters.countRun(run, (n) => this.#netted.add(n));
    else for (const entry of run) this.#keep(entry);
  }

  #keep(entry: RunEntry): void {
    if (!this.#log.isSettled(entry.n)) this.#held.push(entry);
    else if (entry.newConduct && !this.#log.netted.has(entry.n)) this.counters.countConduct(entry);
  }
}

function addSums(sums: TallySums, { entries, practice, voided, corrected, withoutRules }: Counters): void {
  sums.entries += entries;
  sums.practice += practice;
  sums.voided += voided;
  sums.corrected += corrected;
  sums.withoutRules += withoutRules;
}

function addPacks(packs: Map<string, PackUse>, more: ReadonlyMap<string, PackUse>): void {
  for (const [pack, use] of more) {
    const known = packs.get(pack);
    if (known === undefined) {
      packs.set(pack, copyUse(use));
      continue;
    }
    for (const day of use.days) known.days.add(day);
    for (const rule of use.rules) known.rules.add(rule);
  }
}

function copyUse({ days, rules }: PackUse): PackUse {
  return { days: new Set(days), rules: new Set(rules) };
}
