import type { DayCounts, LetterKind, OnTimeClass } from '../journal/entry.ts';
import type { WallDay } from '../time/wall-time.ts';

/** Sums of one day. */
export interface ServiceDay {
  entries: number;
  early: number;
  onTime: number;
  late: number;
  readonly letters: Record<LetterKind, number>;
  closings: number;
  received: number;
  readonly resolved: { early: number; onTime: number; late: number };
  lettersSent: number;
  promisesMade: number;
  promisesKept: number;
}

/** What is counted of an entry's service part. */
export interface CountedService {
  readonly day: WallDay;
  readonly onTime: OnTimeClass;
  readonly group: string | null;
  readonly outcome: string | null;
  readonly channel: string | null;
  readonly pausePoint: string;
}

/** What was said at closing, summed up. */
export interface DayClosings {
  readonly closings: number;
  readonly received: number;
  readonly resolved: { readonly early: number; readonly onTime: number; readonly late: number };
  readonly lettersSent: number;
  readonly promisesMade: number;
  readonly promisesKept: number;
}

type Counts = Map<string | null, number>;

/** Service counts: sums by day, and over all days by group, outcome, channel and pause point. */
export class ServiceTally {
  readonly days = new Map<WallDay, ServiceDay>();
  readonly groups: Counts = new Map();
  readonly outcomes: Counts = new Map();
  readonly channels: Counts = new Map();
  readonly pausePoints: Counts = new Map();

  /** Counts `count` entries that are alike in all of this. */
  countEntry({ day, onTime, group, outcome, channel, pausePoint }: CountedService, count = 1): void {
    const sums = this.#day(day);
    sums.entries += count;
    if (onTime === 'early') sums.early += count;
    else if (onTime === 'on-time') sums.onTime += count;
    else if (onTime === 'late') sums.late += count;
    bump(this.groups, group, count);
    bump(this.outcomes, outcome, count);
    bump(this.channels, channel, count);
    bump(this.pausePoints, pausePoint, count);
  }

  countLetter(day: WallDay, kind: LetterKind, count = 1): void {
    this.#day(day).letters[kind] += count;
  }

  countDay(day: WallDay, { received, resolved, letters, promises }: DayCounts): void {
    const said = { lettersSent: letters.sent, promisesMade: promises.made, promisesKept: promises.kept };
    this.countClosings(day, { closings: 1, received, resolved, ...said });
  }

  countClosings(day: WallDay, more: DayClosings): void {
    addClosings(this.#day(day), more);
  }

  /** Adds all of another tally. */
  addAll(other: ServiceTally): void {
    for (const [day, sums] of other.days) addDay(this.#day(day), sums);
    addCounts(this.groups, other.groups);
    addCounts(this.outcomes, other.outcomes);
    addCounts(this.channels, other.channels);
    addCounts(this.pausePoints, other.pausePoints);
  }

  #day(day: WallDay): ServiceDay {
    const known = this.days.get(day);
    if (known !== undefined) return known;
    const sums = emptyServiceDay();
    this.days.set(day, sums);
    return sums;
  }
}

export function emptyServiceDay(): ServiceDay {
  return {
    entries: 0,
    early: 0,
    onTime: 0,
    late: 0,
    letters: { congratulation: 0, condolence: 0, apology: 0 },
    closings: 0,
    received: 0,
    resolved: { early: 0, onTime: 0, late: 0 },
    lettersSent: 0,
    promisesMade: 0,
    promisesKept: 0,
  };
}

/** Adds `more` to `sums`. */
export function addDay(sums: ServiceDay, more: ServiceDay): void {
  sums.entries += more.entries;
  sums.early += more.early;
  sums.onTime += more.onTime;
  sums.late += more.late;
  sums.letters.congratulation += more.letters.congratulation;
  sums.letters.condolence += more.letters.condolence;
  sums.letters.apology += more.letters.apology;
  addClosings(sums, more);
}

function addClosings(sums: ServiceDay, more: DayClosings): void {
  sums.closings += more.closings;
  sums.received += more.received;
  sums.resolved.early += more.resolved.early;
  sums.resolved.onTime += more.resolved.onTime;
  sums.resolved.late += more.resolved.late;
  sums.lettersSent += more.lettersSent;
  sums.promisesMade += more.promisesMade;
  sums.promisesKept += more.promisesKept;
}

function addCounts(counts: Counts, more: Counts): void {
  for (const [name, count] of more) bump(counts, name, count);
}

function bump(counts: Counts, name: string | null, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}
