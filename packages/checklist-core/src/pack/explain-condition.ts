import type { Truth } from './compile-condition.ts';
import type { Condition, ConditionLeaf, Facts, FactValue } from './condition.ts';

/**
 * Why a condition is true, false or open: its tree with the truth of every node, and at each leaf what was found
 * (undefined if the fact is unknown). Slow beside a compiled condition: for the moment somebody asks.
 */
export type Explanation =
  | { readonly op: 'all' | 'any' | 'not'; readonly truth: Truth; readonly of: readonly Explanation[] }
  | { readonly leaf: ConditionLeaf; readonly truth: Truth; readonly found: FactValue | undefined };

/** Says of every part of a condition what it comes to under these facts; the same truth as a compiled condition. */
export function explainCondition(condition: Condition, facts: Facts): Explanation {
  if (!('of' in condition)) {
    const found = ownFact(facts, condition.fact);
    return { leaf: condition, truth: leafTruth(condition, found), found };
  }
  const parts = condition.op === 'not' ? [condition.of] : condition.of;
  const of = parts.map((part) => explainCondition(part, facts));
  return {
    op: condition.op,
    truth: joined(
      condition.op,
      of.map(({ truth }) => truth),
    ),
    of,
  };
}

/** The leaves that made an explained condition what it is: of an open one the open leaves, else those that decided. */
export function decidingLeaves(explanation: Explanation): readonly Extract<Explanation, { leaf: unknown }>[] {
  if ('leaf' in explanation) return [explanation];
  const { op, truth, of } = explanation;
  if (op === 'not') return of.flatMap(decidingLeaves);
  // `all` is true by all its parts and false by any false one; `any` the other way about.
  return of.filter((part) => part.truth === truth).flatMap(decidingLeaves);
}

/** The facts that leave a condition open, in its order, each once; none if it is decided. */
export function missingFacts(condition: Condition, facts: Facts): readonly string[] {
  const explanation = explainCondition(condition, facts);
  if (explanation.truth !== 'unknown') return [];
  return [...new Set(decidingLeaves(explanation).map(({ leaf }) => leaf.fact))];
}

function joined(op: 'all' | 'any' | 'not', truths: readonly Truth[]): Truth {
  const [first] = truths;
  if (op === 'not') return first === 'unknown' || first === undefined ? 'unknown' : !first;
  const decisive = op === 'any';
  if (truths.includes(decisive)) return decisive;
  return truths.includes('unknown') ? 'unknown' : !decisive;
}

function leafTruth(leaf: ConditionLeaf, found: FactValue | undefined): Truth {
  if (leaf.op === 'known') return found !== undefined;
  if (found === undefined) return 'unknown';
  if (leaf.op !== 'in') return compared(leaf.op, found, leaf.value);
  return joined(
    'any',
    leaf.values.map((value) => compared('eq', found, value)),
  );
}

type Comparison = Extract<ConditionLeaf, { readonly value: FactValue }>['op'];

function compared(op: Comparison, found: FactValue, wanted: FactValue): Truth {
  if (typeof found !== typeof wanted) return 'unknown';
  if (op === 'eq') return found === wanted;
  if (op === 'ne') return found !== wanted;
  // Booleans have no order.
  if (typeof found === 'boolean') return 'unknown';
  if (op === 'lt') return found < wanted;
  if (op === 'le') return found <= wanted;
  return op === 'gt' ? found > wanted : found >= wanted;
}

/** Own properties only, so that a fact called `constructor` is absent; NaN decides nothing and counts as absent. */
function ownFact(facts: Facts, fact: string): FactValue | undefined {
  const found = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  return Number.isNaN(found) ? undefined : found;
}
