import { compileConditions } from './compile-condition.ts';
import type { Condition, Facts, FactValue } from './condition.ts';
import type { Cue } from './pack.ts';

/** The worst case of one pause point: how many cues, and under which facts. */
export interface CueCrowd {
  readonly count: number;
  readonly facts: Facts;
}

/** Combinations tried before giving up; a pack for people stays far below (the house’s finish has a few hundred). */
const MAX_COMBINATIONS = 50_000;
/** What all of them together may cost: a fraction of a second, whatever a pack was made for. */
const MAX_COMPARISONS = 5_000_000;

/**
 * The most cues that can be visible at once, or null if the conditions combine too many values to try them all.
 * Exact, not sampled: a condition only compares facts with the values written in it, so each fact is tried with one
 * value out of every range in which no comparison changes, and as unknown. A value of another type shows no more
 * than these: it leaves comparisons open, and what is true with them open stays true when they are decided.
 */
export function mostCuesAtOnce(cues: readonly Cue[]): CueCrowd | null {
  const candidates = candidateValues(cues);
  const combinations = [...candidates.values()].reduce((product, values) => product * values.length, 1);
  const leaves = cues.reduce((sum, { when }) => sum + (when === undefined ? 0 : leavesIn(when)), 0);
  if (combinations > MAX_COMBINATIONS || combinations * leaves > MAX_COMPARISONS) return null;
  const conditional = cues.flatMap(({ when }) => (when === undefined ? [] : [when]));
  const always = cues.length - conditional.length;
  const truthsOf = compileConditions(conditional);
  let worst: CueCrowd = { count: -1, facts: {} };
  for (const facts of combine([...candidates])) {
    const count = always + truthsOf(facts).filter((truth) => truth === true).length;
    if (count > worst.count) worst = { count, facts };
  }
  return worst;
}

function candidateValues(cues: readonly Cue[]): Map<string, readonly (FactValue | undefined)[]> {
  const written = new Map<string, Set<FactValue>>();
  for (const cue of cues) if (cue.when !== undefined) collect(cue.when, written);
  return new Map([...written].map(([fact, values]) => [fact, representatives([...values])]));
}

function leavesIn(condition: Condition): number {
  if ('of' in condition) {
    const parts = condition.op === 'not' ? [condition.of] : condition.of;
    return parts.reduce((sum, part) => sum + leavesIn(part), 0);
  }
  return condition.op === 'in' ? condition.values.length : 1;
}

function collect(condition: Condition, into: Map<string, Set<FactValue>>): void {
  if ('of' in condition) {
    for (const part of condition.op === 'not' ? [condition.of] : condition.of) collect(part, into);
  } else {
    const values = into.get(condition.fact) ?? new Set<FactValue>();
    into.set(condition.fact, values);
    for (const value of writtenIn(condition)) values.add(value);
  }
}

function writtenIn(leaf: Extract<Condition, { readonly fact: string }>): readonly FactValue[] {
  if (leaf.op === 'known') return [];
  return leaf.op === 'in' ? leaf.values : [leaf.value];
}

function representatives(written: readonly FactValue[]): (FactValue | undefined)[] {
  const texts = written.filter((value) => typeof value === 'string').sort();
  const numbers = written.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  const booleans = written.some((value) => typeof value === 'boolean') ? [true, false] : [];
  // Where nothing is compared, any value serves to be known.
  const bare = written.length === 0 ? [true] : [];
  return [undefined, ...textRanges(texts), ...numberRanges(numbers), ...booleans, ...bare];
}

/**
 * Every written text, the empty text, which comes before all, and the first text after each. The written ones first: of
 * two worst cases the first is told, and an author knows those.
 */
function textRanges(texts: readonly string[]): string[] {
  return texts.length === 0 ? [] : [...new Set([...texts, '', ...texts.map((text) => `${text}\u0000`)])];
}

/** Every written number, one beyond either end, and one between each two. */
function numberRanges(numbers: readonly number[]): number[] {
  const [least, greatest] = [numbers[0], numbers.at(-1)];
  if (least === undefined || greatest === undefined) return [];
  const between = numbers.slice(1).map((number, index) => number / 2 + (numbers[index] ?? number) / 2);
  return [...numbers, beyond(least, -1), beyond(greatest, 1), ...between];
}

/** The next whole number, as an author would say it; where numbers are too large to tell apart, the end of all. */
function beyond(number: number, step: 1 | -1): number {
  return number + step === number ? step * Number.POSITIVE_INFINITY : number + step;
}

function* combine(facts: readonly (readonly [string, readonly (FactValue | undefined)[]])[]): Generator<Facts> {
  const [first, ...rest] = facts;
  if (first === undefined) {
    yield {};
    return;
  }
  const [name, values] = first;
  for (const tail of combine(rest)) {
    for (const value of values) yield value === undefined ? tail : { [name]: value, ...tail };
  }
}
