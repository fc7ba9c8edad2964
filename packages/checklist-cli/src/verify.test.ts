import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHere } from './testing/run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'checklist-verify-'));
const SIMULATED = ['simulate', '--officials', '4', '--days', '30', '--seed', '7', '--out'];

function handovers(in_ = folder): string[] {
  return readdirSync(in_)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => join(in_, name));
}

function digests(in_: string): string[] {
  return readdirSync(in_)
    .sort()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(in_, name)))
          .digest('hex')}`,
    );
}

beforeAll(async () => {
  const said = await runHere([...SIMULATED, folder]);
  expect(said).toMatchObject({ code: 0, messages: '' });
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('checklist simulate', () => {
  it('writes one file for each official and month, and the receipts', () => {
    expect(readdirSync(folder).sort()).toEqual([
      'heads.txt',
      ...[1, 2, 3, 4].flatMap((n) => [`official-000${n}-2025-01.jsonl`, `official-000${n}-2025-02.jsonl`]),
    ]);
  });

  it('gives the same bytes for the same seed, and other bytes for another', async () => {
    const again = mkdtempSync(join(tmpdir(), 'checklist-again-'));
    const other = mkdtempSync(join(tmpdir(), 'checklist-other-'));
    await runHere([...SIMULATED, again]);
    await runHere(['simulate', '--officials', '4', '--days', '30', '--seed', '8', '--out', other]);
    expect(digests(again)).toEqual(digests(folder));
    expect(digests(other).filter((each) => digests(folder).includes(each))).toEqual([]);
  });

  it('writes an official the same, however many others there are', async () => {
    const alone = mkdtempSync(join(tmpdir(), 'checklist-alone-'));
    await runHere(['simulate', '--officials', '1', '--days', '30', '--seed', '7', '--out', alone]);
    const [first] = handovers(alone);
    expect(readFileSync(first ?? '')).toEqual(readFileSync(join(folder, 'official-0001-2025-01.jsonl')));
  });

  it.each([
    [['--officials', '0', '--out', folder], '--officials must be a whole number from 1'],
    [['--days', '9999', '--out', folder], '--days: the calendar has'],
    [['--seed', '-1', '--out', folder], '--seed must be a whole number'],
    [['--officials', '1', '--days', '1', '--out', folder], 'Name an empty folder'],
    [['--out', join(folder, 'heads.txt')], 'heads.txt'],
    [[], "required option '--out <folder>'"],
  ])('refuses %j', async (args, message) => {
    const said = await runHere(['simulate', ...args]);
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.messages).toContain(message);
  });
});

describe('checklist verify', () => {
  it('accepts every simulated hand-over, alone and against the known heads', async () => {
    const alone = await runHere(['verify', ...handovers()]);
    expect(alone).toMatchObject({ code: 0, messages: '' });
    expect(alone.out.split('\n').filter((line) => line.endsWith(', not witnessed'))).toHaveLength(8);
    const known = await runHere(['verify', ...handovers(), '--known', join(folder, 'heads.txt'), '--json']);
    const { ok, files } = JSON.parse(known.out) as { ok: boolean; files: { witnessed: boolean }[] };
    expect([known.code, ok]).toEqual([0, true]);
    expect(files.map(({ witnessed }) => witnessed)).toEqual(Array(8).fill(true));
  });

  const original = () => readFileSync(join(folder, 'official-0001-2025-02.jsonl'), 'utf8');
  const changed: readonly (readonly [string, (lines: string[]) => string, RegExp])[] = [
    [
      'a changed opening',
      (lines) => lines.map((line, i) => (i === 9 ? line.replace(/"open":\["W/, '"open":["X') : line)).join('\n'),
      /:10: edit: /,
    ],
    ['a line taken out', (lines) => lines.filter((_line, i) => i !== 9).join('\n'), /:10: gap: /],
    [
      'a line twice',
      (lines) => lines.flatMap((line, i) => (i === 9 ? [line, line] : [line])).join('\n'),
      /:11: duplicate: /,
    ],
    ['a cut tail', (lines) => `${lines.slice(0, 20).join('\n')}\n`, /malformed/],
    ['converted line ends', (lines) => lines.join('\r\n'), /converted-line-ends/],
    [
      'another period',
      (lines) => lines.join('\n').replace('"to":"2025-02-28"', '"to":"2025-02-27"'),
      /:1: edit|edit: /,
    ],
    ['nothing', () => '', /malformed/],
    ['something else', () => '{"format":"checklist-pack/1"}\n', /:1: malformed: /],
  ];

  it.each(changed)('names %s, and still reads the other files', async (_name, change, message) => {
    const file = join(folder, 'changed.jsonl');
    writeFileSync(file, change(original().split('\n')));
    const said = await runHere(['verify', file, join(folder, 'official-0002-2025-01.jsonl')]);
    rmSync(file);
    expect(said.code).toBe(1);
    const ours = said.out.split('\n').filter((line) => line.startsWith(file));
    expect(ours.join('\n')).toMatch(message);
    expect(said.out).toContain('official-0002-2025-01.jsonl: ok: ');
  });

  it('names a log that was rewritten since its receipt', async () => {
    const other = mkdtempSync(join(tmpdir(), 'checklist-fork-'));
    await runHere(['simulate', '--officials', '1', '--days', '12', '--seed', '7', '--out', other]);
    const said = await runHere(['verify', ...handovers(other), '--known', join(folder, 'heads.txt')]);
    expect(said.code).toBe(1);
    expect(said.out).toMatch(/not-comparable|cut-tail|fork/);
  });

  it.each([
    [['verify'], "missing required argument 'handover'"],
    [['verify', join(folder, 'none.jsonl')], 'none.jsonl: no such file'],
    [['verify', folder], 'is a folder. Name the files'],
    [['verify', join(folder, 'official-0001-2025-01.jsonl'), '--known', join(folder, 'no heads')], 'no such file'],
    [
      ['verify', join(folder, 'heads.txt'), '--known', join(folder, 'official-0001-2025-01.jsonl')],
      'piece 1 is no checkpoint',
    ],
  ])('refuses %j', async (args, message) => {
    const said = await runHere(args);
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.messages).toContain(message);
  });
});
