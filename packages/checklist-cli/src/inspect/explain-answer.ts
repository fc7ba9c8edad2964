import type { ExplainedFacts, PageExplanation } from 'page-reader';
import { picked } from './inspect-answer.ts';

/** What `inspect --json --explain` prints. */
export function explainAnswer(explanation: PageExplanation, portal: string): object {
  const { kind, signals, facts, rows, hints } = explanation;
  return {
    kind,
    portal,
    facts: facts === null ? null : toldFacts(facts),
    rows: rows.map(toldFacts),
    signals,
    hints,
    visibility: 'guessed',
  };
}

function toldFacts({ facts, missing, doubts }: ExplainedFacts): object {
  return { ...picked(facts), missing: picked(missing), doubts };
}
