import { describe, expect, it } from 'vitest';
import { parseTarget } from './target.ts';

describe('parseTarget', () => {
  it.each([
    ['50%', { kind: 'share', percent: 50 }],
    ['-30%', { kind: 'share', percent: 70 }],
    [' 100% ', { kind: 'share', percent: 100 }],
    ['16h', { kind: 'working-hours', n: 16 }],
  ])('reads %j', (text, target) => {
    expect(parseTarget(text)).toEqual(target);
  });

  it.each(['', '0%', '-100%', '101%', '0h', '-16h', '16', '1.5h', '50 %', '9999h', 'h', '%'])('refuses %j', (text) => {
    expect(parseTarget(text)).toBeNull();
  });
});
