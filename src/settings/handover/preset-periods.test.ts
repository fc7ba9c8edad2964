import { describe, expect, it } from 'vitest';
import { presetPeriods } from './preset-periods.ts';

describe('presetPeriods', () => {
  it('begins weeks on Monday and ends no period after today', () => {
    expect(presetPeriods('2026-11-18')).toEqual({
      thisWeek: { from: '2026-11-16', to: '2026-11-18' },
      lastWeek: { from: '2026-11-09', to: '2026-11-15' },
      thisMonth: { from: '2026-11-01', to: '2026-11-18' },
      reportPeriod: { from: '2026-10-15', to: '2026-11-14' },
    });
  });

  it('takes Monday and Sunday as ends of one week', () => {
    expect(presetPeriods('2026-11-16').thisWeek).toEqual({ from: '2026-11-16', to: '2026-11-16' });
    expect(presetPeriods('2026-11-22').thisWeek).toEqual({ from: '2026-11-16', to: '2026-11-22' });
  });

  it('reports January from the 15th of December, so far as it has come', () => {
    expect(presetPeriods('2027-01-05').reportPeriod).toEqual({ from: '2026-12-15', to: '2027-01-05' });
    expect(presetPeriods('2027-01-05').lastWeek).toEqual({ from: '2026-12-28', to: '2027-01-03' });
    expect(presetPeriods('2027-03-01').thisMonth).toEqual({ from: '2027-03-01', to: '2027-03-01' });
  });

  it('refuses what is no day', () => {
    expect(() => presetPeriods('2026-02-30')).toThrow(RangeError);
  });
});
