import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNTED_DAYS, ConductCounts, countKey, entryMark, PackedCounts } from './conduct-counts.ts';

interface Sum {
  missed: number;
  of: number;
  mark: number;
}

function sumsOf(packed: PackedCounts, subject: number): Map<number, Sum> {
  const sums = new Map<number, Sum>();
  packed.forSubject(subject, (day, missed, of, mark) => {
    const sum = sums.get(day) ?? { missed: 0, of: 0, mark: 0 };
    sums.set(day, { missed: sum.missed + missed, of: sum.of + of, mark: (sum.mark ^ mark) >>> 0 });
  });
  return sums;
}

const countArbitrary = fc.record({
  subject: fc.constantFrom(0, 1, 7, 65_535),
  day: fc.constantFrom(COUNTED_DAYS.first - 14, COUNTED_DAYS.first, 20_000, COUNTED_DAYS.last),
  of: fc.integer({ min: 1, max: 700 }),
  missedPart: fc.double({ min: 0, max: 1, noNaN: true }),
  id: fc.string(),
});

describe('packed counts', () => {
  it('hold the same sums, however large and from however many hand-overs', () => {
    fc.assert(
      fc.property(fc.array(fc.array(countArbitrary, { maxLength: 20 }), { maxLength: 4 }), (files) => {
        const expected = new Map<string, Sum>();
        let packed = PackedCounts.NONE;
        for (const file of files) {
          const counts = new ConductCounts();
          for (const { subject, day, of, missedPart, id } of file) {
            const missed = Math.floor(missedPart * of);
            const mark = entryMark(id);
            counts.count(countKey(subject, day), missed, of, mark);
            const sum = expected.get(`${subject} ${day}`) ?? { missed: 0, of: 0, mark: 0 };
            expected.set(`${subject} ${day}`, {
              missed: sum.missed + missed,
              of: sum.of + of,
              mark: (sum.mark ^ mark) >>> 0,
            });
          }
          packed = packed.and(counts.pack());
        }
        const found = [0, 1, 7, 65_535].flatMap((subject) =>
          [...sumsOf(packed, subject)].map(([day, sum]) => [`${subject} ${day}`, sum] as const),
        );
        expect(new Map(found)).toEqual(expected);
      }),
    );
  });
});
