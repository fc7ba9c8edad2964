import { describe, expect, it } from 'vitest';
import { defaultPack, packById } from '../rules/packs/index.ts';
import { assistedSteps, finishCues, momentCues } from './cues.ts';

describe('cues of a moment', () => {
  it('are at most five, for every tone', () => {
    const { greet, work } = momentCues(defaultPack, 'vi');
    for (const cues of [...Object.values(greet), ...Object.values(work)]) {
      expect(cues.length).toBeGreaterThan(0);
      expect(cues.length).toBeLessThanOrEqual(5);
    }
  });

  it('never ask for a smile where there is grief', () => {
    const { greet } = momentCues(defaultPack, 'vi');
    expect(JSON.stringify(greet.neutral)).toMatch(/mỉm cười/i);
    expect(JSON.stringify(greet.grief)).not.toMatch(/mỉm cười/i);
  });
});

describe('the steps of helping a citizen file', () => {
  it('are those of the pack, and none where it is switched off', () => {
    const steps = assistedSteps(packById('giup-nop-ho-so'), 'vi');
    expect(steps).toHaveLength(9);
    expect(steps[0]?.text).toBe('Xin phép rồi mới giúp trên điện thoại, máy tính');
    expect(assistedSteps(null, 'vi')).toEqual([]);
  });
});

describe('the cues of a finish', () => {
  it('are those of the outcome, the tone and the delay', () => {
    const finish = { outcome: 'returned', tone: 'joy', late: true, group: 'ho-tich' } as const;
    expect(finishCues(defaultPack, finish, 'vi').map(({ text }) => text)).toEqual([
      'Mời người dân xem lại kết quả',
      'Trả sau hẹn: xin lỗi, nói lý do',
      'Chúc mừng người dân',
      'Hỏi còn cần giúp gì nữa không',
      'Cảm ơn và chào',
    ]);
  });
});
