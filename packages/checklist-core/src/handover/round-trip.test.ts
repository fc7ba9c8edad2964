import { describe, expect, it } from 'vitest';
import { toBase64 } from '../journal/base64.ts';
import type { Entry } from '../journal/entry.ts';
import { MAX_LINE_BYTES, type SharedEntry } from './handover.ts';
import { faultsOf, fileOf, finishEntry, linesOf, TestLog, verdictOf } from './testing/test-log.ts';
import { verifyHandover } from './verify-handover.ts';
import type { HandoverContent } from './write-handover.ts';

const log = TestLog.of(30);

describe('a hand-over as it was written', () => {
  it('verifies, and says what was put in', async () => {
    for (const [from, to] of [
      [0, 30],
      [0, 0],
      [7, 7],
      [7, 20],
      [29, 30],
    ] as const) {
      const entries: SharedEntry[] = [];
      const verdict = await verdictOf(await log.lines(from, to), { onEntry: (entry) => entries.push(entry) });
      expect(faultsOf(verdict)).toEqual([]);
      expect(verdict.ok && [verdict.handover.from, verdict.handover.to]).toEqual([from, to]);
      expect(entries.map(({ n }) => n)).toEqual(Array.from({ length: to - from }, (_, index) => from + index));
      for (const { n, service, conduct } of entries) {
        expect({ service, conduct }).toEqual({ service: finishEntry(n).service, conduct: finishEntry(n).conduct });
      }
    }
  });

  it('lists the hashes of the log', async () => {
    const leaves = (await log.lines(0, 30)).filter((line) => line.startsWith('{"h"'));
    const listed: readonly string[] = leaves.map((line) => JSON.parse(line).h);
    expect(listed).toEqual(log.hashes.map((hash) => toBase64(hash)));
    const leafTexts = leaves.map((line) => line.slice(line.indexOf('{"c"'), line.indexOf(',"n":')));
    expect(leafTexts).toEqual(log.sealed.map(({ leafBytes }) => new TextDecoder().decode(leafBytes)));
  });

  it('refuses to write what no verifier would take', async () => {
    const content = await log.content(0, 3);
    const [first, second] = log.sealed;
    if (first === undefined || second === undefined) throw new Error('two leaves');
    const { s = '', c = '', p = '' } = first.disclosures;
    const cases: readonly (readonly [Partial<HandoverContent>, string])[] = [
      [{ leaves: [{ leaf: first.leaf, open: [p] }] }, 'leaf 0/open/0: opens the private class'],
      [{ leaves: [{ leaf: first.leaf, open: [s, p] }] }, 'leaf 0/open/1: opens the private class'],
      [{ leaves: [{ leaf: first.leaf, open: [c, s] }] }, 'leaf 0/open/1: openings stand in the order'],
      [{ leaves: [{ leaf: first.leaf, open: [s, s] }] }, 'leaf 0/open/1: openings stand in the order'],
      [{ leaves: [{ leaf: second.leaf, open: [s] }] }, 'leaf 0/open/0: the opening fits no digest'],
      [{ leaves: [{ leaf: first.leaf, open: [s, c, s] }] }, 'leaf 0: '],
      [{ leaves: [{ leaf: first.leaf, open: ['"'] }] }, 'leaf 0: '],
      [{ leaves: [{ leaf: { ...first.leaf, id: 'x' }, open: [] }] }, 'leaf 0: '],
      [{ leaves: [{ leaf: first.leaf, open: ['A'.repeat(MAX_LINE_BYTES)] }] }, 'leaf 0'],
      [{ author: 'me' }, 'header /author'],
      [{ name: '' }, 'header /name'],
      [{ name: 'a\nb' }, 'header /name'],
      [{ period: { from: '2026-11-02', to: '2026-11-01' } }, 'header /period'],
      [{ stated: { rules: { a: { missed: 2, of: 1 } }, skipped: 0, bypassed: 0 } }, 'header /stated/rules/a'],
      [
        { stated: { rules: { 'A name': { missed: 0, of: 1 } }, skipped: 0, bypassed: 0 } },
        'header /stated/rules/A name',
      ],
      [{ proofs: [{ from: 0, to: 3, hashes: [] }] }, 'proof from 0'],
      [{ origin: 'than-thien-log/other' }, 'its own'],
    ];
    for (const [change, message] of cases) {
      await expect(linesOf({ ...content, ...change }, log.signer), message).rejects.toThrow(message);
    }
  });

  it('says which log it continues, at its first leaf only', async () => {
    const continues = { origin: 'than-thien-log/old', size: 41, root: toBase64(new Uint8Array(32)) };
    const entry: Entry = { service: null, conduct: null, private: null, continues };
    const fresh = new TestLog([entry, finishEntry(1), entry], 'than-thien-log/new');
    const entries: SharedEntry[] = [];
    const verdict = await verdictOf(await fresh.lines(0, 2), { onEntry: (each) => entries.push(each) });
    expect(faultsOf(verdict)).toEqual([]);
    expect(entries.map((each) => each.continues)).toEqual([continues, null]);
    expect(verdict.ok && verdict.handover.closed).toEqual({ service: 0, conduct: 1 });
    await expect(fresh.lines(0, 3)).rejects.toThrow('only the first leaf');
  });

  it('verifies however it is cut into chunks, with our own hash and with Node’s', async () => {
    const file = fileOf(await log.lines(3, 9, [1, 5, 12]));
    const whole = await verdictOf(file);
    expect(faultsOf(whole)).toEqual([]);
    for (const size of [1, 2, 7, 100, 1000]) {
      const chunks = function* () {
        for (let at = 0; at < file.length; at += size) yield file.slice(at, at + size);
      };
      expect(await verifyHandover(chunks())).toEqual(whole);
    }
  });
});
