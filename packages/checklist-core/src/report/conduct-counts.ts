import type { WallDay } from '../time/wall-time.ts';
import type { DayRange } from './report-period.ts';

const MAX_COUNT = 0xff;

/** Days have 16 bits: 89 years each way from 2026. Fixed, so that no file can use the room up for others. */
const DAY_ZERO: WallDay = 20_454 - 0x8000;

/** First and last day that can be counted; a half-month before the first has its room too. */
export const COUNTED_DAYS: DayRange = { first: DAY_ZERO + 16, last: DAY_ZERO + 0xffff };

/** What is counted (a rule, a cue …) and on which day, as one number: its number in the upper 16 bits. */
export function countKey(subject: number, day: WallDay): number {
  return ((subject << 16) | (day - DAY_ZERO)) >>> 0;
}

/** Takes one person's counts for one subject and day. */
export type TakeCount = (day: WallDay, missed: number, of: number, mark: number) => void;

/** Counts of one hand-over while it streams by. */
export class ConductCounts {
  readonly #slots = new Map<number, number>();
  readonly #missed: number[] = [];
  readonly #of: number[] = [];
  readonly #marks: number[] = [];

  get size(): number {
    return this.#slots.size;
  }

  /** Counts `of` occasions. `mark`: of their entries, see `entryMark`. */
  count(key: number, missed: number, of: number, mark: number): void {
    const slot = this.#slots.get(key);
    if (slot === undefined) {
      this.#slots.set(key, this.#of.length);
      this.#of.push(of);
      this.#missed.push(missed);
      this.#marks.push(mark);
      return;
    }
    this.#of[slot] = (this.#of[slot] ?? 0) + of;
    this.#missed[slot] = (this.#missed[slot] ?? 0) + missed;
    this.#marks[slot] = (this.#marks[slot] ?? 0) ^ mark;
  }

  /** The same in 10 bytes a count, sorted by key. A count over 255 becomes several of the same key. */
  pack(): PackedCounts {
    const sizes = this.#of.map((of) => Math.max(1, Math.ceil(of / MAX_COUNT)));
    const packed = PackedCounts.ofLength(sizes.reduce((sum, size) => sum + size, 0));
    let at = 0;
    for (const key of Uint32Array.from(this.#slots.keys()).sort()) {
      const slot = this.#slots.get(key) ?? 0;
      let missed = this.#missed[slot] ?? 0;
      let of = this.#of[slot] ?? 0;
      let mark = this.#marks[slot] ?? 0;
      for (let part = 0; part < (sizes[slot] ?? 1); part += 1) {
        const partOf = Math.min(of, MAX_COUNT);
        const partMissed = Math.min(missed, partOf);
        packed.set(at, key, partMissed, partOf, mark);
        at += 1;
        of -= partOf;
        missed -= partMissed;
        mark = 0;
      }
    }
    return packed;
  }
}

/** Counts of one person, kept for the life of the tally. */
export class PackedCounts {
  static readonly NONE = PackedCounts.ofLength(0);
  readonly #keys: Uint32Array;
  readonly #values: Uint16Array;
  readonly #marks: Uint32Array;

  private constructor(length: number) {
    this.#keys = new Uint32Array(length);
    this.#values = new Uint16Array(length);
    this.#marks = new Uint32Array(length);
  }

  /** To be filled with `set`, in order of key. */
  static ofLength(length: number): PackedCounts {
    return new PackedCounts(length);
  }

  /** `missed` and `of` up to 255. */
  set(at: number, key: number, missed: number, of: number, mark: number): void {
    this.#keys[at] = key;
    this.#values[at] = (missed << 8) | of;
    this.#marks[at] = mark;
  }

  /** Both, sorted by key; equal keys stay beside each other. */
  and(other: PackedCounts): PackedCounts {
    if (this.#keys.length === 0) return other;
    if (other.#keys.length === 0) return this;
    const length = this.#keys.length + other.#keys.length;
    const merged = PackedCounts.ofLength(length);
    for (let at = 0, left = 0, right = 0; at < length; at += 1) {
      const fromLeft =
        right >= other.#keys.length ||
        (left < this.#keys.length && (this.#keys[left] ?? 0) <= (other.#keys[right] ?? 0));
      if (fromLeft) merged.#copy(at, this, left++);
      else merged.#copy(at, other, right++);
    }
    return merged;
  }

  /** Gives the counts of one subject, in order of day. */
  forSubject(subject: number, take: TakeCount): void {
    for (let at = this.#firstAt(countKey(subject, DAY_ZERO)); at < this.#keys.length; at += 1) {
      const key = this.#keys[at] ?? 0;
      if (key >>> 16 !== subject) return;
      const value = this.#values[at] ?? 0;
      take((key & 0xffff) + DAY_ZERO, value >>> 8, value & 0xff, this.#marks[at] ?? 0);
    }
  }

  #copy(at: number, from: PackedCounts, index: number): void {
    this.#keys[at] = from.#keys[index] ?? 0;
    this.#values[at] = from.#values[index] ?? 0;
    this.#marks[at] = from.#marks[index] ?? 0;
  }

  #firstAt(key: number): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#keys[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * 32 bits of a random id (FNV-1a). Marks of several are combined by exclusive or, so that two sets of entries of one
 * person can be told apart without keeping the ids.
 */
export function entryMark(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
