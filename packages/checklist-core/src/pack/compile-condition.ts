import type { Condition, ConditionComparison, ConditionLeaf, Facts, FactValue } from './condition.ts';
import { missingFacts } from './explain-condition.ts';

/** Kleene's third value: the facts at hand do not decide. */
export type Truth = boolean | 'unknown';

/** What a condition says about some facts, and which facts would have been needed to decide it. */
export interface Verdict {
  readonly truth: Truth;
  /** Facts that are absent or of another type than they are compared with; empty if decided. */
  readonly missing: readonly string[];
}

/** A condition made ready to be asked often. Never throws, whatever the facts are. */
export type CompiledCondition = (facts: Facts) => Verdict;

/** Nesting a pack may use; a page of conditions deeper than this is a mistake or an attack. */
export const MAX_CONDITION_DEPTH = 8;

/**
 * Truth as a number inside: `all` is the least, `any` the greatest, `not` the distance from YES. Closures that return
 * small integers stay free of allocation, and what is missing is only looked for when somebody asks.
 */
type Level = 0 | 1 | 2;
const NO = 0;
const OPEN = 1;
const YES = 2;

/** The values of the facts that some conditions ask for, each at its place; undefined if unknown. */
type Found = readonly (FactValue | undefined)[];
/** A comparison is a test of the facts found; a condition is one of the levels of its comparisons, each at its place. */
type LevelOf<Input> = (input: Input) => Level;

const TRUE: Verdict = { truth: true, missing: [] };
const FALSE: Verdict = { truth: false, missing: [] };

/**
 * Turns a condition into a closure over facts, three-valued (Kleene K3). A comparison with an absent fact, or between
 * values of different types, is `unknown`; nothing is ever coerced. `known` alone is always decided. Facts are
 * a plain object; one called like a property of every object (`constructor`) is absent unless owned, and so is NaN.
 * Throws RangeError if nested deeper than MAX_CONDITION_DEPTH.
 */
export function compileCondition(condition: Condition): CompiledCondition {
  const leaves = new Leaves();
  const levelOf = compileAt(condition, leaves, 1);
  return (facts) => {
    const level = levelOf(leaves.read(facts));
    if (level === YES) return TRUE;
    return level === NO ? FALSE : { truth: 'unknown', missing: missingFacts(condition, facts) };
  };
}

/**
 * Compiles many conditions to be asked of the same facts at once, such as all of a pause point: each fact is read one
 * time, each comparison is made one time however many conditions share it, and no reason is given (ask compileCondition
 * for one). Answers stand in the order of the conditions. Throws RangeError as compileCondition does.
 */
export function compileConditions(conditions: readonly Condition[]): (facts: Facts) => readonly Truth[] {
  const leaves = new Leaves();
  const levels = conditions.map((condition) => compileAt(condition, leaves, 1));
  return (facts) => {
    const read = leaves.read(facts);
    return levels.map((levelOf) => truthAt(levelOf(read)));
  };
}

function truthAt(level: Level): Truth {
  return level === OPEN ? 'unknown' : level === YES;
}

/** Gives each fact name a place, and reads facts into those places. */
class Slots {
  readonly #names: string[] = [];
  /** Names like `constructor`: every object seems to have them, so each is asked whether it is its own. */
  readonly #inherited: string[] = [];
  readonly #found: (FactValue | undefined)[] = [];

  of(fact: string): number {
    const known = this.#names.indexOf(fact);
    if (known >= 0) return known;
    if (fact in Object.prototype) this.#inherited.push(fact);
    return this.#names.push(fact) - 1;
  }

  /** The same array every time: it is only looked at before the next question. */
  read(facts: Facts): Found {
    const names = this.#names;
    const found = this.#found;
    for (let place = 0; place < names.length; place++) {
      const value = facts[names[place] ?? ''];
      found[place] = Number.isNaN(value) ? undefined : value;
    }
    for (const name of this.#inherited) if (!Object.hasOwn(facts, name)) found[names.indexOf(name)] = undefined;
    return found;
  }
}

/** Gives each different comparison a place: conditions of a pack ask the same few things again and again. */
class Leaves {
  readonly #slots = new Slots();
  readonly #places = new Map<string, number>();
  readonly #tests: LevelOf<Found>[] = [];
  readonly #levels: Level[] = [];

  of(leaf: ConditionLeaf): number {
    const key = keyOf(leaf);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.#tests.push(compileLeaf(leaf, this.#slots.of(leaf.fact))) - 1;
    this.#places.set(key, place);
    return place;
  }

  /** The same array every time, like that of the slots. */
  read(facts: Facts): readonly Level[] {
    const found = this.#slots.read(facts);
    const levels = this.#levels;
    const tests = this.#tests;
    // By index: an iterator of entries would cost as much as the comparisons themselves.
    for (let place = 0; place < tests.length; place++) levels[place] = tests[place]?.(found) ?? OPEN;
    return levels;
  }
}

/** NaN and the infinities have no JSON, so values are spelt by their type. */
function keyOf(leaf: ConditionLeaf): string {
  const values = leaf.op === 'known' ? [] : leaf.op === 'in' ? leaf.values : [leaf.value];
  return JSON.stringify([leaf.op, leaf.fact, ...values.flatMap((value) => [typeof value, String(value)])]);
}

function compileAt(condition: Condition, leaves: Leaves, depth: number): LevelOf<readonly Level[]> {
  if (!('of' in condition)) {
    const place = leaves.of(condition);
    return (levels) => levels[place] ?? OPEN;
  }
  // What it is made of stands one level deeper.
  if (depth >= MAX_CONDITION_DEPTH) throw new RangeError(`condition nested deeper than ${MAX_CONDITION_DEPTH}`);
  if (condition.op === 'not') return negate(compileAt(condition.of, leaves, depth + 1));
  const places: number[] = [];
  const parts: LevelOf<readonly Level[]>[] = [];
  for (const part of condition.of) {
    if ('of' in part) parts.push(compileAt(part, leaves, depth + 1));
    else places.push(leaves.of(part));
  }
  return condition.op === 'all' ? least(places, parts) : greatest(places, parts);
}

function negate<Input>(part: LevelOf<Input>): LevelOf<Input> {
  return (input) => {
    const level = part(input);
    return level === YES ? NO : level === NO ? YES : OPEN;
  };
}

/** `all`: decided by the first part that is false. Comparisons are looked up by place: a call would cost more. */
function least(places: readonly number[], parts: readonly LevelOf<readonly Level[]>[]): LevelOf<readonly Level[]> {
  return (levels) => {
    let lowest: Level = YES;
    for (const place of places) {
      const level = levels[place] ?? OPEN;
      if (level === NO) return NO;
      if (level < lowest) lowest = level;
    }
    for (const part of parts) {
      const level = part(levels);
      if (level === NO) return NO;
      if (level < lowest) lowest = level;
    }
    return lowest;
  };
}

/** `any`: decided by the first part that is true. */
function greatest(places: readonly number[], parts: readonly LevelOf<readonly Level[]>[]): LevelOf<readonly Level[]> {
  return (levels) => {
    let highest: Level = NO;
    for (const place of places) {
      const level = levels[place] ?? OPEN;
      if (level === YES) return YES;
      if (level > highest) highest = level;
    }
    for (const part of parts) {
      const level = part(levels);
      if (level === YES) return YES;
      if (level > highest) highest = level;
    }
    return highest;
  };
}

function compileLeaf(leaf: ConditionLeaf, place: number): LevelOf<Found> {
  switch (leaf.op) {
    case 'known':
      return (found) => (found[place] === undefined ? NO : YES);
    case 'in':
      return membership(place, leaf.values);
    case 'eq':
      return equality(place, leaf.value);
    case 'ne':
      return negate(equality(place, leaf.value));
    default:
      return order(place, leaf);
  }
}

/** Written out by type: a `typeof` against a constant costs half of one against a variable. */
function equality(place: number, wanted: FactValue): LevelOf<Found> {
  if (typeof wanted === 'string') {
    return (found) => (found[place] === wanted ? YES : typeof found[place] === 'string' ? NO : OPEN);
  }
  if (typeof wanted === 'number') {
    return (found) => (found[place] === wanted ? YES : typeof found[place] === 'number' ? NO : OPEN);
  }
  return (found) => (found[place] === wanted ? YES : typeof found[place] === 'boolean' ? NO : OPEN);
}

/** One of these. Beside a value of another type, none can be excluded, only found. */
function membership(place: number, values: readonly FactValue[]): LevelOf<Found> {
  const tests = values.map((value) => equality(place, value));
  return (found) => {
    let highest: Level = NO;
    for (const test of tests) {
      const level = test(found);
      if (level === YES) return YES;
      if (level > highest) highest = level;
    }
    return highest;
  };
}

/** Booleans have no order, and nothing is above or below NaN. */
function order(place: number, { op, value: wanted }: ConditionComparison): LevelOf<Found> {
  const below = op === 'lt' || op === 'le' ? YES : NO;
  const same = op === 'le' || op === 'ge' ? YES : NO;
  const above = below === YES ? NO : YES;
  if (typeof wanted === 'number' && !Number.isNaN(wanted)) {
    return (found) => {
      const value = found[place];
      if (typeof value !== 'number') return OPEN;
      return value < wanted ? below : value > wanted ? above : same;
    };
  }
  if (typeof wanted !== 'string') return () => OPEN;
  return (found) => {
    const value = found[place];
    if (typeof value !== 'string') return OPEN;
    return value < wanted ? below : value > wanted ? above : same;
  };
}
