import type { FactName, PageFacts, PageReading } from 'page-reader';

/** The facts of a dossier that the command tells, in this order. */
export const TOLD_FACTS = [
  'code',
  'procedureCode',
  'procedureName',
  'channel',
  'received',
  'due',
  'stepDue',
  'term',
  'statusText',
  'status',
  'dueText',
] as const satisfies readonly FactName[];

export type ToldFact = (typeof TOLD_FACTS)[number];

/** What `inspect --json` prints. */
export function inspectAnswer(reading: PageReading, portal: string): object {
  const { kind, facts, rows } = reading;
  return { kind, portal, facts: facts === null ? null : toldFacts(facts), rows: rows.map(toldFacts) };
}

function toldFacts(facts: PageFacts): object {
  return { ...picked(facts), doubts: facts.doubts };
}

/** The told ones among things under the names of facts, in their order. */
export function picked(things: { readonly [K in ToldFact]?: unknown }): Readonly<Record<string, unknown>> {
  return Object.fromEntries(TOLD_FACTS.flatMap((name) => (things[name] === undefined ? [] : [[name, things[name]]])));
}
