import type { WallDay } from '../time/wall-time.ts';
import type { DayRange } from './report-period.ts';

/** Sums that one person stated for some days together. */
export interface StatedCount extends DayRange {
  readonly person: number;
  readonly missed: number;
  readonly of: number;
  /** Of the hand-over. */
  readonly mark: number;
}

/** Figures of one subject by the smallest spans of days that any figure, now or released before, is made of. */
export class SubjectFigures {
  readonly stated: StatedCount[] = [];
  readonly #people: number;
  /** First day of each span; the last span ends where figures end. */
  readonly #starts: readonly WallDay[];
  readonly #missed: number[];
  readonly #of: number[];
  readonly #present: Uint8Array;

  /** `ranges`: of all figures; a span begins at each first day and after each last day. */
  constructor(ranges: readonly DayRange[], people: number) {
    const starts = new Set(ranges.flatMap(({ first, last }) => [first, last + 1]));
    this.#starts = [...starts].sort((a, b) => a - b);
    this.#people = people;
    this.#missed = this.#starts.map(() => 0);
    this.#of = this.#starts.map(() => 0);
    this.#present = new Uint8Array(this.#starts.length * people);
  }

  get spans(): readonly { readonly span: number; readonly start: WallDay }[] {
    return this.#starts.map((start, span) => ({ span, start }));
  }

  /** Counts lines of a day within one of the ranges. */
  addLines(person: number, day: WallDay, missed: number, of: number): void {
    const span = this.#spanOf(day);
    this.#missed[span] = (this.#missed[span] ?? 0) + missed;
    this.#of[span] = (this.#of[span] ?? 0) + of;
    this.#present[span * this.#people + person] = 1;
  }

  /** Sums of a range: its lines, and what was stated for days within it. */
  sumOf(range: DayRange): { readonly missed: number; readonly of: number } {
    let missed = 0;
    let of = 0;
    for (const span of this.spansIn(range)) {
      missed += this.#missed[span] ?? 0;
      of += this.#of[span] ?? 0;
    }
    for (const count of this.statedIn(range)) {
      missed += count.missed;
      of += count.of;
    }
    return { missed, of };
  }

  /** How many people stand behind a range. */
  countPeopleIn(range: DayRange): number {
    const isIn = new Uint8Array(this.#people);
    for (const span of this.spansIn(range)) {
      for (let person = 0; person < this.#people; person += 1) if (this.#isIn(span, person)) isIn[person] = 1;
    }
    for (const { person } of this.statedIn(range)) isIn[person] = 1;
    return isIn.reduce((sum, one) => sum + one, 0);
  }

  /** Who has lines in a span; no more than `most` of them. */
  peopleOfSpan(span: number, most: number): ReadonlySet<number> {
    const people = new Set<number>();
    for (let person = 0; person < this.#people && people.size < most; person += 1) {
      if (this.#isIn(span, person)) people.add(person);
    }
    return people;
  }

  #isIn(span: number, person: number): boolean {
    return this.#present[span * this.#people + person] === 1;
  }

  /** The first day of the span that a day lies in, as a range: it lies in whatever ranges the day does. */
  spanAround(day: WallDay): DayRange {
    const start = this.#starts[this.#spanOf(day)] ?? day;
    return { first: start, last: start };
  }

  statedIn({ first, last }: DayRange): readonly StatedCount[] {
    return this.stated.filter((count) => count.first >= first && count.last <= last);
  }

  /** Numbers of the spans that make up a range; the range must be one of those given. */
  spansIn({ first, last }: DayRange): readonly number[] {
    return this.#starts.flatMap((start, span) => (start >= first && start <= last ? [span] : []));
  }

  #spanOf(day: WallDay): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) <= day) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
}
