/** What the administrator set for every computer (`extension/managed_storage.json` describes the keys). */
export interface Policy {
  /** Portal profiles as they were written; whoever uses them checks each. */
  readonly portals: readonly unknown[];
  /** Ids of profiles whose hosts the overlay stays away from; `*`: all hosts. */
  readonly portalsOff: readonly string[];
  /** Names of keys that are unknown or hold something else than they should; they are as if they were not there. */
  readonly ignored: readonly string[];
}

type Known = Omit<Policy, 'ignored'>;

const KEYS: { readonly [K in keyof Known]: (value: unknown) => Known[K] | null } = {
  portals: (value) => (Array.isArray(value) ? value : null),
  portalsOff: (value) => (Array.isArray(value) && value.every((id) => typeof id === 'string') ? value : null),
};

/** Reads a policy key by key: what one key holds never costs another. */
export function policyOf(values: unknown): Policy {
  const given = typeof values === 'object' && values !== null ? Object.entries(values) : [];
  const read = given.map(([key, value]) => [key, isKnown(key) ? KEYS[key](value) : null] as const);
  const good = Object.fromEntries(read.filter(([, value]) => value !== null)) as Partial<Known>;
  const ignored = read.filter(([, value]) => value === null).map(([key]) => key);
  return { portals: good.portals ?? [], portalsOff: good.portalsOff ?? [], ignored };
}

function isKnown(key: string): key is keyof Known {
  return Object.hasOwn(KEYS, key);
}
