import type { PageFacts, PageReading, PortalProfile } from 'page-reader';
import { TOLD_FACTS } from './inspect-answer.ts';
import { DOUBT_WORDS, visibilityWords } from './inspect-words.ts';
import { textTable } from './text-table.ts';

/** As many dossiers of a list as a terminal shows at once. */
const SHOWN_ROWS = 20;

/** What was read on a page, for a terminal. */
export function inspectText(reading: PageReading, profile: PortalProfile | null, missing: number): string {
  const { kind, facts, rows } = reading;
  return [
    inspectHead(kind, profile, missing),
    facts === null ? '' : `\n${textTable([['fact', 'value'], ...factLines(facts)])}`,
    rows.length === 0 ? '' : `\n${rowsTable(rows)}`,
  ].join('');
}

/** The kind of the page, the portal, and what is only guessed. */
export function inspectHead(kind: string, profile: PortalProfile | null, missing: number): string {
  return textTable([
    ['page', kind],
    ['portal', profile === null ? 'generic: no profile names this host' : `${profile.id}: ${profile.title}`],
    ['visible', visibilityWords(missing)],
  ]);
}

function factLines(facts: PageFacts): readonly (readonly string[])[] {
  const told = TOLD_FACTS.flatMap((name) => (facts[name] === undefined ? [] : [[name, String(facts[name])]]));
  return [...told, ...facts.doubts.map((doubt) => ['doubt', DOUBT_WORDS[doubt]])];
}

function rowsTable(rows: readonly PageFacts[]): string {
  const names = TOLD_FACTS.filter((name) => rows.some((row) => row[name] !== undefined));
  const lines = rows
    .slice(0, SHOWN_ROWS)
    .map((row, at) => [
      String(at + 1),
      ...names.map((name) => String(row[name] ?? '')),
      row.doubts.map((doubt) => DOUBT_WORDS[doubt]).join('; '),
    ]);
  const more = rows.length - lines.length;
  return `${textTable([['row', ...names], ...lines])}${moreRows(more)}`;
}

/** Says how many rows are left out. */
export function moreRows(more: number): string {
  return more > 0 ? `… and ${more} more rows: --json has them all.\n` : '';
}
