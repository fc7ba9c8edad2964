import { directTerm } from './filing-ways.ts';
import type { WordedContext } from './page-context.ts';
import type { PageFacts, PageReading } from './page-facts.ts';
import type { PageNode } from './page-node.ts';
import { PageReader, type SheetsRead } from './page-reader.ts';

const rowNodes = new WeakMap<PageFacts, PageNode>();

/** The node of the row that these facts of a list were read from, for who draws beside it; null for any other facts. */
export function rowNode(row: PageFacts): PageNode | null {
  return rowNodes.get(row) ?? null;
}

/**
 * Reads a page by its labels: what kind it is and the facts of its dossier or dossiers. A dialog that shows a dossier
 * wins over the page below it; a list's facts come from its table only. Every value has passed a closed grammar
 * or equals a name of the procedure table. `root`: the page's body, one fresh tree a reading; reading the same root
 * again costs nothing new.
 */
export function readPage(root: PageNode, context: WordedContext): PageReading {
  return drawn(new PageReader(context).read(root), context);
}

/**
 * As `readPage`, a little at a step: between two of them somebody else may work. Stop whenever you like; what was read of
 * nodes that stay is not read again.
 */
export function* readInSteps(root: PageNode, context: WordedContext): Generator<void, PageReading> {
  const reader = new PageReader(context);
  yield;
  return drawn(yield* reader.readInSteps(root), context);
}

/** The facts drawn from what was read. */
export function drawn({ kind, scan, sheet, rows, familiar }: SheetsRead, { words }: WordedContext): PageReading {
  for (const { facts, node } of rows) if (node !== null) rowNodes.set(facts, node);
  const facts = sheet?.facts() ?? null;
  return {
    kind,
    facts: kind === 'procedure' && facts !== null ? procedureOnly(facts, directTerm(scan.tables, words)) : facts,
    rows: rows.map((row) => row.facts),
    ...(familiar ? { familiar } : {}),
  };
}

function procedureOnly(facts: PageFacts, filed: string | undefined): PageFacts {
  const { procedureCode, procedureName, term = filed, doubts } = facts;
  return {
    ...(procedureCode === undefined ? {} : { procedureCode }),
    ...(procedureName === undefined ? {} : { procedureName }),
    ...(term === undefined ? {} : { term }),
    doubts,
  };
}
