import type { Outcome } from 'checklist-core';
import type { PageFacts } from 'page-reader';
import type { Sighting } from '../messages/requests.ts';
import { resolveProcedure } from '../rules/index.ts';
import type { Sight } from '../storage/watch-store.ts';
import { procedures } from './house-rules.ts';

/** Pages on which a dossier is opened: there it enters the watch list. A receive form is not a dossier yet. */
const OPENING_PAGES = new Set(['detail', 'return']);

/** National status a portal gives a dossier after an action of this outcome. */
const STATUS_AFTER: Readonly<Record<Outcome, number>> = { received: 2, returned: 10, supplement: 5, refused: 3 };

/** What a page means for the watch list: the dossier opened on it enters, list rows only refresh known ones. */
export function sightsOfPage(page: Sighting, host: string): readonly Sight[] {
  const opened = page.facts ? sight(page.facts, host, OPENING_PAGES.has(page.kind)) : [];
  return [...opened, ...page.rows.flatMap((row) => sight(row, host, false))];
}

/** What a successful action means: what was received enters, what was returned or refused is over. */
export function sightOfSuccess(facts: PageFacts, outcome: Outcome, host: string): readonly Sight[] {
  return sight({ ...facts, status: STATUS_AFTER[outcome] }, host, outcome === 'received');
}

function sight(facts: PageFacts, host: string, enters: boolean): readonly Sight[] {
  const { code } = facts;
  if (code === undefined) return [];
  const procedure = resolveProcedure(procedures, printedProcedure(facts));
  const dossier = {
    code,
    procedureCode: procedure?.code ?? facts.procedureCode ?? null,
    procedureName: procedure?.name ?? null,
    group: procedure?.group ?? null,
    channel: facts.channel ?? null,
    received: facts.received ?? null,
    due: facts.due ?? null,
    status: facts.status ?? null,
    host,
  };
  return [{ dossier, enters }];
}

/** The two facts that name a procedure; an absent one stays absent. */
export function printedProcedure({ procedureCode, procedureName }: PageFacts) {
  return {
    ...(procedureCode !== undefined && { procedureCode }),
    ...(procedureName !== undefined && { procedureName }),
  };
}
