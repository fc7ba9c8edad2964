import type { Condition, Facts, FactValue } from './condition.ts';

/** Kleene's third value: the facts at hand do not decide. */
export type Truth = boolean | 'unknown';

/** What a condition says about some facts, and which facts would have been needed to decide it. */
export interface Verdict {
  readonly truth: Truth;
  /** Facts that are absent or of another type than they are compared with; empty if decided. */
  readonly missing: readonly string[];
}

export type CompiledCondition = (facts: Facts) => Verdict;

/** Nesting a pack may use; a page of conditions deeper than this is a mistake or an attack. */
export const MAX_CONDITION_DEPTH = 8;

const TRUE: Verdict = { truth: true, missing: [] };
const FALSE: Verdict = { truth: false, missing: [] };

/**
 * Turns a condition into a closure over facts, three-valued (Kleene K3). A comparison with an absent fact, or between
 * values of different types, is `unknown`; nothing is ever coerced. `known` alone is always decided.
 * Throws RangeError if nested deeper than MAX_CONDITION_DEPTH.
 */
export function compileCondition(condition: Condition): CompiledCondition {
  return compileAt(condition, 1);
}

function compileAt(condition: Condition, depth: number): CompiledCondition {
  if (depth > MAX_CONDITION_DEPTH) throw new RangeError(`condition nested deeper than ${MAX_CONDITION_DEPTH}`);
  switch (condition.op) {
    case 'all':
      return join(
        condition.of.map((part) => compileAt(part, depth + 1)),
        false,
      );
    case 'any':
      return join(
        condition.of.map((part) => compileAt(part, depth + 1)),
        true,
      );
    case 'not':
      return negate(compileAt(condition.of, depth + 1));
    case 'known':
      return (facts) => (factOf(facts, condition.fact) === undefined ? FALSE : TRUE);
    case 'in':
      return join(
        condition.values.map((value) => comparison('eq', condition.fact, value)),
        true,
      );
    default:
      return comparison(condition.op, condition.fact, condition.value);
  }
}

/** `all` is decided by the first false part, `any` by the first true one; otherwise an unknown part leaves it open. */
function join(parts: readonly CompiledCondition[], decisive: boolean): CompiledCondition {
  return (facts) => {
    const missing = new Set<string>();
    for (const part of parts) {
      const verdict = part(facts);
      if (verdict.truth === decisive) return decisive ? TRUE : FALSE;
      for (const fact of verdict.missing) missing.add(fact);
    }
    if (missing.size > 0) return { truth: 'unknown', missing: [...missing] };
    return decisive ? FALSE : TRUE;
  };
}

function negate(part: CompiledCondition): CompiledCondition {
  return (facts) => {
    const verdict = part(facts);
    if (verdict.truth === 'unknown') return verdict;
    return verdict.truth ? FALSE : TRUE;
  };
}

type Comparison = Extract<Condition, { readonly value: FactValue }>['op'];

function comparison(op: Comparison, fact: string, wanted: FactValue): CompiledCondition {
  const open: Verdict = { truth: 'unknown', missing: [fact] };
  return (facts) => {
    const found = factOf(facts, fact);
    if (found === undefined || typeof found !== typeof wanted) return open;
    const truth = compare(op, found, wanted);
    if (truth === 'unknown') return open;
    return truth ? TRUE : FALSE;
  };
}

function compare(op: Comparison, found: FactValue, wanted: FactValue): Truth {
  if (op === 'eq') return found === wanted;
  if (op === 'ne') return found !== wanted;
  // Booleans have no order.
  if (typeof found === 'boolean') return 'unknown';
  if (op === 'lt') return found < wanted;
  if (op === 'le') return found <= wanted;
  if (op === 'gt') return found > wanted;
  return found >= wanted;
}

/** Own properties only, so that a fact called `constructor` is absent; NaN decides nothing and counts as absent. */
function factOf(facts: Facts, fact: string): FactValue | undefined {
  const found = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  return typeof found === 'number' && Number.isNaN(found) ? undefined : found;
}
