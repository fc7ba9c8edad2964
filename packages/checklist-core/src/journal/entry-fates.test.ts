import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fatesOf, type SpeakingEntry } from './entry-fates.ts';

const draft = fc.record({
  kind: fc.constantFrom(
    'finish' as const,
    'finish' as const,
    'void' as const,
    'correction' as const,
    'letter' as const,
  ),
  day: fc.constantFrom('2026-11-23', '2026-11-24'),
  half: fc.constantFrom('am' as const, 'pm' as const),
  practice: fc.boolean(),
  back: fc.integer({ min: -1, max: 5 }),
});

/** One log; each void and correction names an entry a few places before it, or after it, or none. */
const log = fc.array(draft, { maxLength: 14 }).map((drafts) =>
  drafts.map(({ kind, day, half, practice, back }, place): SpeakingEntry => {
    const speaks = kind === 'void' || kind === 'correction';
    return { id: `e${place}`, kind, day, half, practice, of: speaks ? `e${place - back}` : null };
  }),
);

describe('what entries do to one another', () => {
  it('leaves at most one of an entry and its corrections to count', () => {
    fc.assert(
      fc.property(log, (entries) => {
        const fates = fatesOf(entries);
        for (const first of entries.filter(({ kind }) => kind !== 'void' && kind !== 'correction')) {
          const family = entries.filter(
            ({ id, kind, of }) => id === first.id || (kind === 'correction' && of === first.id),
          );
          expect(family.filter((each) => !fates.has(each)).length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('depends on nothing said on another day', () => {
    fc.assert(
      fc.property(log, (entries) => {
        const whole = fatesOf(entries);
        for (const day of ['2026-11-23', '2026-11-24']) {
          const ofDay = entries.filter((entry) => entry.day === day);
          const alone = fatesOf(ofDay);
          expect(ofDay.map((entry) => alone.get(entry))).toEqual(ofDay.map((entry) => whole.get(entry)));
        }
      }),
    );
  });
});
