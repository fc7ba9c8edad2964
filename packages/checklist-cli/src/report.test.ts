import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from 'checklist-core/report';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvLine } from './report/report-csv.ts';
import { xlsxOfTables } from './report/report-xlsx.ts';
import { runHere } from './testing/run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'checklist-report-'));
let files: readonly string[] = [];

beforeAll(async () => {
  await runHere(['simulate', '--officials', '8', '--days', '25', '--seed', '3', '--out', folder]);
  files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => join(folder, name));
});

afterAll(() => rmSync(folder, { recursive: true }));

async function reportOf(...args: string[]): Promise<Report> {
  const said = await runHere(['report', ...args, '--format', 'json']);
  return JSON.parse(said.out) as Report;
}

describe('checklist report', () => {
  it('counts every entry of every file once', async () => {
    const report = await reportOf(...files, ...files, '--office-size', '9');
    const once = await reportOf(...files, '--office-size', '9');
    expect(report).toEqual(once);
    const finishes = files
      .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
      .filter((line) => line.startsWith('{"h"'))
      .map((line) => (JSON.parse(line) as { open: string[] }).open[0] ?? '')
      .map((opening) => Buffer.from(opening, 'base64url').toString())
      .filter((text) => text.includes('"kind":"finish"'));
    const { entries, left, authors, handovers } = once.coverage;
    // A correction takes the place of what it corrects; what is taken back counts apart.
    expect(entries + left.practice + left.voided).toBe(finishes.length);
    expect([authors, handovers]).toEqual([8, 16]);
    expect(once.conduct?.rules.some(({ total }) => total.state === 'shown')).toBe(true);
  });

  it('names a faulty file, leaves it out and still reports the others', async () => {
    const [first = '', ...others] = files;
    const copy = join(folder, 'copy.jsonl');
    writeFileSync(copy, readFileSync(first, 'utf8').replace('"n":3,', '"n":4,'));
    const said = await runHere(['report', copy, ...others, '--format', 'json', '--office-size', '9']);
    rmSync(copy);
    expect(said.code).toBe(1);
    expect(said.messages).toMatch(new RegExp(`^${copy}:\\d+: [a-z-]+: `));
    expect(said.messages).toContain('1 of 16 files left out');
    expect(JSON.parse(said.out)).toEqual(await reportOf(...others, '--office-size', '9'));
  });

  it('shows no conduct of a small office, in no form', async () => {
    const few = files.filter((file) => /official-000[12]-/.test(file));
    expect(await reportOf(...few)).toMatchObject({ small: true, conduct: null });
    for (const format of ['text', 'html', 'csv']) {
      const { out } = await runHere(['report', ...few, '--format', format]);
      expect(out).not.toMatch(/xin chào|luôn|always|smile/i);
    }
  });

  it('draws a page that needs nothing else', async () => {
    const { out, code } = await runHere(['report', ...files, '--office-size', '9', '--format', 'html']);
    expect(code).toBe(0);
    expect(out).toContain('<html lang="vi">');
    // Days as they are written in Vietnam, not as the files spell them.
    expect(out).toMatch(/<td[^>]*>\d{2}\/\d{2}\/\d{4} – \d{2}\/\d{2}\/\d{4}</);
    expect(out).toContain('Không dùng để chấm điểm, xếp loại hay kỷ luật.');
    expect(out).toContain("default-src 'none'");
    expect(out).not.toMatch(/<script|https?:|src=|url\(/);
    const bars = out.match(/<rect /g) ?? [];
    const table = /Điều đã giữ được theo tháng<\/h2>.*?<tbody>(.*?)<\/tbody>/s.exec(out)?.[1] ?? '';
    expect(bars).toHaveLength((table.match(/<tr>/g) ?? []).length);
    for (const [, figure = ''] of out.matchAll(/<text x="558" y="\d+">([^<]*)<\/text>/g))
      expect(table).toContain(figure);
  });

  it('writes CSV that Excel reads as UTF-8', async () => {
    const { out } = await runHere(['report', ...files, '--office-size', '9', '--format', 'csv']);
    expect(out.startsWith('\ufeffPhần chia sẻ đã nhận\r\n')).toBe(true);
    expect(out.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(out).toContain('xin cảm ơn,');
  });

  it('writes a workbook whose sheets hold the same texts and figures', async () => {
    const path = join(folder, 'report.xlsx');
    const said = await runHere(['report', ...files, '--office-size', '9', '--format', 'xlsx', '--out', path]);
    expect(said).toMatchObject({ code: 0, out: '' });
    const parts = unzipSync(readFileSync(path));
    rmSync(path);
    const text = Object.entries(parts)
      .filter(([name]) => name.endsWith('.xml'))
      .map(([, bytes]) => strFromU8(bytes))
      .join('');
    expect(text).toContain('Tỷ lệ đúng hẹn, theo nhật ký tự ghi');
    expect(text).toContain('xin cảm ơn');
    expect(text).not.toContain('<f>');
  });

  it.each([
    [['--min-group', '2'], '--min-group must be a whole number from 3'],
    [['--office-size', 'many'], '--office-size must be a whole number'],
    [['--format', 'pdf'], "argument 'pdf' is invalid"],
    [['--out', join(folder, 'no', 'where.html')], 'no such file'],
    [['--engine', 'duckdb'], '--engine duckdb reads files written by --parquet'],
    [['--engine', 'duckdb', '--parquet', 'x'], 'cannot be used together'],
  ])('refuses %j', async (args, message) => {
    const said = await runHere(['report', ...files.slice(0, 1), ...args]);
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.messages).toContain(message);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('checklist report --parquet', () => {
  /** What counts, in SQL: not practice, not taken back, a correction in place of what it corrects. */
  const COUNTED = `SELECT * FROM rows WHERE kind IN ('finish', 'correction') AND NOT practice AND NOT EXISTS
    (SELECT 1 FROM rows AS other WHERE other.log = rows.log AND other.of_id = rows.id)`;

  it('gives rows that say the same as the report, without those of a faulty file', async () => {
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const path = join(folder, "it's rows.parquet");
    const [first = '', ...others] = files;
    const faulty = join(folder, 'faulty.jsonl');
    writeFileSync(faulty, readFileSync(first, 'utf8').replace('"n":3,', '"n":4,'));
    const said = await runHere(['report', faulty, ...others, ...others, '--format', 'json', '--parquet', path]);
    rmSync(faulty);
    expect(said.code).toBe(1);
    const { service, coverage } = JSON.parse(said.out) as Report;

    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(`CREATE VIEW rows AS SELECT DISTINCT ON (log, n) * FROM '${path.replaceAll("'", "''")}'`);
    const query = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
    expect(await query(`SELECT count(*)::INT, count(DISTINCT person)::INT FROM (${COUNTED})`)).toEqual([
      [coverage.entries, coverage.authors],
    ]);
    const months = service.byPeriod.find(({ kind }) => kind === 'month')?.periods ?? [];
    const sql = `SELECT strftime(day, '%Y-%m'), count(*)::INT, count(*) FILTER (on_time = 'early')::INT,
      count(*) FILTER (on_time = 'on-time')::INT, count(*) FILTER (on_time = 'late')::INT
      FROM (${COUNTED}) GROUP BY 1 ORDER BY 1`;
    expect(await query(sql)).toEqual(
      months.map(({ period, figures: { entries, onTime } }) => [
        period.key,
        entries,
        onTime?.early,
        onTime?.onTime,
        onTime?.late,
      ]),
    );
    const again = await runHere(['report', path, '--engine', 'duckdb', '--format', 'json']);
    expect(again).toEqual({ code: 0, out: said.out, messages: '' });
    rmSync(path);
    rmSync(path.replace('.parquet', '.handovers.parquet'));
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });
});

describe('a spreadsheet runs nothing that somebody wrote', () => {
  const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'];

  it('in CSV', () => {
    for (const text of texts) expect(csvLine([text])).toMatch(/^"?'/);
    expect(csvLine(['a,"b"', 'xin lỗi', -5, null])).toBe('"a,""b""",xin lỗi,-5,');
  });

  it('in a workbook', async () => {
    const rows = texts.map((text) => [text]);
    const book = unzipSync(await xlsxOfTables([{ id: 'x', title: 'a/b?', columns: ['=column'], rows }]));
    const xml = Object.values(book)
      .map((bytes) => strFromU8(bytes))
      .join('');
    expect(xml).not.toContain('<f>');
    expect(xml).toContain('=1+1');
  });
});
