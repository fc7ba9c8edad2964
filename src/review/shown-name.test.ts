import { describe, expect, it } from 'vitest';
import { shownName } from './shown-name.ts';

describe('a name that came with a file', () => {
  it('cannot turn the words after it around', () => {
    expect(shownName('Example\u202E\u2066 Person\u200F')).toBe('Example Person');
  });

  it('stays as it is in every script', () => {
    for (const name of ['Trần Thị Ví Dụ', 'إسراء', 'a\u0301.jsonl']) expect(shownName(name)).toBe(name);
  });
});
