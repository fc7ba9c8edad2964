import { describe, expect, it } from 'vitest';
import { SlowRules } from './slow-rules.ts';

function setUp() {
  const reports: string[] = [];
  let clock = 0;
  const rules = new SlowRules(
    (rule, ms) => reports.push(`${rule} ${ms}`),
    () => clock,
  );
  const work = (rule: 'read' | 'rows', ms: number) =>
    rules.run(rule, () => {
      clock += ms;
      return 'done';
    });
  return { rules, reports, work };
}

describe('SlowRules', () => {
  it('lets a rule rest that took too long twice in a row, and says so once', () => {
    const { work, reports } = setUp();
    expect([work('read', 80), work('read', 70), work('read', 1)]).toEqual(['done', 'done', null]);
    expect(reports).toEqual(['read 70']);
  });

  it('forgives one slow time: everything is cold once', () => {
    const { work, reports } = setUp();
    for (const ms of [300, 2, 90, 50, 60, 3]) expect(work('read', ms)).toBe('done');
    expect(reports).toEqual([]);
  });

  it('keeps the other rules at work', () => {
    const { work } = setUp();
    work('rows', 60);
    work('rows', 60);
    expect([work('rows', 1), work('read', 60)]).toEqual([null, 'done']);
  });

  it('rests from the start where the background says so, and works again when it no longer does', () => {
    const { rules, work } = setUp();
    rules.off = ['read'];
    expect(work('read', 1)).toBeNull();
    rules.off = [];
    expect(work('read', 1)).toBe('done');
  });

  it('counts work that failed, and lets the failure through', () => {
    const { rules } = setUp();
    expect(() =>
      rules.run('read', () => {
        throw new RangeError('too deep');
      }),
    ).toThrow('too deep');
  });
});
