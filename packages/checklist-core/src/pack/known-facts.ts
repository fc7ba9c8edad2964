import type { Facts, FactValue } from './condition.ts';

/** Facts out of values that may be `null` or absent: both mean unknown, and are left out. */
export function knownFacts(values: Readonly<Record<string, FactValue | null | undefined>>): Facts {
  const facts: Record<string, FactValue> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined) facts[name] = value;
  }
  return facts;
}
