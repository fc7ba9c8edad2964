import { describe, expect, it } from 'vitest';
import { signNote } from '../journal/signed-note.ts';
import { faultsOf, finishEntry, linesOf, TestLog, testSigner, verdictOf } from './testing/test-log.ts';

const log = TestLog.of(20);
const forged = new TestLog(
  Array.from({ length: 20 }, (_, n) => finishEntry(n + 1)),
  log.origin,
);
const other = TestLog.of(20, 'than-thien-log/ffffffffffffffffffffffffffffffff');

const consistentWith = async (lines: readonly string[], known: readonly string[]) => {
  const verdict = await verdictOf(lines, { known });
  return verdict.ok ? verdict.handover.consistentWith : faultsOf(verdict);
};

describe('heads known beforehand', () => {
  it('of this log, at every size: confirmed inside and where a proof leads, never ok otherwise', async () => {
    const linked = [2, 4, 15, 20];
    const lines = await log.lines(5, 12, linked);
    for (let size = 0; size <= 20; size += 1) {
      const isLinked = size === 0 || (size >= 5 && size <= 12) || linked.includes(size);
      const missing = size > 12 ? 'cut-tail -' : 'not-comparable -';
      expect(await consistentWith(lines, [await log.head(size)]), `${size}`).toEqual(isLinked ? [size] : [missing]);
      const isLinkedFork = isLinked && size > 0;
      const fork = isLinkedFork ? 'fork -' : missing;
      if (size > 0) expect(await consistentWith(lines, [await forged.head(size)]), `${size}`).toEqual([fork]);
    }
  });

  it('of another log say nothing', async () => {
    const verdict = await verdictOf(await log.lines(0, 9), { known: [await other.head(20)] });
    expect(verdict.ok && [verdict.handover.witnessed, verdict.handover.consistentWith]).toEqual([false, []]);
  });

  it('that nobody can read, or that are badly signed, are never passed over', async () => {
    const lines = await log.lines(0, 9);
    const head = await log.head(9);
    const byOther = await log.head(9, testSigner(log.origin, 'another'));
    const cases: readonly (readonly [string, string])[] = [
      ['', 'not-comparable -'],
      [head.replaceAll('\n', '\r\n'), 'not-comparable -'],
      [await signNote('hello\n', log.signer), 'not-comparable -'],
      [byOther, 'wrong-signature 1'],
      [`${head.split('\n\n')[0]}\n\n${(await log.head(8)).split('\n\n')[1]}`, 'not-comparable -'],
    ];
    for (const [note, fault] of cases) expect(await consistentWith(lines, [head, note])).toEqual([fault]);
  });

  it('name every one that does not fit', async () => {
    const known = [await log.head(3), await forged.head(7), await log.head(15)];
    expect(await consistentWith(await log.lines(5, 12), known)).toEqual(['not-comparable -', 'fork -', 'cut-tail -']);
  });
});

describe('the newer head in line 1', () => {
  it('needs a proof that leads to it, and its own signature', async () => {
    const content = await log.content(5, 12, [15]);
    const later = await log.head(15);
    const cases: readonly (readonly [Partial<typeof content>, readonly string[]])[] = [
      [{ later }, []],
      [{ later: await log.head(15, testSigner(log.origin, 'another')) }, ['wrong-signature 1']],
      [{ later, proofs: [] }, ['malformed 1']],
      [{ later: await log.head(16) }, ['malformed 1']],
      [{ later: await forged.head(15) }, ['fork 1']],
    ];
    for (const [change, faults] of cases) {
      expect(faultsOf(await verdictOf(await linesOf({ ...content, ...change }, log.signer)))).toEqual(faults);
    }
    for (const bad of [await log.head(12), await other.head(15), 'hello']) {
      await expect(linesOf({ ...content, later: bad }, log.signer)).rejects.toThrow('later');
    }
  });
});
