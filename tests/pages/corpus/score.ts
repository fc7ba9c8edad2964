import type { PageFacts, PageReading } from 'page-reader';
import { MADE } from './many-rows.ts';
import { type CorpusState, type ExpectedFacts, FACTS } from './state.ts';

/** How a reading compares with what a careful person reads. A missed fact is a pity, a wrong one is a fault. */
export interface Score {
  readonly state: Pick<CorpusState, 'family' | 'name'>;
  readonly kind: boolean;
  readonly expected: number;
  readonly right: number;
  /** `rows[3].due: 2026-10-21`: what was expected and not read. */
  readonly missed: readonly string[];
  /** Read and not on the page, or another dossier's: `due: 2026-10-21, not 2026-10-22`. */
  readonly wrong: readonly string[];
}

type Reading = Pick<PageReading, 'kind' | 'facts' | 'rows'>;

/** Compares a reading with its state, fact by fact; rows by their code; a row that nobody expected is wrong. */
export function score(state: CorpusState, reading: Reading): Score {
  const sheet = new ScoreSheet();
  sheet.compare('', state.facts ?? {}, reading.facts ?? {}, state.also?.facts);
  const left = new Set(reading.rows);
  const read = (row: ExpectedFacts) => [...left].find(({ code }) => code === row.code);
  for (const [i, row] of state.rows.entries()) {
    const found = read(row);
    if (found !== undefined) left.delete(found);
    sheet.compare(`rows[${i}].`, row, found ?? {}, state.also?.rows?.[row.code ?? '']);
  }
  for (const [i, row] of [...left].entries()) sheet.compare(`more rows[${i}].`, {}, row);
  const { family, name } = state;
  return { state: { family, name }, kind: reading.kind === state.kind, ...sheet };
}

class ScoreSheet {
  expected = 0;
  right = 0;
  readonly missed: string[] = [];
  readonly wrong: string[] = [];

  compare(place: string, expected: ExpectedFacts, read: Partial<PageFacts>, also: ExpectedFacts = {}): void {
    for (const name of FACTS) {
      const isToo = expected[name] === undefined && also[name] === read[name];
      if (!isToo) this.#fact(place + name, expected[name], read[name]);
    }
    const doubts = new Set([...(expected.doubts ?? []), ...(read.doubts ?? [])]);
    for (const doubt of doubts) {
      const known = <T>(among: readonly T[] | undefined, value: T) => (among?.includes(value) ? 'doubted' : undefined);
      this.#fact(`${place}${doubt}`, known(expected.doubts, doubt), known(read.doubts, doubt));
    }
  }

  #fact(place: string, expected: string | number | undefined, read: string | number | undefined): void {
    if (expected !== undefined) this.expected += 1;
    if (expected === read) this.right += Number(expected !== undefined);
    else if (read === undefined) this.missed.push(`${place}: ${expected}`);
    else this.wrong.push(`${place}: ${read}, not ${expected ?? 'there'}`);
  }
}

/** What a state falls short of, one line each; empty: read as it should be. */
export function faults({ state, kind, missed, wrong }: Score): readonly string[] {
  const at = `${state.family}/${state.name}`;
  return [
    ...(kind ? [] : [`${at}: another kind`]),
    ...wrong.map((line) => `${at}: wrong ${line}`),
    ...missed.map((line) => `${at}: missed ${line}`),
  ];
}

/** A table with one line a family and the sum of all that is stored. */
export function scoreTable(scores: readonly Score[]): string {
  const families = [...new Set(scores.map(({ state }) => state.family))];
  const lines = families.map((family) =>
    line(
      family,
      scores.filter(({ state }) => state.family === family),
    ),
  );
  return [
    columns('family', 'states', 'kind', 'facts right', 'missed', 'wrong'),
    ...lines,
    line(
      'all stored',
      scores.filter(({ state }) => state.family !== MADE),
    ),
  ].join('\n');
}

function line(name: string, scores: readonly Score[]): string {
  const sum = (count: (score: Score) => number) => scores.reduce((total, one) => total + count(one), 0);
  const right = sum((one) => one.right);
  const expected = sum((one) => one.expected);
  return columns(
    name,
    String(scores.length),
    String(sum((one) => Number(one.kind))),
    `${right}/${expected} (${expected === 0 ? '–' : `${((100 * right) / expected).toFixed(1)} %`})`,
    String(sum((one) => one.missed.length)),
    String(sum((one) => one.wrong.length)),
  );
}

function columns(name: string, ...cells: readonly string[]): string {
  return (
    name.padEnd(20) + cells.map((cell) => cell.padStart(cell.includes('/') || cell.includes(' ') ? 24 : 8)).join('')
  );
}
