import { parseTerm } from 'checklist-core/vn';
import { describe, expect, it } from 'vitest';
import { procedures } from './index.ts';

const terms = [...new Set(procedures.flatMap(({ term }) => term ?? []))];

/** Two results with a term each: the wording does not say which one the desk's dossier waits for. */
const UNREAD = ['01 ngày làm việc; in, trả giấy phép lái xe trong 2,5 ngày làm việc'];

describe('the terms of the shipped procedures', () => {
  it('are read, but for those that say two things', () => {
    expect(terms.filter((term) => !parseTerm(term).ok)).toEqual(UNREAD);
  });

  it('carry the 15:00 rule only where they say it', () => {
    for (const term of terms) {
      const reading = parseTerm(term);
      if (reading.ok) expect(reading.term.lateAfter, term).toBe(/15 giờ/.test(term) ? '15:00' : undefined);
    }
  });
});
