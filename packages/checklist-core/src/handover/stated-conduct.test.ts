import { describe, expect, it } from 'vitest';
import type { ConductPart, ServicePart } from '../journal/entry.ts';
import { netEntries } from './net-entries.ts';
import { type ConductEntry, statedConduct } from './stated-conduct.ts';
import { finishEntry } from './testing/test-log.ts';

const base = finishEntry(0).service;
const otherHalf = base?.half === 'am' ? 'pm' : 'am';
const period = { from: '2026-11-01', to: '2026-11-30' };
const SERVES: Readonly<Record<string, readonly string[]>> = {
  greet: ['xin-chao'],
  thank: ['xin-cam-on', 'xin-chao'],
  more: ['luon-giup-do'],
  slip: [],
};
const rulesOf = (cue: string) => SERVES[cue] ?? [];
const rules = ['luon-giup-do', 'xin-cam-on', 'xin-chao'];
const cues = ['greet', 'thank', 'more', 'slip'];

function entry(
  id: string,
  service: Partial<ServicePart> = {},
  conduct: Partial<ConductPart> | null = {},
): ConductEntry {
  if (base === null) throw new Error('finishEntry has a service part');
  return {
    id,
    service: { ...base, ...service },
    conduct: conduct === null ? null : { rules, cues, missed: [], skipped: false, ...conduct },
  };
}
const voided = (id: string, of: string) => entry(id, { kind: 'void', of }, null);
const corrected = (id: string, of: string, missed: readonly string[] = []) =>
  entry(id, { kind: 'correction', of }, { missed });
const idsOf = (entries: readonly ConductEntry[]) => netEntries(entries).map(({ id }) => id);

describe('entries that count', () => {
  it('leave out what was taken back, and stand in for what was corrected', () => {
    expect(idsOf([entry('a'), voided('v', 'a'), entry('b')])).toEqual(['b']);
    expect(idsOf([entry('a'), voided('v', 'a'), voided('w', 'v')])).toEqual([]);
    expect(idsOf([entry('a'), corrected('c', 'a'), entry('b')])).toEqual(['c', 'b']);
    expect(idsOf([entry('a'), corrected('c', 'a'), voided('v', 'c')])).toEqual(['a']);
    expect(idsOf([entry('a'), corrected('c', 'a'), corrected('d', 'a')])).toEqual(['d']);
    expect(idsOf([entry('a'), corrected('c', 'a'), corrected('d', 'a'), voided('v', 'd')])).toEqual(['c']);
    expect(idsOf([entry('a'), corrected('c', 'a'), corrected('d', 'c')])).toEqual(['c']);
    expect(idsOf([voided('v', 'a'), entry('a')])).toEqual(['a']);
    expect(idsOf([entry('a'), entry('v', { kind: 'void', of: 'a', half: otherHalf }, null)])).toEqual(['a']);
    expect(idsOf([entry('a'), entry('c', { kind: 'correction', of: 'a', day: '2026-11-24' })])).toEqual(['a']);
    expect(idsOf([entry('a'), entry('v', { kind: 'void', of: 'a', practice: true }, null)])).toEqual(['a']);
    expect(idsOf([entry('a'), corrected('c', 'a'), voided('v', 'a')])).toEqual([]);
    expect(idsOf([entry('a', { practice: true }), { id: 'b', service: null, conduct: null }])).toEqual([]);
  });
});

describe('stated conduct', () => {
  it('counts a rule once an entry, and as missed if any missed cue serves it', () => {
    const entries = [
      entry('a'),
      entry('b', {}, { missed: ['greet', 'thank'] }),
      entry('c', {}, { missed: ['slip', 'gone'], cues: [...cues, 'gone'] }),
    ];
    expect(statedConduct(entries, period, rulesOf)).toEqual({
      rules: {
        'luon-giup-do': { missed: 0, of: 3 },
        'xin-cam-on': { missed: 1, of: 3 },
        'xin-chao': { missed: 1, of: 3 },
      },
      skipped: 0,
      bypassed: 0,
    });
  });

  it('counts a skip and a bypass as that and nothing else', () => {
    const entries = [entry('a', {}, { skipped: true }), entry('b', {}, { bypassed: true }), entry('c', {}, null)];
    expect(statedConduct(entries, period, rulesOf)).toEqual({ rules: {}, skipped: 1, bypassed: 1 });
  });

  it('takes the days of the period, both ends included, and nets first', () => {
    const entries = [
      entry('a', { day: '2026-10-31' }),
      entry('b', { day: '2026-11-01' }, { rules: ['xin-chao'] }),
      entry('c', { day: '2026-11-30' }, { rules: ['xin-chao'] }),
      entry('d', { day: '2026-12-01' }),
      entry('e', { day: '2026-11-30' }, { missed: ['greet'] }),
      entry('v', { kind: 'void', of: 'e', day: '2026-11-30' }, null),
      entry('f', { day: '2026-11-30', practice: true }),
    ];
    expect(statedConduct(entries, period, rulesOf).rules).toEqual({ 'xin-chao': { missed: 0, of: 2 } });
  });
});
