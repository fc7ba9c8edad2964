import { type Condition, compileConditions, type Facts, type FactValue } from 'checklist-core';
import jsonLogic, { type RulesLogic } from 'json-logic-js';
import { Engine, type TopLevelCondition } from 'json-rules-engine';
import { contest, type Standing } from './contest.ts';

/*
 * A pack of 60 items, 40 of them conditional with 100 leaves together, on 10,000 pages whose facts are all known: the only
 * pages on which the peers say what they mean. Every engine's answers are compared before anything is timed.
 */
const ITEMS = 60;
const CONTEXTS = 10_000;
const CHANNELS = ['direct', 'online', 'post'] as const;
const GROUPS = ['a', 'b', 'c', 'd', 'e'] as const;

/** Leaves in turn, so that 40 conditions have 100: 20 with one, 10 with three, 10 with five. */
function conditionOf(item: number): Condition | null {
  if (item >= 40) return null;
  const size = item < 20 ? 1 : item < 30 ? 3 : 5;
  const leaves = Array.from({ length: size }, (_, index) => leafOf(item * 7 + index));
  if (size === 1) return leaves[0] ?? null;
  return size === 3
    ? { op: 'all', of: leaves }
    : { op: 'any', of: [{ op: 'all', of: leaves.slice(0, 3) }, ...leaves.slice(3)] };
}

function leafOf(seed: number): Condition {
  switch (seed % 4) {
    case 0:
      return { op: 'eq', fact: 'channel', value: CHANNELS[seed % 3] ?? 'direct' };
    case 1:
      return { op: 'le', fact: 'hoursLeft', value: seed % 16 };
    case 2:
      return { op: 'eq', fact: 'late', value: seed % 8 === 2 };
    default:
      return { op: 'in', fact: 'group', values: [GROUPS[seed % 5] ?? 'a', GROUPS[(seed + 2) % 5] ?? 'b'] };
  }
}

function factsOf(page: number): Facts {
  return {
    channel: CHANNELS[page % 3],
    hoursLeft: (page * 7) % 40,
    late: page % 5 === 0,
    group: GROUPS[(page * 3) % 5],
  };
}

function toJsonLogic(condition: Condition): RulesLogic {
  switch (condition.op) {
    case 'all':
      return { and: condition.of.map(toJsonLogic) };
    case 'any':
      return { or: condition.of.map(toJsonLogic) };
    case 'in':
      return { in: [{ var: condition.fact }, condition.values.map(String)] } as RulesLogic;
    case 'le':
      return { '<=': [{ var: condition.fact }, condition.value] } as RulesLogic;
    case 'eq':
      return { '===': [{ var: condition.fact }, condition.value] } as RulesLogic;
    default:
      throw new Error(`not used in this bench: ${condition.op}`);
  }
}

type EngineLeaf = { readonly fact: string; readonly operator: string; readonly value: unknown };

function toEngine(condition: Condition): EngineLeaf | { all: unknown[] } | { any: unknown[] } {
  switch (condition.op) {
    case 'all':
      return { all: condition.of.map(toEngine) };
    case 'any':
      return { any: condition.of.map(toEngine) };
    case 'in':
      return { fact: condition.fact, operator: 'in', value: condition.values };
    case 'le':
      return { fact: condition.fact, operator: 'lessThanInclusive', value: condition.value };
    case 'eq':
      return { fact: condition.fact, operator: 'equal', value: condition.value };
    default:
      throw new Error(`not used in this bench: ${condition.op}`);
  }
}

const conditions = Array.from({ length: ITEMS }, (_, item) => conditionOf(item));
const pages = Array.from({ length: CONTEXTS }, (_, page) => factsOf(page));

/** Which items are shown, as text of 0 and 1. */
type Answer = string;

/** Place of each item's condition in the compiled list; null for the items that are always shown. */
const conditional = conditions.filter((condition) => condition !== null);
const compiled = compileConditions(conditional);
const places = conditions.map((condition) => (condition === null ? null : conditional.indexOf(condition)));

function ours(facts: Facts): Answer {
  const truths = compiled(facts);
  return places.map((place) => (place === null || truths[place] === true ? '1' : '0')).join('');
}

function countOurs(): number {
  let shown = 0;
  for (const facts of pages) {
    const truths = compiled(facts);
    for (const place of places) if (place === null || truths[place] === true) shown += 1;
  }
  return shown;
}

const logics = conditions.map((condition) => (condition === null ? null : toJsonLogic(condition)));

function theirLogic(facts: Facts): Answer {
  let answer = '';
  for (const logic of logics) answer += logic === null || jsonLogic.apply(logic, facts) ? '1' : '0';
  return answer;
}

function rulesEngine(): Engine {
  const engine = new Engine();
  for (const [item, condition] of conditions.entries()) {
    if (condition === null) continue;
    const root = toEngine(condition);
    const top = ('fact' in root ? { all: [root] } : root) as TopLevelCondition;
    engine.addRule({ conditions: top, event: { type: String(item) } });
  }
  return engine;
}

async function theirEngine(engine: Engine, facts: Facts): Promise<Answer> {
  const { events } = await engine.run(facts as Record<string, FactValue>);
  const shown = new Set(events.map(({ type }) => Number(type)));
  return conditions.map((condition, item) => (condition === null || shown.has(item) ? '1' : '0')).join('');
}

function pageAt(index: number): Facts {
  const page = pages[index];
  if (page === undefined) throw new Error(`no page ${index}`);
  return page;
}

/** Throws unless all engines show the same items on every page (json-rules-engine: on every twentieth, it is slow). */
async function agree(engine: Engine): Promise<void> {
  for (const [index, facts] of pages.entries()) {
    const answer = ours(facts);
    if (theirLogic(facts) !== answer) throw new Error(`json-logic-js differs on page ${index}`);
    if (index % 20 === 0 && (await theirEngine(engine, facts)) !== answer)
      throw new Error(`json-rules-engine differs on page ${index}`);
  }
}

function count(tests: readonly (((facts: Facts) => unknown) | null)[]): number {
  let shown = 0;
  for (const facts of pages) for (const test of tests) if (test === null || test(facts) === true) shown += 1;
  return shown;
}

const ENGINE_PAGES = 50;

async function runEngine(engine: Engine): Promise<void> {
  for (let page = 0; page < ENGINE_PAGES; page += 1) await engine.run(pageAt(page) as Record<string, FactValue>);
}

/** Conditions with three-valued logic against engines with two. */
export async function conditionsBench(): Promise<Standing[]> {
  const engine = rulesEngine();
  await agree(engine);
  const theirs = () =>
    count(logics.map((logic) => (logic === null ? null : (facts: Facts) => jsonLogic.apply(logic, facts))));
  const units = ITEMS * CONTEXTS;
  return contest('conditions, 60 items × 10,000 pages', { name: 'checklist-core', run: countOurs, units }, [
    { name: 'json-logic-js 2.0.5', run: theirs, units, wanted: 10 },
    { name: 'json-rules-engine 7.3.1', run: () => runEngine(engine), units: ITEMS * ENGINE_PAGES, wanted: 300 },
  ]);
}
