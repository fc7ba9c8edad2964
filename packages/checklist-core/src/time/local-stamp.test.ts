import { describe, expect, it } from 'vitest';
import { localStamp } from './local-stamp.ts';

describe('localStamp', () => {
  it.each([
    ['2026-11-25T04:59:59.999Z', { day: '2026-11-25', half: 'am', at: '2026-11-25T11:59:59' }],
    ['2026-11-25T05:00:00.000Z', { day: '2026-11-25', half: 'pm', at: '2026-11-25T12:00:00' }],
    ['2026-11-25T16:59:59.000Z', { day: '2026-11-25', half: 'pm', at: '2026-11-25T23:59:59' }],
    ['2026-11-25T17:00:07.000Z', { day: '2026-11-26', half: 'am', at: '2026-11-26T00:00:07' }],
    ['2026-12-31T17:00:00.000Z', { day: '2027-01-01', half: 'am', at: '2027-01-01T00:00:00' }],
  ])('stamps %s in Vietnam', (utc, stamp) => {
    expect(localStamp(Date.parse(utc), 420)).toEqual(stamp);
  });

  it('stamps instants before 1970', () => {
    expect(localStamp(-1, 0)).toEqual({ day: '1969-12-31', half: 'pm', at: '1969-12-31T23:59:59' });
  });
});
