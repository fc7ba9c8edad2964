import { describe, expect, it } from 'vitest';
import type { RuleName } from '../messages/requests.ts';
import { SlowRules } from './slow-rules.ts';

function setUp() {
  const reports: string[] = [];
  let clock = 0;
  const resting: RuleName[] = [];
  const rules = new SlowRules({
    resting: () => resting,
    rest: (rule, ms) => {
      resting.push(rule);
      reports.push(`${rule} ${ms}`);
    },
    now: () => clock,
  });
  const work = (rule: RuleName, ms: number) =>
    rules.run(rule, () => {
      clock += ms;
      return 'done';
    });
  return { rules, reports, resting, work };
}

describe('SlowRules', () => {
  it('lets a rule rest that took too long five times before it was forgiven, and says so once', () => {
    const { work, reports } = setUp();
    for (const ms of [1, 80, 1, 1, 60, 1, 90, 51]) expect(work('read', ms)).toBe('done');
    expect([70, 1].map((ms) => work('read', ms))).toEqual(['done', null]);
    expect(reports).toEqual(['read 70']);
  });

  it('does not count the first time, when everything is cold', () => {
    const { work, reports } = setUp();
    for (const ms of [900, 80, 80, 80, 80]) expect(work('read', ms)).toBe('done');
    expect(reports).toEqual([]);
  });

  it('forgives slow times after three quick ones', () => {
    const { work, reports } = setUp();
    for (const ms of [300, 90, 80, 70, 60, 2, 1, 50, 90, 80, 70, 60, 3, 3, 3, 60])
      expect(work('read', ms)).toBe('done');
    expect(reports).toEqual([]);
  });

  it('keeps the other rules at work', () => {
    const { work } = setUp();
    for (let time = 0; time < 6; time += 1) work('rows', 60);
    expect([work('rows', 1), work('read', 60)]).toEqual([null, 'done']);
  });

  it('rests from the start where the background says so, and works again when it no longer does', () => {
    const { resting, work } = setUp();
    resting.push('read');
    expect(work('read', 1)).toBeNull();
    resting.pop();
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
