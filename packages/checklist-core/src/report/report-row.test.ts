import { describe, expect, it } from 'vitest';
import type { SharedEntry } from '../handover/handover.ts';
import { RowMaker } from './report-row.ts';
import { conductOf, finishOn, handoverOf, rulesOfCue, type TestEntry } from './test-data.ts';

function rowOf(entry: TestEntry, options = { rulesOfCue }) {
  const [shared] = handoverOf({ author: 'an' }, [entry]).entries;
  return new RowMaker(options).rowOf({ log: 3, person: 7 }, shared as SharedEntry);
}

describe('a row for a warehouse', () => {
  it('holds the entry flat, with the rules that its missed cues serve', () => {
    const row = rowOf(finishOn('2026-06-01', conductOf(['hello'], ['hello', 'offer-seat', 'say-thanks'])));
    expect(row).toMatchObject({ log: 3, n: 0, person: 7, kind: 'finish', day: '2026-06-01', half: 'am', letter: null });
    expect(row?.conduct).toEqual({
      skipped: false,
      bypassed: false,
      rules: ['greet', 'thank'],
      missedRules: ['greet'],
      cues: ['hello', 'offer-seat', 'say-thanks'],
      missedCues: ['hello'],
    });
  });

  it('puts a skipped confirmation in no rate', () => {
    const { conduct } = rowOf(finishOn('2026-06-01', { ...conductOf(['say-thanks']), skipped: true })) ?? {};
    expect(conduct).toEqual({
      skipped: true,
      bypassed: false,
      rules: [],
      missedRules: [],
      cues: [],
      missedCues: [],
    });
  });

  it('keeps a closed conduct part apart from an empty one, and makes no row of a closed service part', () => {
    expect(rowOf(finishOn('2026-06-01'))?.conduct).toBeNull();
    expect(rowOf({ service: null, conduct: conductOf() })).toBeNull();
  });

  it('holds neither name nor log name nor author', () => {
    expect(JSON.stringify(rowOf({ id: 'x', ...finishOn('2026-06-01', conductOf()) }))).not.toMatch(/log-an|Name of/);
  });
});
