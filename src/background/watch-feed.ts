import type { Outcome } from 'checklist-core';
import { isClosedStatus, isDueDoubtful, isPausedStatus, type PageFacts, STATUS_AFTER } from 'page-reader';
import type { Sighting } from '../messages/requests.ts';
import { resolveProcedure } from '../rules/index.ts';
import type { Sight } from '../storage/watch-store.ts';
import { procedures } from './house-rules.ts';

/** Pages on which a dossier is opened: there it enters the watch list. A receive form is not a dossier yet. */
const OPENING_PAGES = new Set(['detail', 'return']);

/** What a page means for the watch list: the dossier opened on it enters, list rows only refresh known ones. */
export function sightsOfPage(page: Sighting, host: string): readonly Sight[] {
  const opened = page.facts ? sight(page.facts, host, OPENING_PAGES.has(page.kind)) : [];
  return [...opened, ...page.rows.flatMap((row) => sight(row, host, false))];
}

/** What a successful action means: what was received enters, what was returned or refused is over. */
export function sightOfSuccess(facts: PageFacts, outcome: Outcome, host: string): readonly Sight[] {
  // What the page said of the due time, it said before the action.
  const { dueState: _before, ...rest } = facts;
  return sight({ ...rest, status: STATUS_AFTER[outcome] }, host, outcome === 'received');
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
    dueDoubtful: isDueDoubtful(facts),
    status: facts.status ?? null,
    paused: isPaused(facts),
    closed: isClosedStatus(facts.status),
    host,
  };
  return [{ dossier, enters }];
}

/** Null where the page says neither a status nor how its due time stands. */
function isPaused({ status, dueState }: PageFacts): boolean | null {
  if (isPausedStatus(status) || dueState === 'paused') return true;
  return status === undefined && dueState === undefined ? null : false;
}

/** The two facts that name a procedure; an absent one stays absent. */
export function printedProcedure({ procedureCode, procedureName }: PageFacts) {
  return {
    ...(procedureCode !== undefined && { procedureCode }),
    ...(procedureName !== undefined && { procedureName }),
  };
}
