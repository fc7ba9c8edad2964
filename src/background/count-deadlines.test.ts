import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DueMarks } from '../messages/requests.ts';
import type { Language } from '../platform/i18n.ts';
import { countDeadlines } from './count-deadlines.ts';

/** Wednesday 25 November 2026, 10:00 in Hà Nội. */
const NOW = Date.UTC(2026, 10, 25, 3, 0);
const MINUTE_MS = 60_000;

function count(marks: Partial<DueMarks>, language: Language = 'vi', returnedAt: number | null = null, now = NOW) {
  const { counts, until } = countDeadlines({ marks: [{ doubts: [], ...marks }], returnedAt }, language, now);
  return { ...counts[0], until };
}

describe('the chip of a deadline', () => {
  it('says the working time left to the printed appointment, with its hint', () => {
    const { chip, due } = count({ due: '2026-11-26T15:00' });
    expect(chip).toMatchObject({ mark: 'running', text: 'Còn 1 ngày 3 giờ' });
    expect(chip?.hint).toContain('giờ làm việc, 1 ngày = 8 giờ');
    expect(due).toBeNull();
  });

  it('says what is late, and that one should tell the citizen', () => {
    const { chip, due } = count({ due: '2026-11-25T08:00' });
    expect(chip).toMatchObject({ mark: 'late', text: 'Quá hạn 2 giờ' });
    expect(chip?.hint).toContain('Nên báo và xin lỗi người dân sớm');
    expect(due).toBe('overdue');
  });

  it('counts what is due today', () => {
    expect(count({ due: '2026-11-25T16:00' })).toMatchObject({ chip: { mark: 'today' }, due: 'due-today' });
  });

  it('says so where no due date is printed', () => {
    expect(count({})).toMatchObject({ chip: { mark: 'unknown', text: 'Chưa thấy ngày hẹn' }, due: null });
  });

  it.each(['due-before-received', 'due-malformed', 'dues-disagree'] as const)('asks to look again at %s', (doubt) => {
    const counted = count({ due: '2026-11-25T08:00', doubts: [doubt] });
    expect(counted).toMatchObject({ chip: { mark: 'doubt', text: 'Ngày hẹn cần xem lại' }, due: null });
  });

  it('stands still with the clock of a paused dossier', () => {
    const counted = count({ due: '2026-11-20T08:00', status: 5 });
    expect(counted).toMatchObject({ chip: { mark: 'paused', text: 'Tạm dừng, chờ bổ sung' }, due: null });
  });

  it('has nothing to say of a dossier that is over', () => {
    for (const status of [3, 7, 8, 9])
      expect(count({ due: '2026-11-20T08:00', status })).toMatchObject({ chip: null, due: null });
  });

  it('says how a result was handed over, where that was seen', () => {
    const returned = { due: '2026-11-26T14:00', status: 10 };
    expect(count(returned).chip?.text).toBe('Đã trả');
    expect(count(returned, 'vi', NOW).chip?.text).toBe('Trả sớm 1 ngày');
  });

  it('speaks English where the official wants it', () => {
    expect(count({ due: '2026-11-26T15:00' }, 'en').chip?.text).toBe('1 day 3 hours left');
  });
});

describe('until when an answer holds', () => {
  it('is an hour at most, less where hours are said, a minute where minutes are', () => {
    expect(count({}).until).toBe(NOW + 60 * MINUTE_MS);
    expect(count({ due: '2026-12-25T15:00' }).until).toBe(NOW + 15 * MINUTE_MS);
    expect(count({ due: '2026-11-25T10:05' }).until).toBe(NOW + MINUTE_MS);
  });

  it('is the shortest time of all dossiers, before which no word changes', () => {
    const time = fc.integer({ min: -20_000, max: 20_000 }).map((minutes) => NOW + minutes * MINUTE_MS);
    const marks = time.map((at): DueMarks => ({ due: new Date(at).toISOString().slice(0, 16), doubts: [] }));
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 4 }), time, fc.nat(59), (all, now, part) => {
        const body = { marks: all, returnedAt: null };
        const { counts, until } = countDeadlines(body, 'vi', now);
        const between = now + Math.floor(((until - now - 1) * part) / 59);
        expect(countDeadlines(body, 'vi', between).counts).toEqual(counts);
      }),
    );
  });
});
