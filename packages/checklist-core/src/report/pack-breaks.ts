import type { WallDay } from '../time/wall-time.ts';
import type { PackUse } from './counters.ts';
import type { DayRange } from './report-period.ts';

/** Whether a rule means the same in two versions of a pack (`id@version`, older first). */
export type SameRule = (packA: string, packB: string, rule: string) => boolean;

/** Which packs the figures of a rule come from, in any range of days. */
export class PackHistory {
  readonly #uses: readonly { readonly pack: string; readonly days: readonly WallDay[]; readonly rules: Set<number> }[];

  constructor(packs: ReadonlyMap<string, PackUse>) {
    this.#uses = [...packs].map(([pack, { days, rules }]) => ({
      pack,
      days: [...days].sort((a, b) => a - b),
      rules: new Set(rules),
    }));
  }

  packsIn({ first, last }: DayRange, rule: number): readonly string[] {
    return this.#uses
      .filter(({ days, rules }) => rules.has(rule) && (days[firstFrom(days, first)] ?? Infinity) <= last)
      .map(({ pack }) => pack);
  }
}

/** Whether figures of two periods must not be compared: a pack changed and nothing says that the rule is the same. */
export function isBreak(
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
  rule: string,
  sameRule: SameRule | undefined,
): boolean {
  return [...before].some((a) => [...after].some((b) => a !== b && sameRule?.(a, b, rule) !== true));
}

function firstFrom(days: readonly WallDay[], first: WallDay): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  return low;
}
