import { describe, expect, it } from 'vitest';
import type { SharedEntry } from './handover.ts';
import { faultsOf, fileOf, finishEntry, TestLog, verdictOf } from './testing/test-log.ts';
import { verifyHandover } from './verify-handover.ts';

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
