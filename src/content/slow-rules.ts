import type { RuleName } from '../messages/requests.ts';

/** Longer than this in one go a person feels. */
const TOO_LONG_MS = 50;
/**
 * So many slow times are too many. A clock cannot tell slow work from a computer that is busy with something else (a virus
 * scan in the morning): that makes anything slow now and then, but hardly so often without three quick times between.
 */
const TOO_OFTEN = 5;
/** All slow times are forgiven by so many quick ones in a row. */
const FORGIVEN_BY = 3;

interface Conduct {
  readonly slow: number;
  readonly quick: number;
}

/** What the rules ask of their owner. */
export interface RuleDuties {
  /** What rests on this site. */
  readonly resting: () => readonly RuleName[];
  /** From now on this rule rests on this page; it took so many ms. */
  readonly rest: (rule: RuleName, ms: number) => void;
  /** Time in ms that never goes back. */
  readonly now: () => number;
}

/** Switches our own work off where it takes too long, so that the page stays quick whatever we do in it. */
export class SlowRules {
  readonly #duties: RuleDuties;
  /** Of each rule that has been at work: the first time does not count, everything is cold then. */
  readonly #conduct = new Map<RuleName, Conduct>();

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
    const before = this.#conduct.get(rule);
    const isSlow = before !== undefined && ms > TOO_LONG_MS;
    const quick = isSlow ? 0 : (before?.quick ?? 0) + 1;
    const slow = quick >= FORGIVEN_BY ? 0 : (before?.slow ?? 0) + Number(isSlow);
    this.#conduct.set(rule, { slow, quick });
    if (isSlow && slow >= TOO_OFTEN) this.#duties.rest(rule, ms);
  }
}
