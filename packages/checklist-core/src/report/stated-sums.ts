import type { RuleSum, StatedConduct } from '../handover/handover.ts';

/** Sums that a hand-over states, in the room of their numbers: a province has tens of thousands of them. */
export interface StatedSums {
  readonly skipped: number;
  readonly bypassed: number;
  /** Ids; one list for all hand-overs that state the same rules. */
  readonly rules: readonly string[];
  /** Missed and of, for one rule after the other. */
  readonly counts: Float64Array;
}

/** Keeps equal lists of names once. */
export class SharedLists {
  readonly #lists = new Map<string, readonly string[]>();

  share(names: readonly string[]): readonly string[] {
    const key = JSON.stringify(names);
    const list = this.#lists.get(key) ?? names;
    this.#lists.set(key, list);
    return list;
  }
}

export function packStated({ rules, skipped, bypassed }: StatedConduct, lists: SharedLists): StatedSums {
  const counts = Float64Array.from(Object.values(rules).flatMap(({ missed, of }) => [missed, of]));
  return { skipped, bypassed, rules: lists.share(Object.keys(rules)), counts };
}

/** The sum of each rule. */
export function* ruleSums({ rules, counts }: StatedSums): Generator<readonly [rule: string, sum: RuleSum]> {
  for (const [index, rule] of rules.entries()) {
    yield [rule, { missed: counts[2 * index] ?? 0, of: counts[2 * index + 1] ?? 0 }];
  }
}
