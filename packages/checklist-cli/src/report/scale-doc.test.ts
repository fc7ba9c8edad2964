import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from 'checklist-core/report';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHere } from '../testing/run-here.ts';
import { openDatabase } from './duckdb.ts';
import { ALL_HANDOVERS, ASK, PREPARE } from './row-queries.ts';

const scale = readFileSync(new URL('../../../../docs/scale.md', import.meta.url), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'checklist-scale-'));
const path = join(folder, 'rows.parquet');
let report: Report;

beforeAll(async () => {
  await runHere(['simulate', '--officials', '24', '--days', '4', '--seed', '5', '--out', folder]);
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  const paths = files.map((name) => join(folder, name));
  const said = await runHere(['report', ...paths, '--office-size', '24', '--format', 'json', '--parquet', path]);
  report = JSON.parse(said.out);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Runs every SQL block of the page, in order; the answers of those that ask. */
async function runPage(): Promise<readonly (readonly (readonly unknown[])[])[]> {
  const { connection, close } = await openDatabase(':memory:', 'the page');
  try {
    const answers = [];
    for (const [, block = ''] of scale.matchAll(/```sql\n(.*?)```/gs)) {
      for (const sql of block.split(/;\n/).filter((text) => text.trim() !== '')) {
        const found = await connection.runAndReadAll(sql.replaceAll("'rows.", `'${folder}/rows.`));
        if (sql.trimStart().startsWith('SELECT')) answers.push(found.getRowsJson());
      }
    }
    return answers;
  } finally {
    close();
  }
}

describe('docs/scale.md', () => {
  it('shows the queries that the command runs', () => {
    for (const sql of [ALL_HANDOVERS, ...Object.values(PREPARE), ASK.service, ASK.closings])
      expect(scale).toContain(`${sql};\n`);
  });

  it('gives by them the figures of the report', async () => {
    const [service = [], closings = [], cues = []] = await runPage();
    const entries = service.filter(
      ([kind, how, , , , , , , , practice]) =>
        how === null && !practice && /^(?:finish|correction)$/.test(String(kind)),
    );
    expect(entries.reduce((sum, row) => sum + Number(row.at(-1)), 0)).toBe(report.coverage.entries);
    expect(closings.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(report.service.total.days?.closings);
    const shown = report.conduct?.cues.flatMap((cell) => (cell.state === 'shown' ? [cell] : [])) ?? [];
    expect(shown.length).toBeGreaterThan(3);
    const found = new Map(cues.map(([cue, ...counts]) => [cue, counts.map(Number)]));
    for (const { name, missed, of } of shown) expect(found.get(name)?.slice(0, 2)).toEqual([missed, of]);
  });

  it('names every column of both files', async () => {
    const { connection, close } = await openDatabase(':memory:', 'the page');
    for (const file of [path, path.replace('.parquet', '.handovers.parquet')]) {
      const found = await connection.runAndReadAll(`SELECT column_name, column_type FROM (DESCRIBE FROM '${file}')`);
      for (const [name, type] of found.getRowsJson()) expect(scale).toContain(`| \`${name}\` | ${type} |`);
    }
    close();
  });
});
