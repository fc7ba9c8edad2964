import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { splitNotes, writeWithdrawal } from 'checklist-core/handover';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finishEntry, TestLog } from '../../packages/checklist-core/src/handover/testing/test-log.ts';
import vectors from '../../packages/checklist-core/src/journal/vectors/handover-v1.json';
import { type Case, libraryAnswers, named, needPython, pythonAnswers } from './both-verifiers.ts';
import { byteMutations } from './byte-mutations.ts';
import { lineMutations } from './line-mutations.ts';
import { oddHandovers } from './odd-authors.ts';
import { bytesOf, linesOf, tamperedCopies } from './tampered.ts';

/*
 * Two verifiers that share no line: the library's, and one in Python written from docs/journal-format.md alone. What the
 * command simulates both accept; what was tampered with both refuse.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'simulated-'));

/** Lets the command invent a desk of three officials. */
function simulate(): void {
  const command = ['--no-install', 'tsx', '--conditions=source', 'packages/checklist-cli/src/checklist.ts', 'simulate'];
  const wanted = ['--officials', '3', '--days', '25', '--seed', '11', '--out', folder];
  const { status, stderr } = spawnSync('npx', [...command, ...wanted], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`simulate ended with ${status}: ${stderr}`);
}

function simulated(): readonly Case[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .map((shows) => ({ shows, bytes: readFileSync(join(folder, shows)) }));
}

/** Both verifiers say the same of every case: ok or not, every kind, every line. */
async function expectAgreement(cases: readonly Case[]): Promise<readonly boolean[]> {
  const python = pythonAnswers(cases);
  expect(python).toEqual(await libraryAnswers(cases));
  return python.map(({ ok }) => ok);
}

async function expectRefusal(cases: readonly Case[]): Promise<void> {
  const verdicts = await expectAgreement(cases);
  expect(cases.filter((_, index) => verdicts[index]).map(({ shows }) => shows)).toEqual([]);
}

const log = TestLog.of(40);
const stranger = TestLog.of(40, 'than-thien-log/ffffffffffffffffffffffffffffffff');
/** The same name and key, the same first ten acts, then others: what nobody may sign. */
const forked = new TestLog(Array.from({ length: 40 }, (_, n) => finishEntry(n < 10 ? n : n + 1)));

beforeAll(() => {
  needPython();
  simulate();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the verifier written from the format alone', () => {
  it('answers the committed vectors with kind and line', async () => {
    const cases = vectors.cases.map(({ shows, file, base64, known, withdrawals }): Case => {
      const bytes = file === undefined ? Buffer.from(base64 ?? '', 'base64') : Buffer.from(file);
      return { shows, bytes, known: known ?? [], withdrawals: withdrawals ?? [] };
    });
    const expected = vectors.cases.map(({ shows, answer }) => {
      return { shows, ok: answer.ok, faults: named(answer.faults ?? []) };
    });
    expect(pythonAnswers(cases)).toEqual(expected);
    expect(await libraryAnswers(cases)).toEqual(expected);
  });

  it('accepts every simulated hand-over, alone and with the heads that were given away', async () => {
    const files = simulated();
    const known = splitNotes(readFileSync(join(folder, 'heads.txt'), 'utf8'));
    expect(files.length).toBeGreaterThanOrEqual(3);
    expect(known.length).toBeGreaterThanOrEqual(files.length);
    const verdicts = await expectAgreement([...files, ...files.map((file) => ({ ...file, known }))]);
    expect(verdicts).not.toContain(false);
  });

  it('refuses every tampered copy of a simulated hand-over', async () => {
    const files = simulated();
    const byOfficial = (number: number) => files.filter(({ shows }) => shows.includes(`-000${number}-`));
    const shortest = byOfficial(1).toSorted((a, b) => a.bytes.length - b.bytes.length)[0];
    const other = byOfficial(2)[0];
    if (shortest === undefined || other === undefined) throw new Error('two officials were asked for');
    await expectRefusal(tamperedCopies(linesOf(shortest.bytes), linesOf(other.bytes)));
  });

  it('refuses every tampered copy of a hand-over with proofs', async () => {
    const lines = await log.lines(5, 17, [2, 7, 30]);
    expect(await expectAgreement([{ shows: 'as it was written', bytes: bytesOf(lines) }])).toEqual([true]);
    await expectRefusal(tamperedCopies(lines, await stranger.lines(5, 17, [2])));
  });

  it('refuses a fork, a cut tail and what was withdrawn', async () => {
    const bytes = bytesOf(await log.lines(0, 30, [12]));
    const same = { shows: 'consistent', bytes, known: [await log.head(12), await log.head(30)] };
    const beforeTheFork = { shows: 'forked later', bytes, known: [await forked.head(10)] };
    expect(await expectAgreement([same, beforeTheFork])).toEqual([true, true]);
    const file = createHash('sha256').update(bytes).digest('base64');
    const withdrawn = await writeWithdrawal(file, log.signer);
    const byAnother = await writeWithdrawal(file, { ...stranger.signer, name: log.origin });
    expect(await expectAgreement([{ shows: 'withdrawn by another', bytes, withdrawals: [byAnother] }])).toEqual([true]);
    await expectRefusal([
      { shows: 'withdrawn', bytes, withdrawals: [withdrawn] },
      { shows: 'fork: inside', bytes, known: [await forked.head(12)] },
      { shows: 'fork: at the end', bytes, known: [await forked.head(30)] },
      { shows: 'fork: the other way round', bytes: bytesOf(await forked.lines(0, 30)), known: [await log.head(30)] },
      { shows: 'cut-tail', bytes, known: [await log.head(31)] },
      { shows: 'wrong-signature', bytes, known: [await log.head(12, { ...stranger.signer, name: log.origin })] },
    ]);
  });

  it('says the same as the library of random changes of bytes and lines', async () => {
    const lines = await log.lines(5, 11, [2, 7, 30]);
    const known = [await log.head(2), await log.head(30)];
    const changed = byteMutations(bytesOf(lines), 400, 20261122);
    const verdicts = await expectAgreement(changed.map((bytes, index) => ({ shows: `change ${index}`, bytes, known })));
    expect(verdicts).not.toContain(true);
  });

  it('says the same as the library of changes on top of each other', async () => {
    const strangers = [...(await stranger.lines(0, 20)), ...(await forked.lines(12, 20))];
    const leaves = strangers.filter((line) => line.startsWith('{"h"'));
    const copies = lineMutations(await log.lines(5, 17, [2, 7, 30]), leaves, 500, 20261123);
    const verdicts = await expectAgreement(copies.map((copy, index) => ({ shows: `${index}`, bytes: bytesOf(copy) })));
    // One change may take back another.
    expect(verdicts.filter(Boolean).length).toBeLessThan(5);
  });

  it('takes for spaces in the name of a witness what Unicode does', async () => {
    const bytes = bytesOf(await log.lines(0, 9));
    const head = await log.head(9);
    const witness = (name: string) => `${head}— ${name} ${Buffer.alloc(40).toString('base64')}\n`;
    const known = (name: string): Case => ({ shows: name, bytes, known: [witness(name)] });
    expect(await expectAgreement(['a\ufeffb', 'a\u200bb', 'a\u180eb'].map(known))).toEqual([true, true, true]);
    expect(await expectAgreement(['a\u0085b', 'a\u00a0b', 'a\u2028b'].map(known))).toEqual([false, false, false]);
  });

  it('says the same as the library of what an odd author signed', async () => {
    const verdicts = await expectAgreement(await oddHandovers(log));
    expect(new Set(verdicts)).toEqual(new Set([true, false]));
  });

  it('ends with one sentence, not with a stack, where it cannot work', () => {
    const script = join(root, 'tests/verifier/verify_handover.py');
    const { status, stderr } = spawnSync('python3', ['-B', script, join(folder, 'missing')], { encoding: 'utf8' });
    expect({ status, lines: stderr.trim().split('\n').length }).toEqual({ status: 2, lines: 1 });
  });
});
