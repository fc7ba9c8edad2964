import type { PageFacts, PageReading } from 'page-reader';
import { describe, expect, it } from 'vitest';
import type { DeskRequests } from '../messages/requests.ts';
import { Deadlines } from './deadlines.ts';

type Asked = DeskRequests['count']['body'];

const NOW = 1_000_000;
const LATER = NOW + 60_000;

/** A background that numbers its answers; null: it does not answer. */
function background() {
  const asked: Asked[] = [];
  const state = { answers: true };
  const deadlines = new Deadlines(async (body) => {
    asked.push(body);
    const text = String(asked.length);
    const counts = body.marks.map(() => ({ chip: { mark: 'running', text, hint: '' } as const, due: null }));
    return state.answers ? { counts, until: LATER } : null;
  });
  return { asked, deadlines, state };
}

function list(...rows: readonly Partial<PageFacts>[]): PageReading {
  return { kind: 'list', facts: null, rows: rows.map((row) => ({ doubts: [], ...row })) };
}

const row = (due: string): PageFacts => ({ due, doubts: [] });

describe('Deadlines', () => {
  it('asks once for dossiers that are marked the same, and never tells whose they are', async () => {
    const { asked, deadlines } = background();
    const codes = ['A', 'B'].map((code) => ({ code, due: '2026-11-25', statusText: 'x', received: '2026-11-01' }));
    await deadlines.count(list(...codes, { code: 'C', due: '2026-11-26' }), null, NOW);
    expect(asked).toEqual([{ marks: [row('2026-11-25'), row('2026-11-26')], returnedAt: null }]);
    expect(deadlines.ofRow({ ...row('2026-11-25'), code: 'Z' })?.chip?.text).toBe('1');
  });

  it('asks only for what is not known, and forgets what the page shows no more', async () => {
    const { asked, deadlines } = background();
    await deadlines.count(list(row('2026-11-25'), row('2026-11-26')), null, NOW);
    await deadlines.count(list(row('2026-11-26'), row('2026-11-27')), null, NOW);
    expect(asked[1]?.marks).toEqual([row('2026-11-27')]);
    expect(deadlines.ofRow(row('2026-11-26'))?.chip?.text).toBe('1');
    expect(deadlines.ofRow(row('2026-11-25'))).toBeNull();
    await deadlines.count(list(row('2026-11-26')), null, NOW);
    expect(asked).toHaveLength(2);
  });

  it('asks for nothing of what is over in a list', async () => {
    const { asked, deadlines } = background();
    await deadlines.count(list({ status: 9 }, { status: 10 }), null, NOW);
    expect(asked).toEqual([]);
    expect(deadlines.ofRow({ status: 10, doubts: [] })).toEqual({ chip: null, due: null });
  });

  it('keeps what it knows until something newer is known, however late', async () => {
    const { deadlines, state } = background();
    await deadlines.count(list(row('2026-11-25')), null, NOW);
    expect(deadlines.isStale(NOW)).toBe(false);
    expect(deadlines.isStale(LATER)).toBe(true);
    state.answers = false;
    await deadlines.count(list(row('2026-11-25')), null, LATER);
    expect(deadlines.ofRow(row('2026-11-25'))?.chip?.text).toBe('1');
    state.answers = true;
    await deadlines.count(list(row('2026-11-25')), null, LATER);
    expect(deadlines.ofRow(row('2026-11-25'))?.chip?.text).toBe('3');
  });

  it('forgets it where nobody answers for long after its time: its words are wrong by then', async () => {
    const { deadlines, state } = background();
    const reading = list(row('2026-11-25'));
    await deadlines.count(reading, null, NOW);
    state.answers = false;
    deadlines.expire();
    await deadlines.count(reading, null, LATER + 60_000);
    expect(deadlines.ofRow(row('2026-11-25'))?.chip?.text).toBe('1');
    await deadlines.count(reading, null, LATER + 180_000);
    expect(deadlines.ofRow(row('2026-11-25'))).toBeNull();
    state.answers = true;
    await deadlines.count(reading, null, LATER + 180_000);
    expect(deadlines.ofRow(row('2026-11-25'))?.chip?.text).toBe('4');
  });

  it('keeps what the page shows by now when an older answer comes late', async () => {
    const answers: ((value: DeskRequests['count']['value']) => void)[] = [];
    const deadlines = new Deadlines(() => new Promise((answer) => answers.push(answer)));
    const count = (text: string) => ({ chip: { mark: 'running', text, hint: '' } as const, due: null });
    const older = deadlines.count(list(row('2026-11-25')), null, NOW);
    const newer = deadlines.count(list(row('2026-11-26')), null, NOW);
    answers[1]?.({ counts: [count('newer')], until: LATER });
    await newer;
    answers[0]?.({ counts: [count('older')], until: LATER });
    await older;
    expect(deadlines.ofRow(row('2026-11-26'))?.chip?.text).toBe('newer');
  });

  it('counts anew once the rules changed', async () => {
    const { deadlines } = background();
    await deadlines.count(list(row('2026-11-25')), null, NOW);
    deadlines.expire();
    await deadlines.count(list(row('2026-11-25')), null, NOW);
    expect(deadlines.ofRow(row('2026-11-25'))?.chip?.text).toBe('2');
  });

  it('tells a dossier that was returned here from the same one before', async () => {
    const { deadlines } = background();
    const reading: PageReading = { kind: 'detail', facts: row('2026-11-25'), rows: [] };
    await deadlines.count(reading, null, NOW);
    expect(deadlines.ofDossier(reading.facts, NOW)).toBeNull();
    await deadlines.count(reading, NOW, NOW);
    expect(deadlines.ofDossier(reading.facts, NOW)?.chip?.text).toBe('2');
  });
});
