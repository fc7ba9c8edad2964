import type { RuleName } from '../messages/requests.ts';

/** Longer than this in one go a person feels. */
const TOO_LONG_MS = 50;
/**
 * So often in a row: the first time everything is cold, and a large page is read slowly once, then quickly where it
 * changed.
 */
const TIMES = 2;

/** Switches our own work off where it takes too long, so that the page stays quick whatever we do in it. */
export class SlowRules {
  readonly #report: (rule: RuleName, ms: number) => void;
  readonly #now: () => number;
  readonly #slow = new Map<RuleName, number>();
  #off: ReadonlySet<RuleName> = new Set();

  /** `now`: ms that never go back. */
  constructor(report: (rule: RuleName, ms: number) => void, now: () => number) {
    this.#report = report;
    this.#now = now;
  }

  /** What rests on this site, as the background knows it. */
  set off(rules: readonly RuleName[]) {
    this.#off = new Set(rules);
  }

  /** Does the work and answers what it gives; null where the rule rests. */
  run<T>(rule: RuleName, work: () => T): T | null {
    if (this.#off.has(rule)) return null;
    const begun = this.#now();
    try {
      return work();
    } finally {
      this.#took(rule, Math.round(this.#now() - begun));
    }
  }

  #took(rule: RuleName, ms: number): void {
    const times = ms > TOO_LONG_MS ? (this.#slow.get(rule) ?? 0) + 1 : 0;
    this.#slow.set(rule, times % TIMES);
    if (times < TIMES) return;
    this.#off = new Set([...this.#off, rule]);
    this.#report(rule, ms);
  }
}
