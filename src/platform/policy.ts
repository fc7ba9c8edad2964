/** What the administrator set for every computer (`extension/managed_storage.json` describes the keys). */
export interface Policy {
  /** Portal profiles as they were written; whoever uses them checks each. */
  readonly portals: readonly unknown[];
  /** Ids of profiles whose hosts the overlay stays away from; `*`: all hosts. */
  readonly portalsOff: readonly string[];
  /** Keys that are unknown or hold something else than they should, and entries of lists: `portalsOff[1]`. They are as if they were not there. */
  readonly ignored: readonly string[];
}

type Known = Omit<Policy, 'ignored'>;

/** What of a list can be used, and where the rest of it stands. */
interface Listed<T> {
  readonly good: readonly T[];
  readonly bad: readonly number[];
}

const KEYS = {
  portals: (value: unknown) => listed(value, (entry): entry is unknown => entry !== undefined),
  // Who wants something switched off must not fail by what stands beside it.
  portalsOff: (value: unknown) => listed(value, (entry) => typeof entry === 'string'),
} satisfies { readonly [K in keyof Known]: (value: unknown) => Listed<Known[K][number]> | null };

/** Reads a policy key by key and entry by entry: what one holds never costs another. */
export function policyOf(values: unknown): Policy {
  const given = typeof values === 'object' && values !== null ? Object.entries(values) : [];
  const read = given.map(([key, value]) => [key, isKnown(key) ? KEYS[key](value) : null] as const);
  const good = Object.fromEntries(read.map(([key, list]) => [key, list?.good])) as Partial<Known>;
  const ignored = read.flatMap(([key, list]) => (list === null ? [key] : list.bad.map((at) => `${key}[${at}]`)));
  return { portals: good.portals ?? [], portalsOff: good.portalsOff ?? [], ignored };
}

function listed<T>(value: unknown, fits: (entry: unknown) => entry is T): Listed<T> | null {
  if (!Array.isArray(value)) return null;
  return { good: value.filter(fits), bad: [...value.keys()].filter((at) => !fits(value[at])) };
}

function isKnown(key: string): key is keyof Known {
  return Object.hasOwn(KEYS, key);
}
