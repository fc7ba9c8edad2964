import { describe, expect, it } from 'vitest';
import { remembered } from './remembered.ts';

describe('what is remembered of texts', () => {
  it('is asked for once for each, also where there is no answer', () => {
    const asked: string[] = [];
    const answer = remembered((text) => {
      asked.push(text);
      return text === '' ? null : text.length;
    });
    expect(['ab', '', 'ab', ''].map(answer)).toEqual([2, null, 2, null]);
    expect(asked).toEqual(['ab', '']);
  });
});
