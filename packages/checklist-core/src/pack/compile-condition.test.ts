import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCondition, compileConditions, MAX_CONDITION_DEPTH, type Truth } from './compile-condition.ts';
import type { Condition, Facts, FactValue } from './condition.ts';
import { decidingLeaves, explainCondition, missingFacts } from './explain-condition.ts';

const names = ['outcome', 'tone', 'late', 'minutes'] as const;
const value: fc.Arbitrary<FactValue> = fc.oneof(
  fc.constantFrom('joy', 'grief', 'received', ''),
  fc.constantFrom(0, 1, 2.5, -3),
  fc.boolean(),
);
const facts: fc.Arbitrary<Facts> = fc.dictionary(fc.constantFrom(...names), value);

function conditions(withKnown: boolean): fc.Arbitrary<Condition> {
  const fact = fc.constantFrom(...names);
  const op = fc.constantFrom('eq', 'ne', 'lt', 'le', 'gt', 'ge' as const);
  const leaf: fc.Arbitrary<Condition> = fc.oneof(
    fc.record({ op, fact, value }),
    fc.record({ op: fc.constant('in' as const), fact, values: fc.array(value, { minLength: 1, maxLength: 3 }) }),
    ...(withKnown ? [fc.record({ op: fc.constant('known' as const), fact })] : []),
  );
  return fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      leaf,
      fc.record({
        op: fc.constantFrom('all', 'any' as const),
        of: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
      }),
      fc.record({ op: fc.constant('not' as const), of: tie('node') }),
    ),
  })).node;
}

/** The same meaning, spelled out slowly from Kleene's tables: false < unknown < true, `all` is min, `any` is max. */
function interpret(condition: Condition, known: Facts): Truth {
  const rank = (truth: Truth): number => (truth === 'unknown' ? 1 : truth ? 2 : 0);
  const truth = (number: number): Truth => (number === 1 ? 'unknown' : number === 2);
  if ('of' in condition) {
    if (condition.op === 'not') return truth(2 - rank(interpret(condition.of, known)));
    const ranks = condition.of.map((part) => rank(interpret(part, known)));
    return truth(condition.op === 'all' ? Math.min(2, ...ranks) : Math.max(0, ...ranks));
  }
  const found = known[condition.fact];
  if (condition.op === 'known') return found !== undefined;
  if (condition.op === 'in') {
    const { fact, values } = condition;
    return interpret({ op: 'any', of: values.map((one) => ({ op: 'eq', fact, value: one })) }, known);
  }
  if (found === undefined || typeof found !== typeof condition.value) return 'unknown';
  const before = found < condition.value;
  const same = found === condition.value;
  const order = typeof found === 'boolean' ? 'unknown' : null;
  const answers = {
    eq: same,
    ne: !same,
    lt: order ?? before,
    le: order ?? (before || same),
    gt: order ?? (!before && !same),
    ge: order ?? !before,
  } as const;
  return answers[condition.op];
}

const truthOf = (condition: Condition, known: Facts): Truth => compileCondition(condition)(known).truth;
const not = (of: Condition): Condition => ({ op: 'not', of });
const all = (...of: Condition[]): Condition => ({ op: 'all', of });
const any = (...of: Condition[]): Condition => ({ op: 'any', of });

/** Three conditions over one fact that are true, false and unknown. */
const byTruth: readonly (readonly [Truth, Condition])[] = [
  [true, { op: 'eq', fact: 'late', value: true }],
  [false, { op: 'eq', fact: 'late', value: false }],
  ['unknown', { op: 'eq', fact: 'tone', value: 'joy' }],
];
const late: Facts = { late: true };

describe('compileCondition', () => {
  it('follows Kleene’s tables', () => {
    for (const [left, a] of byTruth) {
      expect(truthOf(not(a), late)).toBe(left === 'unknown' ? 'unknown' : !left);
      for (const [right, b] of byTruth) {
        const both = left === false || right === false ? false : left === true && right === true ? true : 'unknown';
        const either = left === true || right === true ? true : left === false && right === false ? false : 'unknown';
        expect(truthOf(all(a, b), late)).toBe(both);
        expect(truthOf(any(a, b), late)).toBe(either);
      }
    }
  });

  it('never coerces: a comparison between types is unknown', () => {
    for (const [found, wanted] of [
      ['1', 1],
      [1, true],
      ['true', true],
      ['', false],
      [0, ''],
    ] as const) {
      for (const op of ['eq', 'ne', 'lt', 'ge'] as const) {
        expect(compileCondition({ op, fact: 'f', value: wanted })({ f: found })).toEqual({
          truth: 'unknown',
          missing: ['f'],
        });
      }
    }
  });

  it('has no order between booleans and no answer from NaN', () => {
    expect(truthOf({ op: 'lt', fact: 'f', value: true }, { f: false })).toBe('unknown');
    expect(truthOf({ op: 'ne', fact: 'f', value: 1 }, { f: Number.NaN })).toBe('unknown');
    expect(truthOf({ op: 'known', fact: 'f' }, { f: Number.NaN })).toBe(false);
  });

  it('takes an inherited property for an absent fact', () => {
    expect(truthOf({ op: 'known', fact: 'constructor' }, {})).toBe(false);
    expect(truthOf({ op: 'known', fact: 'toString' }, {})).toBe(false);
  });

  it('names the facts that are missing, each once, and none when decided', () => {
    const joy: Condition = { op: 'eq', fact: 'tone', value: 'joy' };
    const returned: Condition = { op: 'eq', fact: 'outcome', value: 'returned' };
    expect(compileCondition(all(joy, returned, not(joy)))({})).toEqual({
      truth: 'unknown',
      missing: ['tone', 'outcome'],
    });
    expect(compileCondition(all(joy, returned))({ tone: 'grief' })).toEqual({ truth: false, missing: [] });
  });

  it('gives many conditions the same answers at once, whatever was asked before', () => {
    fc.assert(
      fc.property(fc.array(conditions(true), { maxLength: 6 }), fc.array(facts, { maxLength: 4 }), (list, cases) => {
        const ask = compileConditions(list);
        for (const known of cases) expect(ask(known)).toEqual(list.map((condition) => interpret(condition, known)));
      }),
      { numRuns: 500 },
    );
  });

  it('reads a fact named like a property of every object only if it is there', () => {
    const odd: Condition = { op: 'eq', fact: 'valueOf', value: 'x' };
    const ask = compileConditions([odd, { op: 'known', fact: 'constructor' }]);
    expect(ask({})).toEqual(['unknown', false]);
    expect(ask({ valueOf: 'x', constructor: 3 } as unknown as Facts)).toEqual([true, true]);
    expect(ask({})).toEqual(['unknown', false]);
  });

  it('agrees with a naive interpreter', () => {
    fc.assert(
      fc.property(conditions(true), facts, (condition, known) => {
        const verdict = compileCondition(condition)(known);
        expect(verdict.truth).toBe(interpret(condition, known));
        expect(verdict.missing.length > 0).toBe(verdict.truth === 'unknown');
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps De Morgan, double negation, idempotence and absorption', () => {
    fc.assert(
      fc.property(conditions(true), conditions(true), facts, (a, b, known) => {
        const same = (left: Condition, right: Condition): void =>
          expect(truthOf(left, known)).toBe(truthOf(right, known));
        same(not(all(a, b)), any(not(a), not(b)));
        same(not(any(a, b)), all(not(a), not(b)));
        same(not(not(a)), a);
        same(all(a, a), a);
        same(any(a, all(a, b)), a);
        same(all(a, any(a, b)), a);
      }),
    );
  });

  it('never flips a decided answer when an unknown fact becomes known (conditions without `known`)', () => {
    fc.assert(
      fc.property(conditions(false), facts, facts, (condition, more, fewer) => {
        const some: Facts = Object.fromEntries(Object.entries(more).filter(([name]) => !Object.hasOwn(fewer, name)));
        const before = truthOf(condition, some);
        if (before !== 'unknown') expect(truthOf(condition, more)).toBe(before);
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses to nest without end', () => {
    const nested = (depth: number): Condition => (depth === 1 ? { op: 'known', fact: 'f' } : not(nested(depth - 1)));
    expect(() => compileCondition(nested(MAX_CONDITION_DEPTH))).not.toThrow();
    expect(() => compileCondition(nested(MAX_CONDITION_DEPTH + 1))).toThrow(RangeError);
    expect(() => compileCondition(nested(5000))).toThrow(RangeError);
  });
});

describe('explainCondition', () => {
  it('says which leaf makes a condition what it is', () => {
    const wait: Condition = { op: 'gt', fact: 'minutes', value: 30 };
    const received: Condition = { op: 'eq', fact: 'outcome', value: 'received' };
    const why = (condition: Condition, known: Facts) =>
      decidingLeaves(explainCondition(condition, known)).map(({ leaf, found }) => [leaf.fact, found]);
    expect(why(all(wait, received), { minutes: 10 })).toEqual([['minutes', 10]]);
    expect(why(all(wait, received), { minutes: 40 })).toEqual([['outcome', undefined]]);
    expect(why(any(wait, received), { minutes: 40, outcome: 'refused' })).toEqual([['minutes', 40]]);
    expect(why(not(any(wait, received)), { minutes: 1, outcome: 'refused' })).toEqual([
      ['minutes', 1],
      ['outcome', 'refused'],
    ]);
    expect(explainCondition(not(wait), { minutes: 40 })).toEqual({
      op: 'not',
      truth: false,
      of: [{ leaf: wait, truth: true, found: 40 }],
    });
  });

  it('comes to the same truth and the same missing facts as a compiled condition', () => {
    fc.assert(
      fc.property(conditions(true), facts, (condition, known) => {
        const { truth, missing } = compileCondition(condition)(known);
        expect(explainCondition(condition, known).truth).toBe(truth);
        expect(missingFacts(condition, known)).toEqual(missing);
      }),
      { numRuns: 1000 },
    );
  });

  it('names leaves that decide: with these facts alone the answer is the same', () => {
    fc.assert(
      fc.property(conditions(false), facts, (condition, known) => {
        const explained = explainCondition(condition, known);
        if (explained.truth === 'unknown') return;
        const needed = new Set(decidingLeaves(explained).map(({ leaf }) => leaf.fact));
        const fewer = Object.fromEntries(Object.entries(known).filter(([name]) => needed.has(name)));
        expect(explainCondition(condition, fewer).truth).toBe(explained.truth);
      }),
      { numRuns: 1000 },
    );
  });
});
