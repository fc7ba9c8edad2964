import { describe, expect, it } from 'vitest';
import { parseWallTime } from '../time/wall-time.ts';
import { dueOnSlip, receivedOnSlip } from './slip.ts';

const at = (text: string): number => parseWallTime(text)?.minute ?? Number.NaN;

describe('the slip', () => {
  it('is worded like a real one, the hour of the result rounded down', () => {
    expect(receivedOnSlip(at('2023-10-27T09:32'))).toBe('9 giờ 32 phút, ngày 27/10/2023');
    expect(dueOnSlip(at('2023-11-03T09:32'))).toBe('Sau 9 giờ 00, 03/11/2023');
    expect(dueOnSlip(at('2023-11-03T16:59'))).toBe('Sau 16 giờ 00, 03/11/2023');
    expect(receivedOnSlip(at('2026-01-05T13:05'))).toBe('13 giờ 05 phút, ngày 05/01/2026');
  });
});
