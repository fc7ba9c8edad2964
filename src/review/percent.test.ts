import { describe, expect, it } from 'vitest';
import { percent } from './percent.ts';

describe('percent', () => {
  it('has at most one decimal, with the comma of the language', () => {
    expect(percent(227_488 / 231_840, 'vi')).toBe('98,1');
    expect(percent(0.5, 'en')).toBe('50');
    expect(percent(0.1234, 'en')).toBe('12.3');
  });

  it('says 100 only of all, and 0 only of none', () => {
    expect(percent(1, 'vi')).toBe('100');
    expect(percent(0.99999, 'vi')).toBe('99,9');
    expect(percent(0.00001, 'vi')).toBe('0,1');
    expect(percent(0, 'vi')).toBe('0');
  });
});
