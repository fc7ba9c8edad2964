import type { HandoverHeader, SharedEntry } from 'checklist-core/handover';
import type { ServicePart } from 'checklist-core/journal';
import { describe, expect, it } from 'vitest';
import { digestOf } from './file-digest.ts';

const header: HandoverHeader = {
  format: 'checklist-handover/1',
  origin: 'than-thien-log/00000000000000000000000000000000',
  key: 'example',
  author: 'AAAAAAAAAAAAAAAAAAAAAA',
  name: null,
  period: { from: '2026-11-16', to: '2026-11-22' },
  before: { size: 0, hashes: [] },
  stated: null,
  later: null,
};

const act: ServicePart = {
  kind: 'finish',
  day: '2026-11-16',
  half: 'am',
  pack: 'example@1.0.0',
  pausePoint: 'finish',
  outcome: 'received',
  group: null,
  channel: 'direct',
  onTime: null,
  practice: false,
  of: null,
};

function entry(n: number, service: Partial<ServicePart> | null): SharedEntry {
  const opened = service && { ...act, ...service };
  return { n, id: `entry-${n}`, line: n + 2, service: opened, conduct: null, continues: null };
}

function digest(...services: (Partial<ServicePart> | null)[]) {
  return digestOf({ header, file: 'example', entries: services.map((service, n) => entry(n, service)) });
}

describe('digestOf', () => {
  it('counts acts by day, in the order of the days', () => {
    const { days, total, acts } = digest(
      { day: '2026-11-17', half: 'pm', outcome: 'returned', onTime: 'early' },
      {},
      { outcome: 'supplement' },
    );
    expect(days.map(({ day, am, pm }) => [day, am, pm])).toEqual([
      ['2026-11-16', 2, 0],
      ['2026-11-17', 0, 1],
    ]);
    expect(total).toMatchObject({ received: 1, returned: 1, supplement: 1, refused: 0, early: 1, onTime: 0, late: 0 });
    expect(acts).toBe(3);
  });

  it('nets out an undone act and its undo, and still shows both lines', () => {
    const { acts, voided, lines } = digest({}, {}, { kind: 'void', outcome: null, of: 'entry-0' });
    expect([acts, voided]).toEqual([1, 1]);
    expect(lines.map(({ taken, ofLine }) => [taken, ofLine])).toEqual([
      [true, null],
      [false, null],
      [false, 2],
    ]);
  });

  it('counts a corrected act once, as corrected', () => {
    const { acts, voided, total } = digest(
      { outcome: 'received' },
      { kind: 'correction', outcome: 'refused', of: 'entry-0' },
    );
    expect([acts, voided, total.received, total.refused]).toEqual([1, 0, 0, 1]);
  });

  it('says of an undo whose act lies elsewhere that it counts nothing', () => {
    const { acts, voided, lines } = digest({ kind: 'void', outcome: null, of: 'elsewhere' });
    expect([acts, voided, lines[0]?.ofLine]).toEqual([0, 0, null]);
  });

  it('counts closed lines, and never what was practised', () => {
    const { acts, closed } = digest(null, { practice: true });
    expect([acts, closed]).toEqual([0, 1]);
  });
});
