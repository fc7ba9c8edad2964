/** A value a fact can have. `undefined` (absent) means unknown, never false or zero. */
export type FactValue = string | number | boolean;

/** Facts known when cues are selected. A missing key is an unknown fact. */
export type Facts = Readonly<Record<string, FactValue | undefined>>;

/** A condition over facts. Every node carries `op`: without a tag, a faulty pack would get no exact path. */
export type Condition =
  | { readonly op: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'; readonly fact: string; readonly value: FactValue }
  | { readonly op: 'in'; readonly fact: string; readonly values: readonly FactValue[] }
  | { readonly op: 'known'; readonly fact: string };
