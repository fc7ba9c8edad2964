import type { FactValue, WrittenCondition } from './condition.ts';
import type { FactDeclaration } from './pack.ts';
import { faultAt, type PackFault, type PathPart } from './pack-fault.ts';
import type { WrittenPack } from './written-pack.ts';

type Leaf = Exclude<WrittenCondition, { readonly of: unknown }>;

/**
 * Are the facts that conditions ask for declared, and compared with values they can have? Declarations are the pack's
 * own and the house's; where neither declares any, nothing can be said and nothing is.
 */
export function factFaults(pack: WrittenPack, house: readonly FactDeclaration[]): PackFault[] {
  const own = pack.facts ?? [];
  if (pack.facts === undefined && house.length === 0) return [];
  const byName = new Map([...own, ...house].map((fact) => [fact.name, fact]));
  return [
    ...own.flatMap((fact, index) => redeclared(fact, house, ['facts', index])),
    ...pack.cues.flatMap(({ when }, index) =>
      when === undefined ? [] : conditionFaults(when, byName, ['cues', index, 'when']),
    ),
  ];
}

function redeclared(fact: FactDeclaration, house: readonly FactDeclaration[], path: readonly PathPart[]): PackFault[] {
  const other = house.find(({ name }) => name === fact.name);
  if (other === undefined || inWords(other) === inWords(fact)) return [];
  return [faultAt(path, 'fact-declared-otherwise', { fact: fact.name })];
}

type Declarations = ReadonlyMap<string, FactDeclaration>;

function conditionFaults(condition: WrittenCondition, facts: Declarations, path: readonly PathPart[]): PackFault[] {
  if (!('of' in condition)) return leafFaults(condition, facts, path);
  if (condition.op === 'not') return conditionFaults(condition.of, facts, [...path, 'of']);
  return condition.of.flatMap((part, index) => conditionFaults(part, facts, [...path, 'of', index]));
}

function leafFaults(leaf: Leaf, facts: Declarations, path: readonly PathPart[]): PackFault[] {
  const fact = facts.get(leaf.fact);
  if (fact === undefined) {
    const known = [...facts.keys()].join(', ') || 'none';
    return [faultAt([...path, 'fact'], 'unknown-fact', { fact: leaf.fact, known })];
  }
  if (leaf.op === 'known') return [];
  if (leaf.op === 'in') {
    return leaf.values.flatMap((value, index) => valueFaults(fact, value, [...path, 'values', index]));
  }
  if (isOrder(leaf.op) && (fact.type === 'enum' || fact.type === 'boolean')) {
    return [faultAt([...path, 'op'], 'fact-unordered', { fact: fact.name })];
  }
  if ('param' in leaf) return valueFaults(fact, 0, [...path, 'param']);
  return valueFaults(fact, leaf.value, [...path, 'value']);
}

function isOrder(op: string): boolean {
  return op !== 'eq' && op !== 'ne';
}

function valueFaults(fact: FactDeclaration, value: FactValue, path: readonly PathPart[]): PackFault[] {
  const wanted = fact.type === 'enum' ? 'string' : fact.type;
  const found = JSON.stringify(value);
  if (typeof value !== wanted) return [faultAt(path, 'fact-type', { fact: fact.name, expected: wanted, found })];
  if (fact.type !== 'enum' || fact.values.some((one) => one === value)) return [];
  return [faultAt(path, 'fact-value', { fact: fact.name, expected: inWords(fact), found })];
}

function inWords(fact: FactDeclaration): string {
  return fact.type === 'enum' ? fact.values.map((value) => JSON.stringify(value)).join(' or ') : fact.type;
}
