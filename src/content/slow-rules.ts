import type { RuleName } from '../messages/requests.ts';

/** Longer than this in one go a person feels. */
const TOO_LONG_MS = 50;
/**
 * One slow time is forgiven by so many quick ones: the first time everything is cold, and a large page is read slowly
 * once, then quickly where it changed. Slow twice without them, and the rule rests.
 */
const FORGIVEN_BY = 3;

/** What the rules ask of their owner. */
export interface RuleDuties {
  /** What rests on this site. */
  readonly resting: () => readonly RuleName[];
  /** From now on this rule rests here; it took so many ms. */
  readonly rest: (rule: RuleName, ms: number) => void;
  /** Time in ms that never goes back. */
  readonly now: () => number;
}

/** Switches our own work off where it takes too long, so that the page stays quick whatever we do in it. */
export class SlowRules {
  readonly #duties: RuleDuties;
  /** How many quick times each rule still needs to be forgiven. */
  readonly #slow = new Map<RuleName, number>();

  constructor(duties: RuleDuties) {
    this.#duties = duties;
  }

  /** Does the work and answers what it gives; null where the rule rests. */
  run<T>(rule: RuleName, work: () => T): T | null {
    const { resting, now } = this.#duties;
    if (resting().includes(rule)) return null;
    const begun = now();
    try {
      return work();
    } finally {
      this.#took(rule, Math.round(now() - begun));
    }
  }

  #took(rule: RuleName, ms: number): void {
    const before = this.#slow.get(rule) ?? 0;
    const slow = ms > TOO_LONG_MS;
    this.#slow.set(rule, slow ? FORGIVEN_BY : Math.max(0, before - 1));
    if (slow && before > 0) this.#duties.rest(rule, ms);
  }
}
