import { describe, expect, it } from 'vitest';
import { isDueDoubtful } from './due-doubt.ts';
import { isClosedStatus, isPausedStatus } from './national-status.ts';

const STATUSES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe('a national status', () => {
  it('is open, paused or closed, never two of them', () => {
    expect(STATUSES.filter(isClosedStatus)).toEqual([3, 7, 8, 9, 10]);
    expect(STATUSES.filter(isPausedStatus)).toEqual([5, 6]);
  });

  it('means nothing where it is not printed', () => {
    expect([isClosedStatus(undefined), isPausedStatus(undefined)]).toEqual([false, false]);
  });
});

describe('a doubt', () => {
  it('spoils the appointment only where it touches it', () => {
    expect(isDueDoubtful({ doubts: [] })).toBe(false);
    expect(isDueDoubtful({ doubts: ['received-malformed'] })).toBe(false);
    expect(isDueDoubtful({ doubts: ['received-malformed', 'dues-disagree'] })).toBe(true);
  });
});
