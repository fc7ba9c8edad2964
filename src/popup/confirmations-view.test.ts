import type { ConductPart, Entry, ServicePart } from 'checklist-core/journal';
import { describe, expect, it } from 'vitest';
import type { ReadEntry } from '../storage/journal-query.ts';
import { confirmations, latestDayPage } from './confirmations-view.ts';

const MORNING = { day: '2026-12-08', half: 'am' } as const;

const SERVICE: ServicePart = {
  kind: 'finish',
  day: '2026-12-08',
  half: 'am',
  pack: '4-xin-4-luon-5-khong@1.0.0',
  pausePoint: 'finish',
  outcome: 'received',
  group: 'ho-tich',
  channel: 'direct',
  onTime: null,
  practice: false,
  of: null,
};
const CONDUCT: ConductPart = { rules: ['xin-chao'], cues: ['finish-more', 'finish-thank'], missed: [], skipped: false };

let written = 0;

function read(id: string, entry: Partial<Entry>, voided = false): ReadEntry {
  written += 1;
  return { id, n: written, entry: { service: null, conduct: null, private: null, ...entry }, voided };
}

function finish(id: string, at: string, change: Partial<ServicePart> = {}, conduct = CONDUCT): ReadEntry {
  return read(id, { service: { ...SERVICE, ...change }, conduct, private: { at, procedure: null } });
}

describe('confirmations of a day', () => {
  it('shows the newest first, with time, outcome and what was not managed', () => {
    const rows = confirmations(
      [
        finish('a', '2026-12-08T08:05:09'),
        finish('b', '2026-12-08T09:40:00', { outcome: 'returned' }, { ...CONDUCT, missed: ['finish-more'] }),
      ],
      MORNING,
    );
    expect(rows.map(({ id, time, outcome, missed }) => [id, time, outcome, missed])).toEqual([
      ['b', '09:40', 'returned', ['finish-more']],
      ['a', '08:05', 'received', []],
    ]);
  });

  it('nets out an entry and the void that took it back', () => {
    const taken = { ...finish('a', '2026-12-08T08:05:00'), voided: true };
    const taking = read('v', { service: { ...SERVICE, kind: 'void', of: 'a' } });
    expect(confirmations([taken, taking, finish('b', '2026-12-08T08:30:00')], MORNING).map(({ id }) => id)).toEqual([
      'b',
    ]);
  });

  it('shows a corrected entry as its correction, and neither once the correction is void', () => {
    const first = finish('a', '2026-12-08T08:05:00');
    const better = finish('c', '2026-12-08T08:07:00', { kind: 'correction', of: 'a', outcome: 'supplement' });
    expect(confirmations([first, better], MORNING).map(({ id }) => id)).toEqual(['c']);
    expect(confirmations([first, { ...better, voided: true }], MORNING)).toEqual([]);
  });

  it('leaves out practice and day pages', () => {
    const practice = finish('p', '2026-12-08T08:05:00', { practice: true });
    const page = read('d', {
      private: { at: '2026-12-08T11:00:00', procedure: null, dayPage: { 'xin-chao': 'kept' } },
    });
    expect(confirmations([practice, page], MORNING)).toEqual([]);
  });

  it('offers to undo within the same half-day only', () => {
    const entries = [finish('a', '2026-12-08T08:05:00'), finish('b', '2026-12-08T13:05:00', { half: 'pm' })];
    const undoable = (half: 'am' | 'pm') =>
      confirmations(entries, { day: '2026-12-08', half })
        .filter(({ canUndo }) => canUndo)
        .map(({ id }) => id);
    expect(undoable('am')).toEqual(['a']);
    expect(undoable('pm')).toEqual(['b']);
    expect(confirmations(entries, { day: '2026-12-09', half: 'am' }).some(({ canUndo }) => canUndo)).toBe(false);
  });

  it('says the half-day where the private opening is gone, and keeps the line', () => {
    const [row] = confirmations([read('a', { service: SERVICE })], MORNING);
    expect(row).toMatchObject({ time: null, half: 'am', skipped: false, missed: [], cues: 0 });
  });
});

describe('the saved day page', () => {
  const page = (id: string, at: string, answer: 'kept' | 'forgot') =>
    read(id, { private: { at, procedure: null, dayPage: { 'xin-chao': answer } } });

  it('is the newest of the day', () => {
    const pages = [page('a', '2026-12-08T11:20:00', 'kept'), page('b', '2026-12-08T16:50:12', 'forgot')];
    expect(latestDayPage(pages)).toEqual({ clock: '16:50', answers: { 'xin-chao': 'forgot' } });
  });

  it('is null on a day without one', () => {
    expect(latestDayPage([finish('a', '2026-12-08T08:05:00')])).toBeNull();
  });
});
