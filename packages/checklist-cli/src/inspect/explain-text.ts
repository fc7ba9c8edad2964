import type { ExplainedFact, ExplainedFacts, PageExplanation, PortalProfile, Rejection } from 'page-reader';
import { CONFIDENCE_WORDS, hintWords, RELATION_WORDS, rejectionWords, signalWords } from './explain-words.ts';
import { TOLD_FACTS } from './inspect-answer.ts';
import { inspectHead, moreRows } from './inspect-text.ts';
import { DOUBT_WORDS } from './inspect-words.ts';
import { textTable } from './text-table.ts';

/** As many dossiers of a list as are explained one by one. */
const EXPLAINED_ROWS = 3;
/** A page without one known label has a hint for each of its lines. */
const SHOWN_HINTS = 12;

/** Why a page is read as it is, for the author of a profile. Says nothing that stands on the page but facts. */
export function explainText(explanation: PageExplanation, profile: PortalProfile | null, missing: number): string {
  const { kind, facts, rows, hints } = explanation;
  const shown = rows.slice(0, EXPLAINED_ROWS);
  return [
    inspectHead(kind, profile, missing),
    `\n${kindReasons(explanation)}`,
    facts === null ? '' : `\n${dossierText(facts)}`,
    ...shown.map((row, at) => `\nRow ${at + 1}\n${dossierText(row)}`),
    moreRows(rows.length - shown.length),
    hints.length === 0 ? '' : `\nWhat a profile could add\n${hintsText(hints)}`,
  ].join('');
}

function hintsText(hints: PageExplanation['hints']): string {
  const shown = hints.slice(0, SHOWN_HINTS).map((hint) => `- ${hintWords(hint)}\n`);
  const more = hints.length - shown.length;
  return shown.join('') + (more > 0 ? `… and ${more} more hints: --json has them all.\n` : '');
}

function kindReasons({ kind, signals }: PageExplanation): string {
  const lines = Object.entries(signals).flatMap(([each, found]) =>
    found.length === 0 ? [] : [`- ${each}${each === kind ? ' (believed)' : ''}: ${signalWords(found)}\n`],
  );
  const head =
    kind === 'other' ? 'No kind is believed: two signs have to agree\n' : 'What speaks for which kind of page\n';
  return lines.length === 0 ? 'Nothing speaks for any kind of page\n' : head + lines.join('');
}

function dossierText({ facts, missing, doubts }: ExplainedFacts): string {
  const told = TOLD_FACTS.flatMap((name) => {
    const fact = facts[name];
    return fact === undefined ? [] : [[name, fact] as const];
  });
  const rejected = TOLD_FACTS.flatMap((name) => [
    ...(facts[name]?.rejected ?? []).map((each) => [name, each] as const),
    ...(missing[name] ?? []).map((each) => [name, each] as const),
  ]);
  return [
    told.length === 0
      ? 'No facts\n'
      : textTable([['fact', 'value', 'label', 'relation', 'confidence'], ...told.map(factLine)]),
    rejected.length === 0 ? '' : `Not taken\n${rejected.map(rejectedLine).join('')}`,
    doubts.length === 0 ? '' : `Doubts\n${doubts.map((doubt) => `- ${DOUBT_WORDS[doubt]}\n`).join('')}`,
  ].join('');
}

function factLine([name, fact]: readonly [string, ExplainedFact<string | number>]): readonly string[] {
  const { value, label, relation, confidence } = fact;
  return [name, String(value), label ?? '-', RELATION_WORDS[relation], CONFIDENCE_WORDS[confidence]];
}

function rejectedLine([name, rejection]: readonly [string, Rejection]): string {
  return `- ${name}: ${rejectionWords(rejection)}\n`;
}
