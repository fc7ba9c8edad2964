/** A value a fact can have. `undefined` (absent) means unknown, never false or zero. */
export type FactValue = string | number | boolean;

/** Facts known when cues are selected: a plain object. A missing key is an unknown fact. */
export type Facts = Readonly<Record<string, FactValue | undefined>>;

/** A comparison of one fact with the value written in the pack. */
export interface ConditionComparison {
  readonly op: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';
  readonly fact: string;
  readonly value: FactValue;
}

/** What stands at the end of every branch: something said about one fact. */
export type ConditionLeaf =
  | ConditionComparison
  | { readonly op: 'in'; readonly fact: string; readonly values: readonly FactValue[] }
  | { readonly op: 'known'; readonly fact: string };

/** A comparison with a parameter of the pack, as its file has it; replaced by the parameter's value when it is read. */
export interface ParameterComparison {
  readonly op: ConditionComparison['op'];
  readonly fact: string;
  readonly param: string;
}

/** A tree of leaves. Every node carries `op`: without a tag, a faulty pack would get no exact path. */
export type ConditionOf<Leaf> =
  | { readonly op: 'all' | 'any'; readonly of: readonly ConditionOf<Leaf>[] }
  | { readonly op: 'not'; readonly of: ConditionOf<Leaf> }
  | Leaf;

/** A condition over facts, ready to be asked. */
export type Condition = ConditionOf<ConditionLeaf>;

/** A condition as a pack file writes it: leaves may name parameters. */
export type WrittenCondition = ConditionOf<ConditionLeaf | ParameterComparison>;
